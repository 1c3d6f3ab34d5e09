// SPDX-License-Identifier: MIT
// What waits at the guards' side: rounds to be countersigned, calls without an answer, alarms that nobody explained?
#pragma once

#include "book/due_line.hpp"

namespace onduty {

// Unsorted; for the one due list. `days` reach back as far as the list looks.
void add_guard_lines(Look& look, DueLines& lines);

// What was done in the last days, for the commands that sign it.
DaysOutcomes recent_guarding(Book& book);

// "Fire patrol", "Closing check".
std::string work_name(Book& book, const RuleTarget& target);

}  // namespace onduty
