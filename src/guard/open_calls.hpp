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

// What becomes of a call that is to be recorded: which calls without an answer it goes on with or ends, as told;
// nullopt where it begins some, or answers none. Whether he answered later.
struct CallTold {
    std::optional<Unanswered> before;
    bool is_answered = false;
};
CallTold call_told(Book& book, const Entry& draft);

// Whether it was the first of calls without an answer that nobody had ended after entry `last`; what was withdrawn
// since never was.
bool was_unanswered(Book& book, EntryNumber call, EntryNumber last);

// The answer, or how it ended, after entry `last`, of a call without one; nullopt while there is none.
std::optional<CheckCall> call_ended_by(Book& book, const Entry& call, EntryNumber last);

// After a call was withdrawn: throws InTheWay where somebody said how it ended. Answers "".
std::string refuse_outcome_of_nothing(Book& book, const Entry& entry);

// The calls to the same person that such an entry may leave open or end; none for other kinds.
std::vector<EntryNumber> compared_calls(Book& book, const Entry& entry);

}  // namespace onduty
