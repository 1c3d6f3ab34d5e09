// SPDX-License-Identifier: MIT
// Is this a number plate? Pure.
#pragma once

#include <string>
#include <string_view>

namespace onduty {

// The plate in capitals without blanks, dots and hyphens; "" when it is none: a Chinese one is the sign of a
// province, a letter and five or six letters and digits, of which the last may be one of 挂学警港澳; any other has
// three to ten letters and digits, a digit among them.
std::string tidy_plate(std::string_view typed);

}  // namespace onduty
