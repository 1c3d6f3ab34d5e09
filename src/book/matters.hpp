// SPDX-License-Identifier: MIT
// What does a withdrawal, or an entry with which something was compared, make open or close, and what was open when an
// earlier entry was the last?
#pragma once

#include "book/book.hpp"

namespace onduty {

// Puts into a withdrawal which matter it opens or closes and how many pieces go out or come back: what the entry that
// it withdraws had opened, closed or closed a part of is looked at in the log as it will be.
void settle_matters(Book& book, Entry& withdrawal);

// The same for an entry that is recorded, its fields in it: of the matters that are compared with what it says, or with
// what it corrects, before and after.
void settle_compared(Book& book, Entry& draft);

// Whether the matter was open after entry `last`; what was withdrawn since never was.
bool was_open(Book& book, EntryNumber matter, EntryNumber last);

}  // namespace onduty
