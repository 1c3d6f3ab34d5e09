// SPDX-License-Identifier: MIT
// How is it told what an entry of the cleaning says?
#pragma once

#include <string>

#include "log/entry.hpp"

namespace onduty {

class Teller;

// "Pool washed and treated, chlorine 200 g".
std::string cleaned_told(Teller& teller, const Entry& entry);
// "Reception hall".
std::string area_told(Teller& teller, const Entry& entry);
// "L58 Car park".
std::string litter_told(Teller& teller, const Entry& entry);

}  // namespace onduty
