// SPDX-License-Identifier: MIT
#include "duty/outcomes.hpp"

#include <algorithm>

namespace onduty {

namespace {

const Rule* newest_rule(const PlanHistory& history, const std::string& code) {
    const Rule* rule = nullptr;
    for (const PlanVersion& version : history) {
        const Rule* found = version.plan.rule(code);
        rule = found == nullptr ? rule : found;
    }
    return rule;
}

}  // namespace

std::vector<RuleOutcomes> judge_rules(const PlanHistory& history, const Zone& zone, DateRange dates,
                                      const PatrolFacts& facts, Instant now) {
    std::vector<RuleOutcomes> result;
    for (const std::string& code : scheduled_rules(history)) {
        const Rule* rule = newest_rule(history, code);
        // The neighbouring days' slots take the marks that are theirs; they are left out of the answer.
        const DateRange wider{dates.from - std::chrono::days{1}, dates.until + std::chrono::days{1}};
        const std::vector<Slot> slots = slots_in_force(history, code, zone, wider);
        Judgement all = judge(slots, marks_for(*rule, facts), explanations_for(code, facts), now);
        RuleOutcomes outcomes{code, rule->name, {}};
        Instant first = kNever;
        Instant last{};
        for (Outcome& outcome : all.outcomes) {
            if (dates.contains(outcome.slot.date)) {
                first = std::min(first, outcome.slot.early_from);
                last = std::max(last, outcome.slot.expires);
                outcomes.judgement.outcomes.push_back(std::move(outcome));
            }
        }
        if (rule->target.family == "event" && rule->target.code == event::kCheckCall) {
            all.extras.clear();  // nobody gives too many signs of life
        }
        std::copy_if(all.extras.begin(), all.extras.end(), std::back_inserter(outcomes.judgement.extras),
                     [&](const Mark& mark) { return first <= mark.at && mark.at < last; });
        result.push_back(std::move(outcomes));
    }
    return result;
}

std::int64_t StateCounts::on_time_per_mille() const {
    const std::int64_t over = planned - pending;
    return over == 0 ? -1 : (on_time * 1000 + over / 2) / over;
}

StateCounts count_states(const Judgement& judgement) {
    StateCounts counts;
    for (const Outcome& outcome : judgement.outcomes) {
        counts.planned += outcome.state == State::not_applicable ? 0 : 1;
        switch (outcome.state) {
            case State::pending:
                ++counts.pending;
                break;
            case State::early:
                ++counts.early;
                break;
            case State::on_time:
                ++counts.on_time;
                break;
            case State::late:
                ++counts.late;
                break;
            case State::missed:
                ++counts.missed;
                break;
            case State::explained:
                ++counts.explained;
                break;
            case State::incomplete:
                ++counts.incomplete;
                break;
            case State::not_applicable:
                ++counts.not_applicable;
                break;
            case State::extra:
                break;
        }
    }
    counts.extra = static_cast<std::int64_t>(judgement.extras.size());
    return counts;
}

}  // namespace onduty
