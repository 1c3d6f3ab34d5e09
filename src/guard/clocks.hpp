// SPDX-License-Identifier: MIT
// What waits at the guards' side: rounds to be countersigned, calls without an answer, alarms that nobody explained?
#pragma once

#include "book/due_line.hpp"

namespace onduty {

// For the one due list.
void add_guard_lines(Look& look, DueLines& lines);

}  // namespace onduty
