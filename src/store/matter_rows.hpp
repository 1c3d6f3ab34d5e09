// SPDX-License-Identifier: MIT
// How is the derived table open_matter kept in step with the log?
#pragma once

#include "log/matters.hpp"
#include "store/sqlite.hpp"

namespace onduty {

OpenMatters read_open_matters(Database& database);
// The same as it follows from the log: these are open.
OpenMatters recount_open_matters(Database& database, const std::set<EntryNumber>& open);
// Applies one new entry to the table.
void update_open_matters(Database& database, const Entry& entry);

}  // namespace onduty
