// SPDX-License-Identifier: MIT
// How does a person type numbers? "12", "#12", "C7"; "1-3,5" for several.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// The number, from 1 to 15 digits, that "12", "#12" or, with the mark C, "C12" or "c12" says; nullopt for anything
// else.
std::optional<std::int64_t> read_number(std::string_view typed, char mark = '#');

// Appends the numbers, from 1 to 15 digits, that `typed` names to `numbers`; false when it names none, more than 9999
// by one "1-3", or is anything else.
bool read_number_list(std::string_view typed, std::vector<std::size_t>& numbers);

// "1-6, 8".
std::string number_list_text(const std::set<std::int64_t>& numbers);

}  // namespace onduty
