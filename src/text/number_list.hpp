// SPDX-License-Identifier: MIT
// How does a person tick several numbers? "1-3,5" and so on.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// Appends the numbers (from 1 to 9999) that `text` names to `numbers`; false when it names none or is
// anything else. `text` is in plain form.
bool read_number_list(std::string_view text, std::vector<std::size_t>& numbers);

// "1-6, 8".
std::string number_list_text(const std::set<std::int64_t>& numbers);

}  // namespace onduty
