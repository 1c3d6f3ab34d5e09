// SPDX-License-Identifier: MIT
// How is it told what a note says?
#pragma once

#include <string>

#include "log/entry.hpp"

namespace onduty {

class Teller;

// "Li Na, due 2026-11-24 18:00", "Fire, people 12, next 2027-05-25 20:30".
std::string note_told(Teller& teller, const Entry& entry);

}  // namespace onduty
