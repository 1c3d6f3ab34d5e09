// SPDX-License-Identifier: MIT
// Who sees what is masked for everybody else? Who has the right to it; each time is an entry.
#pragma once

#include <string>

#include "book/book.hpp"

namespace onduty {

// Records that --by, or the only one on duty who may, sees it: `what` as the entry names it, of the entry `about`.
// Throws for who may not, with the command of somebody who may. False in a dry run, which shows nothing.
bool record_reveal(Context& context, const char* what, EntryNumber about);

// The same where somebody is named who may, once for the book; else nothing is recorded, nothing refused, and the
// answer is false.
bool reveal_if_may(Book& book, const char* what, EntryNumber about);

}  // namespace onduty
