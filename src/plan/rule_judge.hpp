// SPDX-License-Identifier: MIT
// What became of the slots of one rule in all of its versions, and which deeds had none? Pure.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "plan/deeds.hpp"
#include "plan/plan.hpp"

namespace onduty {

// Each slot is judged by the version of the plan under which it is due. What was done under a version is needed or
// extra by the plan as it was until the next one: a change makes no extra of what was wanted, and none of what was too
// much wanted. A slot that was done when its version ended stands though it is not due any more, where the next version
// has none that may take what was done.
class RuleJudge {
  public:
    // `deeds` must reach as far as dates_needed() says and outlive this, as the history must.
    RuleJudge(RuleHistory rule, const Zone& zone, DateRange dates, const Deeds& deeds, Instant now);

    // Of all slots that were looked at, in order of due time.
    const std::vector<Outcome>& outcomes() const { return outcomes_; }
    // What a version that counts extras asked for when it was done, with its rule: what none of its slots took, and
    // what one took.
    const std::vector<std::pair<const Deed*, const Rule*>>& extras() const { return extras_; }
    const std::vector<const Deed*>& needed() const { return needed_; }

  private:
    using DeedSpan = std::span<const Deed* const>;

    // As it was by this rule, which may have but the first versions.
    std::vector<Outcome> judged(const RuleHistory& rule, DeedSpan deeds, Instant now) const;
    // The slots in force when they were due, and those that stand, each among those of its version.
    std::vector<Slot> slots_with_standing(const RuleHistory& rule) const;
    // Those of the deeds before the end of a run.
    DeedSpan deeds_before(Instant end) const;
    void judge_runs();
    void keep_standing(std::size_t run, const std::vector<Outcome>& then);
    void tell_extras(std::size_t run, const std::vector<std::int64_t>& then, const std::vector<std::int64_t>& now);

    RuleHistory rule_;
    const Zone* zone_;
    DateRange dates_;
    DateRange reach_;  // of the windows over them
    Instant now_;
    Instant known_;
    std::vector<const Rule*> asked_;
    std::vector<const Deed*> deeds_;  // that satisfy some version
    std::vector<Explanation> explanations_;
    std::vector<Slot> standing_;  // done, but not in force when they were due
    std::vector<Outcome> outcomes_;
    std::vector<std::pair<const Deed*, const Rule*>> extras_;
    std::vector<const Deed*> needed_;
};

}  // namespace onduty
