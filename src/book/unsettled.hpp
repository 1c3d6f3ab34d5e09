// SPDX-License-Identifier: MIT
// Which closed dates still wait for an answer: something was missed that nobody explained, or claimed that nobody
// accepted? The entry that closed them is a matter until all is answered, so that `due` knows it however long ago they
// were.
#pragma once

#include <vector>

#include "book/book.hpp"
#include "book/due_line.hpp"

namespace onduty {

// As any subject has it, for the asker or, with "", for anybody.
bool is_unsettled(Book& book, DateRange dates, const std::string& asker = {});

// The same of the dates that the entry closed, without those that another closed anew.
bool has_unsettled_dates(Book& book, EntryNumber closing, EntryNumber last);

// The closings that what an entry says may settle or not: those of the dates that it says something of.
std::vector<EntryNumber> closings_touched(Book& book, const Entry& entry);

// One line for all dates of before those that are looked at anyway.
void add_unsettled(Look& look, DueLines& lines);

}  // namespace onduty
