// SPDX-License-Identifier: MIT
// Which codes of a plan look like the numbers that the log gives (V12 a visit, R57 a request, L58 litter), where such a
// number may be typed in the place of the code? Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/sections.hpp"

namespace onduty {

// Whether it is such a number with the mark typed: "C12", "c12", never "12".
bool has_mark(const std::string& typed, char mark);

// Of a section's family, or of what is looked up with it.
bool looks_like_number(std::string_view family, const std::string& code);

// The parts that are called so.
std::vector<PartName> number_codes(const Plan& plan);

}  // namespace onduty
