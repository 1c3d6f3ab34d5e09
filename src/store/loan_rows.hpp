// SPDX-License-Identifier: MIT
// How is the derived table lent kept in step with the log?
#pragma once

#include <vector>

#include "loans/rules.hpp"
#include "store/sqlite.hpp"

namespace onduty {

PiecesOut read_lent(Database& database);
// Applies one new entry to the table.
void update_lent(Database& database, const Entry& entry, const std::vector<Line>& lines);
// What the table should hold, from the whole log.
PiecesOut recount_lent(Database& database);

}  // namespace onduty
