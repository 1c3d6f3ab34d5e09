// SPDX-License-Identifier: MIT
// How does a plan version get into the log? As an entry with the whole text or with what was changed in it, and as
// derived rows for quick look-up.
#pragma once

#include <string>
#include <vector>

#include "book/plan_rows.hpp"
#include "book/recording.hpp"
#include "plan/base.hpp"
#include "plan/edit_plan.hpp"
#include "plan/read_plan.hpp"

namespace onduty {

// The errors of a plan as one message, "FILE:LINE: what" a line.
std::string error_list(const std::string& file, const std::vector<PlanError>& errors);

// Reads and checks a plan; throws UsageError with all errors.
CheckedPlan checked_plan(const std::string& file, const std::string& toml);

// Records the plan as the next version, in force from the moment of the entry. `changes`, when given, are all that
// makes it another than the newest, and the entry holds them alone.
Entry record_plan(Recording& recording, const CheckedPlan& plan, const std::string& actor, const std::string& reason,
                  const std::vector<PlanChange>& changes = {});

// The plan in force as it was written. Throws Failure.
std::string stored_plan(Book& book);

// A plan file. Throws Failure.
PlanFile read_plan_file(Context& context, const std::string& name);

// The text of a file; "-" is standard input. Of one longer than `most` at least one byte more. Throws Failure.
std::string read_file(Context& context, const std::string& name, std::size_t most = kLargestPlan);

}  // namespace onduty
