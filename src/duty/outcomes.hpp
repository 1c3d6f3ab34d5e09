// SPDX-License-Identifier: MIT
// What became of every slot of a stretch of days? Plan history + facts -> one judgement per rule.
#pragma once

#include <string>
#include <vector>

#include "duty/rounds.hpp"

namespace onduty {

struct RuleOutcomes {
    std::string rule;     // code
    std::string name;     // as the newest version with this rule calls it
    Judgement judgement;  // slots point into the history
};

// Every scheduled rule over business dates, as seen at `now`. `facts` must reach a day beyond `dates` on
// both sides, because a mark may carry the neighbouring business date.
// Extras are kept only when their business date could be meant: those between the first slot's early_from
// and the last slot's expires.
std::vector<RuleOutcomes> judge_rules(const PlanHistory& history, const Zone& zone, DateRange dates,
                                      const PatrolFacts& facts, Instant now);

// How many slots of a rule ended in each state.
struct StateCounts {
    std::int64_t planned = 0;  // slots that apply
    std::int64_t early = 0;
    std::int64_t on_time = 0;
    std::int64_t late = 0;
    std::int64_t missed = 0;
    std::int64_t explained = 0;
    std::int64_t incomplete = 0;
    std::int64_t pending = 0;
    std::int64_t not_applicable = 0;
    std::int64_t extra = 0;
    // On time as a share of the planned slots that are over, in tenths of a percent; -1 when none is over.
    std::int64_t on_time_per_mille() const;
};

StateCounts count_states(const Judgement& judgement);

}  // namespace onduty
