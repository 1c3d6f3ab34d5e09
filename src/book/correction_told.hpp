// SPDX-License-Identifier: MIT
// How is a correction told: what it is of, and "Li Na instead of Wang"?
#pragma once

#include <string>

#include "book/teller.hpp"

namespace onduty {

// "time", "--host".
std::string corrected_field_told(Teller& teller, const Entry& correction);
// What the entry says instead, and of what; personal values are masked.
std::string new_value_told(Teller& teller, const Entry& correction);

}  // namespace onduty
