// SPDX-License-Identifier: MIT
#include "plan/outcomes.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "plan/after.hpp"
#include "plan/rule_targets.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};
constexpr std::chrono::days kLongestOverdue{31};
constexpr std::chrono::days kLongestUnit{31};

bool is_of_cleaning(const Rule& rule) {
    return rule.target.family == "cleaning";
}

// The newest of the code; of those of the cleaning alone, or of the others, where that is asked. nullptr without one.
const Rule* newest_rule(const PlanHistory& history, const std::string& code, std::optional<bool> of_cleaning = {}) {
    const Rule* rule = nullptr;
    for (const PlanVersion& version : history) {
        const Rule* found = version.plan.rule(code);
        const bool meant = found != nullptr && is_of_cleaning(*found) == of_cleaning.value_or(is_of_cleaning(*found));
        rule = meant ? found : rule;
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

// Whether a run, or a slot that was open when it ended, may matter on `dates`.
bool concerns(const RuleRun& run, const Zone& zone, DateRange dates) {
    return run.rule != nullptr && run.until >= to_instant(zone, LocalTime{dates.from - kLongestUnit}) &&
           run.since <= to_instant(zone, LocalTime{dates.until + kLongestUnit});
}

bool counts_long_unit(const std::vector<RuleRun>& runs, const Zone& zone, DateRange dates) {
    return std::any_of(runs.begin(), runs.end(), [&](const RuleRun& run) {
        return concerns(run, zone, dates) && has_long_unit(*run.rule) && counts_extras(*run.rule);
    });
}

// From the business date on which it opens to that on which it expires; of its neighbours a day is enough.
DateRange window_of(PlanVersions history, const Zone& zone, const Slot& slot) {
    const Calendar& calendar = in_force(history, slot.due).calendar;
    return {business_date(zone, calendar, slot.early_from), business_date(zone, calendar, slot.expires)};
}

// The slots that may take what is done on these dates. A week or a month that is due after them takes it as well: who
// cleans the windows on Tuesday has done no more than is wanted until Sunday.
std::vector<Slot> slots_for(PlanVersions history, const std::string& code, const Zone& zone, DateRange dates) {
    if (!counts_long_unit(runs_of(history, code), zone, dates)) {
        return slots_in_force(history, code, zone, wider(dates));
    }
    std::vector<Slot> slots =
        slots_in_force(history, code, zone, {dates.from - kLongestUnit, dates.until + kLongestUnit});
    std::erase_if(slots, [&](const Slot& slot) {
        const DateRange window = window_of(history, zone, slot);
        return window.from > dates.until || window.until < dates.from - kDay;
    });
    return slots;
}

// The dates of all windows in which something of `dates` may be done, with those of slots that were open when the rule
// was changed: what is judged there depends on what was done in all of them.
DateRange windows_over(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates) {
    DateRange reach = dates;
    for (const RuleRun& run : runs_of(history, code)) {
        if (!concerns(run, zone, dates) || !has_long_unit(*run.rule)) {
            continue;
        }
        for (const Slot& slot : slots_for(PlanVersions{history}.first(run.versions), code, zone, dates)) {
            const DateRange window = window_of(history, zone, slot);
            if (window.from < dates.until && window.until > dates.from) {
                reach = joined(reach, window);
            }
        }
    }
    return reach;
}

// From when on the completions of a rule of kind after are read.
Date completions_from(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates) {
    Date from = dates.from - kDay;
    for (const RuleRun& run : runs_of(history, code)) {
        if (!concerns(run, zone, dates) || run.rule->kind != RuleKind::after) {
            continue;
        }
        from = is_of_cleaning(*run.rule)
                   ? std::min(from, business_date(zone, *run.calendar, history.front().since) - kDay)
                   : std::min(from, dates.from - std::chrono::days{run.rule->days} - kLongestOverdue);
    }
    return from;
}

std::vector<Mark> marks_of(std::span<const Deed* const> deeds) {
    std::vector<Mark> marks;
    marks.reserve(deeds.size());
    for (const Deed* deed : deeds) {
        marks.push_back(deed->mark);
    }
    return marks;
}

// One rule in all of its versions.
class RuleJudge {
  public:
    RuleJudge(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
              const Deeds& deeds, Instant now)
        : history_{&history},
          code_{&code},
          zone_{&zone},
          dates_{dates},
          reach_{windows_over(history, code, zone, dates)},
          now_{now},
          known_{to_instant(zone, LocalTime{completions_from(history, code, zone, dates) + kDay})},
          runs_{runs_of(history, code)},
          asked_{rules_asked(history, code, zone, dates)},
          deeds_{deeds_for(asked_, deeds)},
          explanations_{explanations_for(code, deeds)} {
        judge_runs();
    }

    // Of all slots that were looked at, in order of due time.
    const std::vector<Outcome>& outcomes() const { return outcomes_; }
    // What a version that counts extras asked for when it was done, with its rule: what none of its slots took, and
    // what one took.
    const std::vector<std::pair<const Deed*, const Rule*>>& extras() const { return extras_; }
    const std::vector<const Deed*>& needed() const { return needed_; }

  private:
    using DeedSpan = std::span<const Deed* const>;

    // As it was by these versions, which may be but the first ones.
    std::vector<Outcome> judged(PlanVersions versions, DeedSpan deeds, Instant now) const {
        struct Group {
            std::vector<Slot> slots;
            std::vector<Mark> marks;
            MayTake may_take;
        };
        std::vector<Group> groups{{slots_with_standing(versions), marks_of(deeds), {}}};
        if (asked_.size() > 1) {
            groups[0].may_take = [&](const Slot& slot, std::size_t mark) {
                return satisfies(*deeds[mark], *slot.rule);
            };
        }
        // What ends a slot of a chain is as good for one with a time of its own.
        for (const RuleTarget& target : chain_targets(versions, *code_)) {
            std::vector<const Deed*> done;
            std::copy_if(deeds.begin(), deeds.end(), std::back_inserter(done),
                         [&](const Deed* deed) { return deed->target == target; });
            Group chain{{}, marks_of(done), {}};
            chain.slots = after_slots(versions, *code_, target, *zone_, chain.marks, explanations_, now, known_);
            groups.push_back(std::move(chain));
        }
        std::erase_if(groups, [](const Group& group) { return group.slots.empty(); });
        std::vector<Outcome> outcomes;
        for (const Group& group : groups) {
            const auto is_of = [](const Group& one, const Explanation& explanation) {
                return std::any_of(one.slots.begin(), one.slots.end(),
                                   [&](const Slot& slot) { return slot.due == explanation.due; });
            };
            std::vector<Explanation> explanations = explanations_;
            if (groups.size() > 1) {
                std::erase_if(explanations, [&](const Explanation& explanation) {
                    return !is_of(group, explanation) &&
                           std::any_of(groups.begin(), groups.end(),
                                       [&](const Group& other) { return is_of(other, explanation); });
                });
            }
            Judgement judgement = judge(group.slots, group.marks, explanations, now, group.may_take);
            std::move(judgement.outcomes.begin(), judgement.outcomes.end(), std::back_inserter(outcomes));
        }
        // A chain whose days became fewer is not in this order by itself.
        sort_by_due(outcomes);
        return outcomes;
    }

    // The slots in force when they were due, and those that stand, each among those of its version.
    std::vector<Slot> slots_with_standing(PlanVersions versions) const {
        const std::vector<Slot> in_force = slots_for(versions, *code_, *zone_, reach_);
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

    // What was done under a version is judged by the plan as it was until the next one: a change makes no extra of what
    // was wanted, and none of what was too much wanted. A slot that was done then stands though it is not due any more,
    // where the next version has none that may take what was done.
    void judge_runs() {
        const auto at_least = [](const Deed* deed, Instant at) { return deed->mark.at < at; };
        std::vector<std::vector<EntryNumber>> taken_then(runs_.size());
        for (std::size_t r = 0; r + 1 < runs_.size(); ++r) {
            const RuleRun& run = runs_[r];
            if (!concerns(run, *zone_, reach_)) {
                continue;
            }
            const auto until = std::lower_bound(deeds_.begin(), deeds_.end(), run.until, at_least);
            const std::vector<Outcome> then =
                judged(PlanVersions{*history_}.first(run.versions), {deeds_.begin(), until},
                       std::min(now_, run.until - std::chrono::milliseconds{1}));
            taken_then[r] = entries_of(then);
            for (const Outcome& outcome : then) {
                if (outcome.mark && outcome.slot.rule == run.rule && is_scheduled(run.rule->kind) &&
                    outcome.slot.due >= run.until && !is_carried(*outcome.mark, runs_[r + 1])) {
                    standing_.push_back(outcome.slot);
                    standing_.back().opens = std::min(outcome.slot.opens, run.until);
                    standing_.back().expires = run.until;
                }
            }
        }
        outcomes_ = judged(*history_, deeds_, now_);
        // A day that was closed after the deed is none of the slot that stands.
        std::erase_if(outcomes_, [&](const Outcome& outcome) {
            return !outcome.slot.applies && std::any_of(standing_.begin(), standing_.end(),
                                                        [&](const Slot& slot) { return slot.due == outcome.slot.due; });
        });
        const std::vector<EntryNumber> taken = entries_of(outcomes_);
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            if (runs_[r].rule != nullptr && counts_extras(*runs_[r].rule)) {
                const Instant since = r == 0 ? Instant::min() : runs_[r].since;
                const auto from = std::lower_bound(deeds_.begin(), deeds_.end(), since, at_least);
                const auto until = std::lower_bound(from, deeds_.end(), runs_[r].until, at_least);
                tell_extras({from, until}, *runs_[r].rule, r + 1 == runs_.size() ? taken : taken_then[r], taken);
            }
        }
    }

    // Whether a slot of the run may take what was done before it.
    bool is_carried(const Mark& mark, const RuleRun& run) const {
        const auto deed =
            std::find_if(deeds_.begin(), deeds_.end(), [&](const Deed* one) { return one->mark.entry == mark.entry; });
        if (run.rule == nullptr || !satisfies(**deed, *run.rule)) {
            return false;
        }
        const std::vector<Slot> slots = slots_in_force(PlanVersions{*history_}.first(run.versions), *code_, *zone_,
                                                       {mark.date - kLongestUnit, mark.date + kLongestUnit});
        return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
            return slot.rule == run.rule && slot.applies && slot.early_from <= mark.at && mark.at < slot.expires;
        });
    }

    bool is_asked(const Deed& deed) const { return dates_.contains(deed.mark.date); }

    // Needed is what a slot took by the plan of then, and no other deed has taken its place in a slot of later.
    void tell_extras(DeedSpan deeds, const Rule& rule, const std::vector<EntryNumber>& then,
                     const std::vector<EntryNumber>& now) {
        for (const Deed* deed : deeds) {
            if (!is_asked(*deed) || !satisfies(*deed, rule)) {
                continue;
            }
            if (has(then, deed->mark.entry) && has(now, deed->mark.entry)) {
                needed_.push_back(deed);
            } else {
                extras_.emplace_back(deed, &rule);
            }
        }
    }

    static void sort_by_due(std::vector<Outcome>& outcomes) {
        std::stable_sort(outcomes.begin(), outcomes.end(),
                         [](const Outcome& a, const Outcome& b) { return a.slot.due < b.slot.due; });
    }

    static bool has(const std::vector<EntryNumber>& entries, EntryNumber entry) {
        return std::binary_search(entries.begin(), entries.end(), entry);
    }

    static std::vector<EntryNumber> entries_of(const std::vector<Outcome>& outcomes) {
        std::vector<EntryNumber> entries;
        for (const Outcome& outcome : outcomes) {
            if (outcome.mark) {
                entries.push_back(outcome.mark->entry);
            }
        }
        std::sort(entries.begin(), entries.end());
        return entries;
    }

    const PlanHistory* history_;
    const std::string* code_;
    const Zone* zone_;
    DateRange dates_;
    DateRange reach_;
    Instant now_;
    Instant known_;
    std::vector<RuleRun> runs_;
    std::vector<const Rule*> asked_;
    std::vector<const Deed*> deeds_;  // that satisfy some version
    std::vector<Explanation> explanations_;
    std::vector<Slot> standing_;  // done, but not in force when they were due
    std::vector<Outcome> outcomes_;
    std::vector<std::pair<const Deed*, const Rule*>> extras_;
    std::vector<const Deed*> needed_;
};

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

