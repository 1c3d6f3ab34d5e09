// SPDX-License-Identifier: MIT
// Which slots of the plan's rules wait to be done, and which were missed?
#pragma once

#include "book/due_line.hpp"
#include "rounds/outcomes.hpp"

namespace onduty {

// Of all rules but those of the cleaning, which tells more of them and in other words.
void add_slot_lines(Look& look, DueLines& lines);

}  // namespace onduty
