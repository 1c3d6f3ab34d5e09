// SPDX-License-Identifier: MIT
// How do commands find surveys?
#pragma once

#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/recording.hpp"
#include "customers/surveys.hpp"

namespace onduty {

// The survey that entry "12" or "#12" began. Throws UsageError when there is none.
EntryNumber survey_named(Book& book, const std::string& typed);

// One survey as the log has it now. Throws Refusal when it was withdrawn.
Survey read_survey(Book& book, EntryNumber number);

// All of them, oldest first.
std::vector<Survey> all_surveys(Book& book);

// One line for each survey that is still out.
void add_survey_lines(Look& look, DueLines& lines);

}  // namespace onduty
