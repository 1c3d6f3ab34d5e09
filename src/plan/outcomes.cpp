// SPDX-License-Identifier: MIT
#include "plan/outcomes.hpp"

#include <algorithm>

#include "plan/after.hpp"
#include "plan/rule_targets.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};
constexpr std::chrono::days kLongestOverdue{31};
constexpr std::chrono::days kLongestUnit{31};

const Rule* newest_rule(const PlanHistory& history, const std::string& code) {
    const Rule* rule = nullptr;
    for (const PlanVersion& version : history) {
        const Rule* found = version.plan.rule(code);
        rule = found == nullptr ? rule : found;
    }
    return rule;
}

// The neighbouring days' slots take the marks that are theirs; they are left out of the answer.
DateRange wider(DateRange dates) {
    return {dates.from - kDay, dates.until + kDay};
}

bool counts_extras(const Rule& rule) {
    const EventTarget* event = rule.target.family == "event" ? event_named(rule.target.code) : nullptr;
    return event == nullptr || event->counts_extras;
}

// The slots that may take what is done on these dates. A week or a month that is due after them takes it as well: who
// cleans the windows on Tuesday has done no more than is wanted until Sunday.
std::vector<Slot> slots_for(const PlanHistory& history, const Rule& rule, const Zone& zone, DateRange dates) {
    if (!has_long_unit(rule) || !counts_extras(rule)) {
        return slots_in_force(history, rule.code, zone, wider(dates));
    }
    std::vector<Slot> slots =
        slots_in_force(history, rule.code, zone, {dates.from - kLongestUnit, dates.until + kLongestUnit});
    std::erase_if(slots, [&](const Slot& slot) {
        const Calendar& calendar = in_force(history, slot.due).calendar;
        return business_date(zone, calendar, slot.early_from) > dates.until ||
               business_date(zone, calendar, slot.expires) < dates.from - kDay;
    });
    return slots;
}

// The outcomes and the extras of `dates`. An extra counts for its own date, so that days and their week have the same,
// and so that it is seen on a day without a slot: a round that is walked while no rule asks for it.
Judgement narrow(Judgement all, DateRange dates) {
    std::erase_if(all.outcomes, [&](const Outcome& outcome) { return !dates.contains(outcome.slot.date); });
    std::erase_if(all.extras, [&](const Mark& mark) { return !dates.contains(mark.date); });
    return all;
}

}  // namespace

bool has_long_unit(const Rule& rule) {
    return rule.kind == RuleKind::period && rule.unit != PeriodUnit::day;
}

DateRange dates_needed(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
                       Instant now) {
    DateRange needed = wider(dates);
    const Rule* rule = newest_rule(history, code);
    if (rule->kind == RuleKind::after) {
        const Calendar& calendar = history.back().plan.calendar;
        needed.from = rule->target.family == "cleaning"
                          ? std::min(needed.from, business_date(zone, calendar, history.front().since) - kDay)
                          : needed.from - std::chrono::days{rule->days} - kLongestOverdue;
        needed.until = std::max(needed.until, business_date(zone, calendar, now) + 2 * kDay);
    } else if (has_long_unit(*rule)) {
        for (const Slot& slot : slots_for(history, *rule, zone, dates)) {
            const Calendar& calendar = in_force(history, slot.due).calendar;
            const Date from = business_date(zone, calendar, slot.early_from);
            const Date until = business_date(zone, calendar, slot.expires);
            if (from < dates.until && until > dates.from) {  // of its neighbours a day is enough
                needed.from = std::min(needed.from, from - kDay);
                needed.until = std::max(needed.until, until + kDay);
            }
        }
    }
    return needed;
}

RuleOutcomes judge_rule(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
                        const Deeds& deeds, Instant now) {
    const Rule* rule = newest_rule(history, code);
    const std::vector<Mark> marks = marks_for(*rule, deeds);
    const std::vector<Explanation> explanations = explanations_for(code, deeds);
    // A chain of completions has no gaps for marks of its neighbours, but its slots are not known by date beforehand.
    const std::vector<Slot> slots = rule->kind == RuleKind::after
                                        ? after_slots(history, code, zone, marks, explanations, now)
                                        : slots_for(history, *rule, zone, dates);
    RuleOutcomes outcomes{code, rule->name, rule->target, rule->post,
                          narrow(judge(slots, marks, explanations, now), dates)};
    if (!counts_extras(*rule)) {
        outcomes.judgement.extras.clear();
    }
    return outcomes;
}

std::vector<RuleOutcomes> judge_rules(const PlanHistory& history, const Zone& zone, DateRange dates, const Deeds& deeds,
                                      Instant now) {
    std::vector<RuleOutcomes> result;
    for (const std::string& code : scheduled_rules(history)) {
        result.push_back(judge_rule(history, code, zone, dates, deeds, now));
    }
    for (const std::string& code : after_rules(history)) {
        result.push_back(judge_rule(history, code, zone, dates, deeds, now));
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
