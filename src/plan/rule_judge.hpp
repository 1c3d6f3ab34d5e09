// SPDX-License-Identifier: MIT
// What became of the slots of one rule in all of its versions, and which deeds had none? Pure.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "plan/deeds.hpp"
#include "plan/plan.hpp"

namespace onduty {

// Each slot is judged by the version of the plan under which it is due, and takes what was done before those of later
// versions. A slot that was done when its version ended stands though it is not due any more, unless the next version
// asks for the same by then, or in the same unit; until a later one does, before it would have been due. What was too
// much on a day before a change is nothing that later versions may take. So a change makes no extra of what was wanted,
// takes nothing from the days before, and each deed has one slot or is extra.
class RuleJudge {
  public:
    // `deeds` must reach as far as dates_needed() says and outlive this, as the history must.
    RuleJudge(RuleHistory rule, const Zone& zone, DateRange dates, const Deeds& deeds, Instant now);

    // Of all slots that were looked at, in order of due time.
    const std::vector<Outcome>& outcomes() const { return outcomes_; }
    // What a version that counts extras asked for when it was done, and no slot took, with the rule.
    const std::vector<std::pair<const Deed*, const Rule*>>& extras() const { return extras_; }
    // The same of what a slot took.
    const std::vector<const Deed*>& needed() const { return needed_; }

  private:
    using DeedSpan = std::span<const Deed* const>;

    // As it was by this rule, which may have but the first versions.
    std::vector<Outcome> judged(const RuleHistory& rule, DeedSpan deeds, Instant now) const;
    // The slots in force when they were due, and those that stand, each among those of its version.
    std::vector<Slot> slots_with_standing(const RuleHistory& rule) const;
    // Those of the deeds before the end of a run.
    DeedSpan deeds_before(Instant end) const;
    // What runs up to `last` that count extras asked for when it was done, or told, with the rule of then.
    void each_asked(std::size_t last, const std::function<void(const Deed& deed, const Rule& rule)>& tell) const;
    // The rule that asked for what was done in run `r`, or the next one until it was recorded; nullptr for none.
    const Rule* rule_asking(const Deed& deed, std::size_t r, std::size_t last) const;
    // Whether the run asks for what did the slot of an earlier one in its place.
    bool is_carried(const Slot& slot, const Deed& deed, std::size_t run) const;
    void judge_runs();
    // What becomes of the slots, and of what was too much, when the run ends.
    void end_run(std::size_t run, const std::vector<Outcome>& then);
    // What is claimed, and another accepted.
    void accept_claims(const Deeds& deeds);
    // What is still missed then, where somebody explained a whole stretch.
    void explain_stretches(const Deeds& deeds);
    // Whether the slot was done when that was said, and what did it was withdrawn or moved since.
    bool was_done(const Slot& slot, EntryNumber said, const Deeds& deeds) const;
    void tell_extras();
    // The run of a rule of the history; what stands has its own.
    std::size_t run_of(const Rule& rule) const;

    struct Standing {
        Slot slot;
        const Deed* deed;
    };

    RuleHistory rule_;
    const Zone* zone_;
    DateRange dates_;
    DateRange reach_;  // of the windows over them
    Instant now_;
    Instant known_;
    std::vector<const Rule*> asked_;
    std::vector<const Deed*> deeds_;  // that satisfy some version
    std::vector<Explanation> explanations_;
    std::vector<Standing> standing_;  // done, but not in force when they were due
    std::map<std::int64_t, std::size_t>
        too_much_;  // entries that no slot of a later run may take, by the run that ended
    std::vector<Outcome> outcomes_;
    std::vector<std::pair<const Deed*, const Rule*>> extras_;
    std::vector<const Deed*> needed_;
};

}  // namespace onduty
