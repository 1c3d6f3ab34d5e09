// SPDX-License-Identifier: MIT
// How is a long line broken? At blanks, or anywhere in Chinese.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// Lines of at most `columns` columns without blanks at their ends, at least one. What has no place to break may be
// wider.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace onduty
