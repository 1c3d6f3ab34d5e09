// SPDX-License-Identifier: MIT
// How do rows fit the width of a terminal? Columns that find no place in the line stand in a second one below it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "print/rows.hpp"

namespace onduty {

// Hands on aligned lines one by one: the headings, then each row. `texts` has a text for each column of each row.
// `limit` in columns of the screen; 0: as wide as it needs. Free words are broken at blanks, or anywhere in Chinese,
// down to a width of 24; what is still too wide goes to further lines, indented, in the headings too. A word of another
// kind is never broken, because it may be meant to be typed, and may pass the limit alone.
void lay_out(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& texts, std::size_t limit,
             const std::function<void(const std::string&)>& print_line);

}  // namespace onduty
