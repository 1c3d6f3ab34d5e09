// SPDX-License-Identifier: MIT
// How is the derived table open_matter kept in step with the log?
#pragma once

#include "log/matters.hpp"
#include "store/sqlite.hpp"

namespace onduty {

OpenMatters read_open_matters(Database& database);
// Those of which pieces are out.
PiecesOut read_lent(Database& database);
// All of them, as MatterReading has them.
std::map<EntryNumber, std::int64_t> read_matter_rows(Database& database);
// Applies one new entry to the table.
void update_open_matters(Database& database, const Entry& entry);

}  // namespace onduty
