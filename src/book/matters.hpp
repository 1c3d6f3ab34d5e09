// SPDX-License-Identifier: MIT
// What does a withdrawal, or an entry with which something was compared, make open or close, and what was open when an
// earlier entry was the last?
#pragma once

#include <set>
#include <string>

#include "book/book.hpp"

namespace onduty {

// Puts into an entry that is recorded, its fields in it, which matters it opens or closes although it is no step of
// theirs: those that are compared with what it says, or with what it amends, before and after. Into a withdrawal also
// what the entry that it withdraws had opened, closed or closed a part of, and how many pieces go out or come back:
// that is looked at in the log as it will be. Answers those that are compared.
std::set<EntryNumber> settle_matters(Book& book, Entry& draft);

// What is said of a matter that is compared anew, as the log stands; "" for one that does not count.
std::string compared_anew(Book& book, EntryNumber matter);

// Whether the matter was open after entry `last`; what was withdrawn since never was.
bool was_open(Book& book, EntryNumber matter, EntryNumber last);

}  // namespace onduty
