// SPDX-License-Identifier: MIT
// What waits at the guards' side: rounds to be countersigned, calls without an answer, alarms that nobody explained?
#pragma once

#include "book/due_line.hpp"

namespace onduty {

// Unsorted; for the one due list. `days` reach back as far as the list looks.
void add_guard_lines(Look& look, DueLines& lines);

// The days of which the commands that sign look at what was done.
DateRange days_to_sign(Book& book);

// "Fire patrol", "Closing check".
std::string work_name(Book& book, const RuleTarget& target);

}  // namespace onduty
