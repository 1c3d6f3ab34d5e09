// SPDX-License-Identifier: MIT
// What does a withdrawal open again or close, and what was open when an earlier entry was the last?
#pragma once

#include "book/recording.hpp"

namespace onduty {

// Puts into a withdrawal which matter it opens or closes and how many pieces go out or come back: what the entry that
// it withdraws had opened, closed or closed a part of is looked at in the log as it will be.
void settle_matters(Recording& recording, Entry& withdrawal);

// Whether the matter was open after entry `last`; what was withdrawn since never was.
bool was_open(Book& book, EntryNumber matter, EntryNumber last);

}  // namespace onduty
