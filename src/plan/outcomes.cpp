// SPDX-License-Identifier: MIT
#include "plan/outcomes.hpp"

#include <algorithm>

#include "plan/rule_judge.hpp"
#include "plan/windows.hpp"

namespace onduty {

namespace {

// The last of the code that was there before `end`, else the first one after it; of those of the cleaning alone, or of
// the others, where that is asked. nullptr without one.
const Rule* last_rule(const PlanHistory& history, const std::string& code, Instant end,
                      std::optional<bool> of_cleaning = {}) {
    const Rule* rule = nullptr;
    for (const PlanVersion& version : history) {
        const Rule* found = version.plan.rule(code);
        const bool meant = found != nullptr && is_of_cleaning(*found) == of_cleaning.value_or(is_of_cleaning(*found));
        rule = meant && (version.since < end || rule == nullptr) ? found : rule;
    }
    return rule;
}

Instant end_of(const PlanHistory& history, const Zone& zone, DateRange dates) {
    return to_instant(zone, LocalTime{dates.until} + history.back().plan.calendar.day_start);
}

RuleOutcomes told_of(const RuleJudge& judged, const Rule& rule, DateRange dates, Told told,
                     const std::vector<const Deed*>& needed) {
    RuleOutcomes outcomes{rule.code, rule.name, rule.target, rule.post, {}};
    const bool of_cleaning = is_of_cleaning(rule);
    for (const Outcome& outcome : judged.outcomes()) {
        const bool waits = told == Told::waiting && outcome.state == State::pending &&
                           outcome.slot.rule->kind == RuleKind::after && outcome.slot.date < dates.from;
        if (is_of_cleaning(*outcome.slot.rule) == of_cleaning && (waits || dates.contains(outcome.slot.date))) {
            outcomes.judgement.outcomes.push_back(outcome);
        }
    }
    for (const auto& [deed, asking] : judged.extras()) {
        if (is_of_cleaning(*asking) == of_cleaning && !std::binary_search(needed.begin(), needed.end(), deed)) {
            outcomes.judgement.extras.push_back(deed->mark);
        }
    }
    return outcomes;
}

}  // namespace

RuleOutcomes judge_rule(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
                        const Deeds& deeds, Instant now) {
    const RuleJudge judged{rule_history(history, code), zone, dates, deeds, now};
    return told_of(judged, *last_rule(history, code, end_of(history, zone, dates)), dates, Told::of_dates, {});
}

std::vector<RuleOutcomes> judge_rules(const PlanHistory& history, const Zone& zone, DateRange dates, const Deeds& deeds,
                                      Instant now, Told told) {
    const std::vector<std::string> codes = rules_with_slots(history);
    std::vector<RuleJudge> all;
    all.reserve(codes.size());
    std::vector<const Deed*> needed;
    for (const std::string& code : codes) {
        const RuleJudge& judged = all.emplace_back(rule_history(history, code), zone, dates, deeds, now);
        needed.insert(needed.end(), judged.needed().begin(), judged.needed().end());
    }
    std::sort(needed.begin(), needed.end());
    std::vector<RuleOutcomes> result;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        for (const bool of_cleaning : {false, true}) {
            if (const Rule* rule = last_rule(history, codes[i], end_of(history, zone, dates), of_cleaning)) {
                result.push_back(told_of(all[i], *rule, dates, told, needed));
            }
        }
    }
    return result;
}

StateCounts count_states(const Judgement& judgement) {
    StateCounts counts;
    for (const Outcome& outcome : judgement.outcomes) {
        counts.planned += outcome.state == State::not_applicable ? 0 : 1;
        switch (outcome.state) {
            case State::pending:
                ++counts.pending;
                counts.overdue += outcome.overdue ? 1 : 0;
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
            case State::typed_late:
                ++counts.typed_late;
                counts.claimed += outcome.claim ? 1 : 0;
                counts.accepted += outcome.accepted != 0 ? 1 : 0;
                break;
            case State::clock_in_doubt:
                ++counts.clock_in_doubt;
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
