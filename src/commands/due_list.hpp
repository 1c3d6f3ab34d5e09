// SPDX-License-Identifier: MIT
// What is due, most urgent first? The one list of every clock of the house.
#pragma once

#include <string>
#include <vector>

#include "book/outcomes.hpp"
#include "print/table.hpp"

namespace onduty {

enum class Urgency { overdue, unexplained, now, soon };

struct DueLine {
    Urgency urgency = Urgency::soon;
    Instant due;
    std::string rule;  // code, "" for a handover or a loan
    std::string what;  // in words
    std::string next;  // what to type
};

// The line of what is due once by `rule` since `since`: later, now from `early` before it is due, overdue after `late`.
DueLine deadline_line(Book& book, const Rule& rule, Instant since, const std::string& what, const std::string& next);
// The same of a slot that was found already.
DueLine slot_line(Book& book, const Slot& slot, const std::string& what, const std::string& next);

// What the plan and the log demand within `ahead` from now, and the misses of the last `kLookBack` days
// that nobody explained.
std::vector<DueLine> due_lines(Book& book, std::chrono::hours ahead);

inline constexpr std::chrono::days kLookBack{7};

// The next hours that the list looks at.
inline constexpr std::chrono::hours kDueAhead{12};

// Of what comes later only the next of each, and much cleaning in one line, unless `all`.
Table due_table(Book& book, const std::vector<DueLine>& lines, bool all = false);

// Prints the list; exit code 3 when something is overdue or unexplained.
int show_due(Context& context);

}  // namespace onduty
