// SPDX-License-Identifier: MIT
// How does an entry hold what was changed in the plan? In its note, like everything that somebody typed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/edit_plan.hpp"

namespace onduty {

// The changes and a hash of the text that they lead to.
std::string plan_note(const std::vector<PlanChange>& changes, const std::string& text);

// The text that an entry of the plan leads to: its note where that is a whole text, else `before` with the changes of
// the note. nullopt when they do not fit, or lead to another text than the one that was hashed.
std::optional<std::string> noted_text(const std::string& note, const std::string& before);
// Whether the note says the whole text, so that nothing before it is needed.
bool is_whole_text(const std::string& note);

}  // namespace onduty
