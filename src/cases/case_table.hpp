// SPDX-License-Identifier: MIT
// How do cases look in a list?
#pragma once

#include <vector>

#include "cases/read.hpp"
#include "print/table.hpp"

namespace onduty {

// The deadline of an open case that runs out first, seen from `now`; nullopt when none runs.
std::optional<CaseDeadline> next_deadline(Book& book, const Case& one, Instant now);
bool is_overdue(Book& book, const Case& one);

// One row for each case; `narrow` for a terminal of 80 columns, else every column.
std::vector<Column> case_columns(bool narrow);
std::vector<Cell> case_row(Book& book, const Case& one, bool narrow);

}  // namespace onduty
