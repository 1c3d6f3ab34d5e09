// SPDX-License-Identifier: MIT
// How does a plan version get into the log? As an entry with the whole text, and as words for quick look-up.
#pragma once

#include <string>

#include "book/recording.hpp"
#include "plan/read_plan.hpp"

namespace onduty {

// The code under which an item of a checklist stands in the log and among the words: "closing/lamps".
std::string item_word(const std::string& checklist, const std::string& item);

// Whether the words of the file are those of its newest plan. Read through to the entry that holds it.
bool words_follow(Book& book);

// The errors of a plan as one message, "FILE:LINE: what" a line.
std::string error_list(const std::string& file, const std::vector<PlanError>& errors);

// Reads and checks a plan; throws UsageError with all errors.
Plan checked_plan(const std::string& file, const std::string& toml);

// Records `plan` as the next version, in force from the moment of the entry.
Entry record_plan(Recording& recording, const Plan& plan, const std::string& toml, const std::string& actor,
                  const std::string& reason);

// The plan in force as it was written. Throws Failure.
std::string stored_plan(Book& book);

// The text of a file; "-" is standard input. Of one longer than `most` at least one byte more. Throws Failure.
std::string read_file(Context& context, const std::string& name, std::size_t most = kLargestPlan);

}  // namespace onduty
