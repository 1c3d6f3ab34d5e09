// SPDX-License-Identifier: MIT
// When is something due that comes back so many days after it was last done? A chain of slots, each from one
// completion to the next (rules of kind after). Pure.
#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "slots/judge.hpp"

namespace onduty {

// What the versions of rule `code` that are of this kind ask for, in the order of their first one: a chain each.
std::vector<RuleTarget> chain_targets(PlanVersions history, const std::string& code);

// The slots of rule `code` up to `now` while it asks for `target`, in order of time; they point into the history.
//   The first slot is due at the end of the day on which the rule came into force. A completion, or an explanation
//   that waives the slot then next (skipped or not applicable, with the due time of the slot), ends it; the slot
//   expires 1 ms later. The next one is due at the end of the business date `days` after that of the completion and
//   opens half of the days before that: a completion before it opens has no slot, but the next is due `days` after it.
//   The last slot never expires: done after its due time is late. Where the due date is out of season, or closed and
//   closed days are skipped, it moves to the next date that is neither; after a year without one there is no slot.
//   A slot goes by the version of the plan that is in force when it ends, or `now`. Without the rule, or without
//   people at its post, there is none. What was overdue when the plan changed stays so, by the version under which it
//   was due, until it ends. A rule that came into force, or whose days were changed, later than the last
//   completion makes nothing due before the end of that day; another version with the same rule changes nothing.
// `marks` (what was done, incomplete ones count for nothing here) and `explanations` (with their times) in any order;
// those later than `now` are passed over. A waiver of a slot that would be due earlier by now, because a completion was
// withdrawn, waives that one and gets its due time. Completions before `known` may be missing: what may have been done
// then is not taken for overdue.
std::vector<Slot> after_slots(PlanVersions history, const std::string& code, const RuleTarget& target, const Zone& zone,
                              const std::vector<Mark>& marks, std::vector<Explanation>& explanations, Instant now,
                              Instant known = {});

}  // namespace onduty
