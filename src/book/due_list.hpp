// SPDX-License-Identifier: MIT
// What is due, most urgent first? The one list of every clock of the house.
#pragma once

#include <vector>

#include "book/due_line.hpp"
#include "print/table.hpp"

namespace onduty {

// What the plan and the log demand within `ahead` from now, and the misses of the last `kLookBack` days, or since the
// log began, that nobody explained.
std::vector<DueLine> due_lines(Book& book, std::chrono::hours ahead, bool since_begin = false);

// Much that goes together in one line with its number; what is many and old, too: open since before today, missed
// before yesterday.
std::vector<DueLine> folded(Book& book, const std::vector<DueLine>& lines);

// Of what comes later only the next of each, and the others folded, unless `all`.
Table due_table(Book& book, const std::vector<DueLine>& lines, bool all = false);

// Prints the list; exit code 3 when something is overdue or unexplained.
int show_due(Context& context);
// The same, each line by itself.
int show_all_due(Context& context);

}  // namespace onduty
