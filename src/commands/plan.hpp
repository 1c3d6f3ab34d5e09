// SPDX-License-Identifier: MIT
// What can be changed in the plan by one line, and how does a change become its next version?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "cli/command.hpp"
#include "plan/edit_plan.hpp"

namespace onduty {

extern const ActionSpec kPlanAdd;
extern const ActionSpec kPlanRemove;
extern const ActionSpec kPlanCertificate;

// "08:00" of so many minutes after midnight, also of the next morning.
std::string clock_words(Minutes time);
// What plan check says of windows and stretches that count for another date than it looks.
std::vector<std::string> date_remarks(const Plan& plan);

// Records the text as the next version and answers `what`. `changes` as in record_plan.
int record_version(Recording& recording, const std::string& toml, const std::string& what,
                   const std::vector<PlanChange>& changes = {});

}  // namespace onduty
