// SPDX-License-Identifier: MIT
// What was recorded about business dates after they had been closed? It counts in the figures as they are now, and not
// in what was said of a date by then.
#pragma once

#include <string>
#include <vector>

#include "book/pass.hpp"
#include "print/table.hpp"

namespace onduty {

struct Supplement {
    Date date{};              // that it says something of
    EntryNumber closing = 0;  // the entry that closed the date
    Entry entry{};            // as it was recorded
};

// Of the dates of the report, by date and number: what counts for a date or was done for a slot of it, corrections and
// withdrawals of that, what was said of its slots, and what was accepted of it.
std::vector<Supplement> supplements(Pass& pass);

Table supplements_block(Pass& pass);

// Up to which of the dates somebody closed them, and with which entry: "Closed up to 2026-11-24 with entry 57, as of
// entry 56."; "" for dates that lie ahead or before the log.
std::string closing_words(Book& book, DateRange dates);

}  // namespace onduty
