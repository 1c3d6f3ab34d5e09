// SPDX-License-Identifier: MIT
// What became of every slot of a stretch of days? Plan history + deeds -> one judgement per rule.
#pragma once

#include <string>
#include <vector>

#include "plan/deeds.hpp"

namespace onduty {

struct RuleOutcomes {
    std::string rule;     // code; one that was of the cleaning for a time and of the rules for a time has one for each
    std::string name;     // as the last version of the dates with this rule calls it
    RuleTarget target;    // the same
    std::string post;     // the same: whose duty it is, "" for anybody's
    Judgement judgement;  // slots point into the history

    bool is_cleaning() const { return target.family == "cleaning"; }
};

// Which slots are told: those of the dates, or also what waits since before them.
enum class Told { of_dates, waiting };

// Every scheduled rule over business dates, and those of kind after, as seen at `now`. `deeds` must reach as far as
// dates_needed() says. Each slot is judged by the version of the plan under which it is due.
// Extras are those that count for one of `dates`, whether a slot lies there or not: what a rule asked for when it was
// done, and no slot took of a rule that asked for it then.
std::vector<RuleOutcomes> judge_rules(const PlanHistory& history, const Zone& zone, DateRange dates, const Deeds& deeds,
                                      Instant now, Told told = Told::of_dates);

// The same of one rule, by what it is in the last version of the dates that has it; the extras are what none of its
// own slots took.
RuleOutcomes judge_rule(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
                        const Deeds& deeds, Instant now);

// How many slots of a rule ended in each state.
struct StateCounts {
    std::int64_t planned = 0;  // slots that apply
    std::int64_t early = 0;
    std::int64_t on_time = 0;
    std::int64_t late = 0;
    std::int64_t typed_late = 0;
    std::int64_t claimed = 0;   // of those typed late: so late that another has to accept them
    std::int64_t accepted = 0;  // of those claimed
    std::int64_t clock_in_doubt = 0;
    std::int64_t missed = 0;
    std::int64_t explained = 0;
    std::int64_t incomplete = 0;
    std::int64_t pending = 0;
    std::int64_t overdue = 0;  // of those pending: they can only be done late
    std::int64_t not_applicable = 0;
    std::int64_t extra = 0;
    // Those whose time to be done on time is over, as far as somebody can tell what became of them. Whatever is done
    // about one of them later makes them no more and no fewer.
    std::int64_t over() const { return planned - (pending - overdue) - clock_in_doubt; }
};

StateCounts count_states(const Judgement& judgement);

}  // namespace onduty
