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
    judge_runs();
}

std::vector<Slot> RuleJudge::slots_with_standing(const RuleHistory& rule) const {
    std::vector<Slot> in_force = slots_for(rule, *zone_, reach_);
    if (standing_.empty()) {
        return in_force;
    }
    std::vector<Slot> slots;
    auto next = in_force.begin();
    for (const Slot& standing : standing_) {
        for (; next != in_force.end() && next->due < standing.expires; ++next) {
            slots.push_back(*next);
        }
        slots.push_back(standing);
    }
    slots.insert(slots.end(), next, in_force.end());
    return slots;
}

std::vector<Outcome> RuleJudge::judged(const RuleHistory& rule, DeedSpan deeds, Instant now) const {
    std::vector<Group> groups{{slots_with_standing(rule), marks_of(deeds), {}}};
    if (asked_.size() > 1) {
        groups[0].may_take = [&](const Slot& slot, std::size_t mark) { return satisfies(*deeds[mark], *slot.rule); };
    }
    // What ends a slot of a chain is as good for one with a time of its own.
    for (const RuleTarget& target : chain_targets(rule.versions, rule.code)) {
        std::vector<const Deed*> done;
        std::copy_if(deeds.begin(), deeds.end(), std::back_inserter(done),
                     [&](const Deed* deed) { return deed->target == target; });
        Group chain{{}, marks_of(done), {}};
        chain.slots = after_slots(rule.versions, rule.code, target, *zone_, chain.marks, explanations_, now, known_);
        groups.push_back(std::move(chain));
    }
    std::erase_if(groups, [](const Group& group) { return group.slots.empty(); });
    std::vector<Outcome> outcomes;
    for (const Group& group : groups) {
        Judgement judgement =
            judge(group.slots, group.marks, explanations_of(group, groups, explanations_), now, group.may_take);
        std::move(judgement.outcomes.begin(), judgement.outcomes.end(), std::back_inserter(outcomes));
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

void RuleJudge::judge_runs() {
    const std::size_t last = rule_.runs.size() - 1;
    std::vector<std::vector<std::int64_t>> taken_then(last);
    for (std::size_t r = 0; r < last; ++r) {
        if (concerns(rule_.runs[r], *zone_, reach_)) {
            const Instant end = rule_.runs[r].until;
            const std::vector<Outcome> then =
                judged(rule_.up_to(r), deeds_before(end), std::min(now_, end - std::chrono::milliseconds{1}));
            taken_then[r] = entries_of(then);
            keep_standing(r, then);
        }
    }
    outcomes_ = judged(rule_, deeds_, now_);
    // A day that was closed after the deed is none of the slot that stands.
    std::erase_if(outcomes_, [&](const Outcome& outcome) {
        return !outcome.slot.applies && std::any_of(standing_.begin(), standing_.end(),
                                                    [&](const Slot& slot) { return slot.due == outcome.slot.due; });
    });
    const std::vector<std::int64_t> taken = entries_of(outcomes_);
    for (std::size_t r = 0; r <= last; ++r) {
        tell_extras(r, r == last ? taken : taken_then[r], taken);
    }
}

void RuleJudge::keep_standing(std::size_t r, const std::vector<Outcome>& then) {
    const RuleRun& run = rule_.runs[r];
    const Rule* next = rule_.runs[r + 1].rule;
    for (const Outcome& outcome : then) {
        if (!outcome.mark || outcome.slot.rule != run.rule || !is_scheduled(run.rule->kind) ||
            outcome.slot.due < run.until) {
            continue;
        }
        const Mark& mark = *outcome.mark;
        const auto deed =
            std::find_if(deeds_.begin(), deeds_.end(), [&](const Deed* one) { return one->mark.entry == mark.entry; });
        const bool carried =
            next != nullptr && satisfies(**deed, *next) && is_open_at(rule_.up_to(r + 1), *zone_, mark.at, mark.date);
        if (!carried) {
            standing_.push_back(outcome.slot);
            standing_.back().opens = std::min(outcome.slot.opens, run.until);
            standing_.back().expires = run.until;
        }
    }
}

// Needed is what a slot took by the plan of then, and no other deed has taken its place in a slot of later.
void RuleJudge::tell_extras(std::size_t r, const std::vector<std::int64_t>& then,
                            const std::vector<std::int64_t>& now) {
    const RuleRun& run = rule_.runs[r];
    if (run.rule == nullptr || !counts_extras(*run.rule)) {
        return;
    }
    const std::size_t before = r == 0 ? 0 : deeds_before(run.since).size();
    for (const Deed* deed : deeds_before(run.until).subspan(before)) {
        if (!dates_.contains(deed->mark.date) || !satisfies(*deed, *run.rule)) {
            continue;
        }
        if (has(then, *deed) && has(now, *deed)) {
            needed_.push_back(deed);
        } else {
            extras_.emplace_back(deed, run.rule);
        }
    }
}

}  // namespace onduty
