// SPDX-License-Identifier: MIT
// Which calls to a guard have no answer, and which does an entry leave open or end? By told times: what was typed late
// stands where it belongs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/book.hpp"
#include "guard/rules.hpp"

namespace onduty {

// The calls to a person that count, from a business date on, in order of number.
std::vector<CheckCall> calls_to(Book& book, const std::string& person, Date from);

// Those that are open, with the last call of each that had no answer, oldest first.
struct OpenCall {
    EntryNumber first = 0;
    Instant since;  // of the first
    Instant last;
};
std::vector<OpenCall> open_calls(Book& book, const std::string& person);

// Whether he answered after a call that is to be recorded, but told of a time before that.
bool was_answered(Book& book, const Entry& draft);
// Whether a first call has no answer.
bool is_unanswered(Book& book, EntryNumber first);

// The first calls to the same person that such an entry may leave open or end; none for other kinds.
std::vector<EntryNumber> compared_calls(Book& book, const Entry& entry);

}  // namespace onduty
