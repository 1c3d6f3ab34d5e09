// SPDX-License-Identifier: MIT
// What waits at the guards' side: rounds to be countersigned, calls without an answer, alarms that nobody explained?
#pragma once

#include "book/due_line.hpp"

namespace onduty {

// For the one due list.
void add_guard_lines(Look& look, DueLines& lines);

// The days of which the commands that sign look at what was done: a week (ours), after which nobody can vouch for it.
DateRange days_to_sign(Book& book);

// "Fire patrol", "Closing check".
std::string work_name(Book& book, const RuleTarget& target);

}  // namespace onduty