bool has_long_unit(const Rule& rule) {
    return rule.kind == RuleKind::period && rule.unit != PeriodUnit::day;
}

std::vector<std::string> rules_with_slots(const PlanHistory& history) {
    std::vector<std::string> codes = scheduled_rules(history);
    for (const std::string& code : after_rules(history)) {
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) {
            codes.push_back(code);
        }
    }
    return codes;
}

std::vector<const Rule*> rules_asked(const PlanHistory& history, const std::string& code, const Zone& zone,
                                     DateRange dates) {
    std::vector<const Rule*> asked;
    for (const RuleRun& run : runs_of(history, code)) {
        const bool matters = concerns(run, zone, dates) || (run.rule != nullptr && run.rule->kind == RuleKind::after);
        if (matters && std::none_of(asked.begin(), asked.end(), [&](const Rule* other) {
                return other->target == run.rule->target && other->post == run.rule->post;
            })) {
            asked.push_back(run.rule);
        }
    }
    return asked;
}

DateRange dates_needed(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
                       Instant now) {
    DateRange needed = wider(dates);
    const std::vector<RuleRun> runs = runs_of(history, code);
    if (std::any_of(runs.begin(), runs.end(), [&](const RuleRun& run) {
            return concerns(run, zone, dates) && run.rule->kind == RuleKind::after;
        })) {
        const Calendar& calendar = history.back().plan.calendar;
        needed.from = std::min(needed.from, completions_from(history, code, zone, dates));
        needed.until = std::max(needed.until, business_date(zone, calendar, now) + 2 * kDay);
    }
    return joined(needed, wider(windows_over(history, code, zone, dates)));
}

RuleOutcomes judge_rule(const PlanHistory& history, const std::string& code, const Zone& zone, DateRange dates,
                        const Deeds& deeds, Instant now) {
    const RuleJudge judged{history, code, zone, dates, deeds, now};
    return told_of(judged, *newest_rule(history, code), dates, Told::of_dates, {});
}

std::vector<RuleOutcomes> judge_rules(const PlanHistory& history, const Zone& zone, DateRange dates, const Deeds& deeds,
                                      Instant now, Told told) {
    const std::vector<std::string> codes = rules_with_slots(history);
    std::vector<RuleJudge> all;
    all.reserve(codes.size());
    std::vector<const Deed*> needed;
    for (const std::string& code : codes) {
        const RuleJudge& judged = all.emplace_back(history, code, zone, dates, deeds, now);
        needed.insert(needed.end(), judged.needed().begin(), judged.needed().end());
    }
    std::sort(needed.begin(), needed.end());
    std::vector<RuleOutcomes> result;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        for (const bool of_cleaning : {false, true}) {
            if (const Rule* rule = newest_rule(history, codes[i], of_cleaning)) {
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
