// SPDX-License-Identifier: MIT
// How does a command move a case? It asks the guards, appends the step and knows what to say.
#pragma once

#include <string>

#include "cases/read.hpp"

namespace onduty {

// What a step says besides who and when.
struct StepFields {
    std::string subject{};
    std::string result{};
    std::string note{};
    CaseStep step{};
};

// Why it may not be done, as a sentence with what to type instead.
std::string hindrance_sentence(Book& book, const Case& one, Hindrance hindrance);

// Who is complained about does not handle it: throws Refusal while the plan has somebody else, and marks what is
// recorded where it has not.
void keep_from_accused(Recording& recording, const Case& one, const std::string& person);
// Nor does he get it, is sent to it or passes the work, whoever types that: the refusal names another in the place of
// `typed`.
void keep_accused_from(Recording& recording, const Case& one, const std::string& person, const std::string& typed);

// Appends the step to `one` and takes it in, does not commit. Throws Refusal when the guards object.
Entry append_step(Recording& recording, const Presence& person, Case& one, CaseAction action, const StepFields& fields);

// Commits, answers "#12 C7 `what`" and remarks what to type next.
int finish_step(Recording& recording, const Case& one, const Entry& entry, const std::string& what);
// Only the remark.
void remark_next(Book& book, const Case& one);

}  // namespace onduty
