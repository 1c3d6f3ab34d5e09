// SPDX-License-Identifier: MIT
#include "plan/rule_judge.hpp"

#include <algorithm>

#include "plan/after.hpp"
#include "plan/rule_targets.hpp"
#include "plan/windows.hpp"

namespace onduty {

namespace {

std::vector<Mark> marks_of(std::span<const Deed* const> deeds) {
    std::vector<Mark> marks;
    marks.reserve(deeds.size());
    for (const Deed* deed : deeds) {
        marks.push_back(deed->mark);
    }
    return marks;
}

std::vector<std::int64_t> entries_of(const std::vector<Outcome>& outcomes) {
    std::vector<std::int64_t> entries;
    for (const Outcome& outcome : outcomes) {
        if (outcome.mark) {
            entries.push_back(outcome.mark->entry);
        }
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

bool has(const std::vector<std::int64_t>& entries, const Deed& deed) {
    return std::binary_search(entries.begin(), entries.end(), deed.mark.entry);
}

// Slots that are judged together, and what they may take.
struct Group {
    std::vector<Slot> slots;
    std::vector<Mark> marks;
    MayTake may_take;

    bool has(Instant due) const {
        return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.due == due; });
    }
};

// Without those that name a slot of another group.
std::vector<Explanation> explanations_of(const Group& group, const std::vector<Group>& groups,
                                         std::vector<Explanation> explanations) {
    std::erase_if(explanations, [&](const Explanation& explanation) {
        return !group.has(explanation.due) && std::any_of(groups.begin(), groups.end(), [&](const Group& other) {
            return other.has(explanation.due);
        });
    });
    return explanations;
}

}  // namespace

RuleJudge::RuleJudge(RuleHistory rule, const Zone& zone, DateRange dates, const Deeds& deeds, Instant now)
    : rule_{std::move(rule)},
      zone_{&zone},
      dates_{dates},
      reach_{windows_over(rule_, zone, dates)},
      now_{now},
      known_{to_instant(zone, LocalTime{completions_from(rule_, zone, dates) + std::chrono::days{1}})},
      asked_{rules_asked(rule_, zone, dates)},
      deeds_{deeds_for(asked_, deeds)},
      explanations_{explanations_for(rule_.code, deeds)} {
    const auto has_kind = [&](bool after) {
        return std::any_of(rule_.runs.begin(), rule_.runs.end(), [&](const RuleRun& run) {
            return run.rule != nullptr && (run.rule->kind == RuleKind::after) == after;
        });
    };
    if (has_kind(true) && has_kind(false)) {
        // What ended a slot of a chain may be that of another kind, however long before or after.
        reach_ = joined(reach_, dates_needed(rule_, zone, dates, now));
    }
    judge_runs();
    explain_stretches(deeds);
    accept_claims(deeds);
    for (Outcome& outcome : outcomes_) {
        if (outcome.state == State::missed && is_in_doubt(deeds.doubts, outcome.slot.due)) {
            outcome.state = State::clock_in_doubt;
        }
    }
}

void RuleJudge::explain_stretches(const Deeds& deeds) {
    for (const WrittenExplanation& said : deeds.explanations) {
        if (!said.stretch) {
            continue;
        }
        for (Outcome& outcome : outcomes_) {
            // That a rule did not apply is said of all its slots; what excuses misses, of those that were known.
            if (outcome.state == State::missed && said.covers(rule_.code, outcome.slot) &&
                (said.excuse == Excuse::not_applicable || !was_done(outcome.slot, said.number, deeds))) {
                outcome.state = said.excuse == Excuse::not_applicable ? State::not_applicable : State::explained;
                outcome.explanation = said.number;
            }
        }
    }
}

bool RuleJudge::was_done(const Slot& slot, EntryNumber said, const Deeds& deeds) const {
    const auto is_in = [&](Instant at) { return slot.early_from <= at && at < slot.expires; };
    return std::any_of(deeds.undone.begin(), deeds.undone.end(),
                       [&](const Undone& deed) {
                           return deed.target == slot.rule->target && deed.number < said && said < deed.by &&
                                  is_in(deed.at);
                       }) ||
           std::any_of(deeds_.begin(), deeds_.end(), [&](const Deed* deed) {
               const Mark& mark = deed->mark;
               return mark.entry < said && said < mark.claimed_by && mark.before && is_in(*mark.before);
           });
}

void RuleJudge::accept_claims(const Deeds& deeds) {
    for (Outcome& outcome : outcomes_) {
        outcome.accepted = outcome.claim ? deeds.accepts(outcome.mark->entry, outcome.mark->claimed_by) : 0;
    }
}

std::vector<Slot> RuleJudge::slots_with_standing(const RuleHistory& rule) const {
    std::vector<Slot> in_force = slots_for(rule, *zone_, reach_);
    if (standing_.empty()) {
        return in_force;
    }
    std::vector<Slot> slots;
    auto next = in_force.begin();
    for (const Standing& standing : standing_) {
        for (; next != in_force.end() && next->due < standing.slot.expires; ++next) {
            slots.push_back(*next);
        }
        slots.push_back(standing.slot);
    }
    slots.insert(slots.end(), next, in_force.end());
    return slots;
}

std::vector<Outcome> RuleJudge::judged(const RuleHistory& rule, DeedSpan deeds, Instant now) const {
    std::map<std::int64_t, std::size_t> taken_by_chains;  // with the run of the slot
    std::vector<Group> groups{{slots_with_standing(rule), marks_of(deeds), {}}};
    std::vector<Explanation> explanations = explanations_;
    for (const RuleTarget& target : chain_targets(rule.versions, rule.code)) {
        std::vector<const Deed*> done;
        std::copy_if(deeds.begin(), deeds.end(), std::back_inserter(done),
                     [&](const Deed* deed) { return deed->target == target; });
        Group chain{{}, marks_of(done), {}};
        chain.slots = after_slots(rule.versions, rule.code, target, *zone_, chain.marks, explanations, now, known_);
        groups.push_back(std::move(chain));
    }
    if (asked_.size() > 1 || groups.size() > 1 || !too_much_.empty()) {
        groups[0].may_take = [&](const Slot& slot, std::size_t mark) {
            const Deed& deed = *deeds[mark];
            const auto chain = taken_by_chains.find(deed.mark.entry);
            const auto extra = too_much_.find(deed.mark.entry);
            return (asked_.size() == 1 || satisfies(deed, *slot.rule)) &&
                   (chain == taken_by_chains.end() || run_of(*slot.rule) < chain->second) &&
                   (extra == too_much_.end() || run_of(*slot.rule) <= extra->second);
        };
    }
    std::vector<Outcome> outcomes;
    // The chains first, then what has its own times: of two slots that one deed would end, that of the earlier run.
    for (std::size_t g = groups.size(); g-- > 0;) {
        const Group& group = groups[g];
        if (group.slots.empty()) {
            continue;
        }
        Judgement judgement =
            judge(group.slots, group.marks, explanations_of(group, groups, explanations), now, group.may_take);
        if (g == 0) {
            const std::vector<std::int64_t> taken = entries_of(judgement.outcomes);
            std::erase_if(outcomes, [&](const Outcome& outcome) {
                return outcome.mark && std::binary_search(taken.begin(), taken.end(), outcome.mark->entry);
            });
        }
        for (Outcome& outcome : judgement.outcomes) {
            if (g > 0 && outcome.mark) {
                taken_by_chains.emplace(outcome.mark->entry, run_of(*outcome.slot.rule));
            }
            outcomes.push_back(std::move(outcome));
        }
    }
    // A chain whose days became fewer is not in this order by itself, nor is what stands.
    std::stable_sort(outcomes.begin(), outcomes.end(),
                     [](const Outcome& a, const Outcome& b) { return a.slot.due < b.slot.due; });
    return outcomes;
}

RuleJudge::DeedSpan RuleJudge::deeds_before(Instant end) const {
    const auto until = std::lower_bound(deeds_.begin(), deeds_.end(), end,
                                        [](const Deed* deed, Instant at) { return deed->mark.at < at; });
    return {deeds_.begin(), until};
}

void RuleJudge::each_asked(std::size_t last,
                           const std::function<void(const Deed& deed, const Rule& rule)>& tell) const {
    std::size_t before = 0;
    for (std::size_t r = 0; r <= last; ++r) {
        const DeedSpan until = deeds_before(rule_.runs[r].until);
        for (const Deed* deed : until.subspan(before)) {
            if (const Rule* rule = rule_asking(*deed, r, last); rule != nullptr && counts_extras(*rule)) {
                tell(*deed, *rule);
            }
        }
        before = until.size();
    }
}

const Rule* RuleJudge::rule_asking(const Deed& deed, std::size_t r, std::size_t last) const {
    const auto asks = [&](const RuleRun& run) { return run.rule != nullptr && satisfies(deed, *run.rule); };
    while (r < last && !asks(rule_.runs[r]) && rule_.runs[r].until <= deed.mark.recorded.value_or(deed.mark.at)) {
        ++r;
    }
    return asks(rule_.runs[r]) ? rule_.runs[r].rule : nullptr;
}

std::size_t RuleJudge::run_of(const Rule& rule) const {
    std::size_t version = 0;
    while (rule_.versions[version].plan.rule(rule_.code) != &rule) {
        ++version;
    }
    const auto run =
        std::find_if(rule_.runs.begin(), rule_.runs.end(), [&](const RuleRun& one) { return version < one.versions; });
    return static_cast<std::size_t>(run - rule_.runs.begin());
}

bool RuleJudge::is_carried(const Slot& slot, const Deed& deed, std::size_t r) const {
    const Rule* rule = rule_.runs[r].rule;
    return rule != nullptr && satisfies(deed, *rule) &&
           is_asked_instead(rule_.up_to(r), *zone_, slot, deed.mark.at, deed.mark.date);
}

void RuleJudge::judge_runs() {
    const std::size_t last = rule_.runs.size() - 1;
    for (std::size_t r = 0; r < last; ++r) {
        if (is_near(rule_.runs[r], *zone_, reach_)) {
            const Instant end = rule_.runs[r].until;
            end_run(r, judged(rule_.up_to(r), deeds_before(end), std::min(now_, end - std::chrono::milliseconds{1})));
        }
    }
    outcomes_ = judged(rule_, deeds_, now_);
    // A day that was closed after the deed is none of the slot that stands.
    std::erase_if(outcomes_, [&](const Outcome& outcome) {
        return !outcome.slot.applies && std::any_of(standing_.begin(), standing_.end(), [&](const Standing& standing) {
            return standing.slot.due == outcome.slot.due;
        });
    });
    tell_extras();
}

void RuleJudge::end_run(std::size_t r, const std::vector<Outcome>& then) {
    const RuleRun& run = rule_.runs[r];
    std::erase_if(standing_, [&](const Standing& standing) {
        return standing.slot.due >= run.until && is_carried(standing.slot, *standing.deed, r + 1);
    });
    for (const Outcome& outcome : then) {
        const bool stood = outcome.slot.expires <= run.since;  // when an earlier run ended
        if (!outcome.mark || stood || !is_scheduled(outcome.slot.rule->kind) || outcome.slot.due < run.until) {
            continue;
        }
        const Deed& deed = **std::find_if(deeds_.begin(), deeds_.end(),
                                          [&](const Deed* one) { return one->mark.entry == outcome.mark->entry; });
        if (!is_carried(outcome.slot, deed, r + 1)) {
            standing_.push_back({outcome.slot, &deed});
            standing_.back().slot.opens = std::min(outcome.slot.opens, run.until);
            standing_.back().slot.expires = run.until;
        }
    }
    const std::vector<std::int64_t> taken = entries_of(then);
    const Date change = business_date(*zone_, *run.calendar, run.until);
    each_asked(r, [&](const Deed& deed, const Rule&) {
        if (deed.mark.date < change && !has(taken, deed)) {
            too_much_.emplace(deed.mark.entry, r);
        }
    });
}

void RuleJudge::tell_extras() {
    const std::vector<std::int64_t> taken = entries_of(outcomes_);
    each_asked(rule_.runs.size() - 1, [&](const Deed& deed, const Rule& rule) {
        if (!dates_.contains(deed.mark.date)) {
            return;
        }
        if (has(taken, deed)) {
            needed_.push_back(&deed);
        } else {
            extras_.emplace_back(&deed, &rule);
        }
    });
}

}  // namespace onduty
