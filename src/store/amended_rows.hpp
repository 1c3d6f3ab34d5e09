// SPDX-License-Identifier: MIT
// How is the derived table amended kept in step with the log? By reading again what amends an entry.
#pragma once

#include "store/amended.hpp"
#include "store/sqlite.hpp"

namespace onduty {

// Applies one new entry to the table.
void update_amended(Database& database, const Entry& entry);
// What amends the entry and was not withdrawn itself, in order.
std::vector<Entry> amendments_in_force(Database& database, EntryNumber number);
// The rows that an entry should have, from the log.
std::vector<AmendedRow> recount_amended(Database& database, EntryNumber number);
// The withdrawal because of which an entry counts no more, from the log; 0 for none.
EntryNumber withdrawn_by(Database& database, EntryNumber number);

}  // namespace onduty
