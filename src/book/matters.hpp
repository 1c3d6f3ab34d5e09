// SPDX-License-Identifier: MIT
// What does a withdrawal open again or close, and what was open when an earlier entry was the last?
#pragma once

#include "book/book.hpp"

namespace onduty {

// What the entry that withdraws `withdrawn` has to say: the matters that it opened, closed or closed a part of are
// looked at again, as if it had never been.
MatterStep withdrawal_step(Book& book, const Entry& withdrawn);

// Whether the matter was open after entry `last`; what was withdrawn since never was.
bool was_open(Book& book, EntryNumber matter, EntryNumber last);

}  // namespace onduty
