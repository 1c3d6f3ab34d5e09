// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"

#include <algorithm>

namespace onduty {

namespace {

// A slot is due at most so long after its business date: with the end of its month.
constexpr std::chrono::days kLongestUnit{32};

// The rule when the version asks for it, else nullptr.
const Rule* demanded(const Duties& plan, const std::string& code) {
    const Rule* rule = plan.rule(code);
    return rule != nullptr && plan.is_staffed(rule->post) ? rule : nullptr;
}

bool asks_the_same(const Duties& plan, const std::string& code, const Rule* rule, const Calendar& calendar) {
    const Rule* other = demanded(plan, code);
    return rule == nullptr ? other == nullptr : other != nullptr && *other == *rule && plan.calendar == calendar;
}

}  // namespace

std::vector<ChecklistItem> Checklist::items_in(unsigned month) const {
    std::vector<ChecklistItem> held;
    std::copy_if(items.begin(), items.end(), std::back_inserter(held),
                 [&](const ChecklistItem& item) { return item.months.empty() || item.months.count(month) > 0; });
    return held;
}

const Route* Plan::route(const std::string& code) const {
    return find_code(routes, code);
}

const Checklist* Plan::checklist(const std::string& code) const {
    return find_code(checklists, code);
}

const Rule* rule_for_event(const std::vector<Rule>& rules, const std::string& event) {
    for (const Rule& rule : rules) {
        if (rule.target.family == "event" && rule.target.code == event) {
            return &rule;
        }
    }
    return nullptr;
}

const Rule* Duties::rule_for_event(const std::string& event) const {
    return onduty::rule_for_event(rules, event);
}

const Rule* Duties::rule(const std::string& code) const {
    return find_code(rules, code);
}

const Rota* Duties::rota(const std::string& post) const {
    const auto found = std::find_if(rotas.begin(), rotas.end(), [&](const Rota& rota) { return rota.post == post; });
    return found == rotas.end() ? nullptr : &*found;
}

const PostHours* Duties::hours_of(const std::string& post) const {
    const auto found = std::find_if(hours.begin(), hours.end(), [&](const PostHours& one) { return one.post == post; });
    return found == hours.end() ? nullptr : &*found;
}

const Lendable* Plan::lendable(const std::string& code) const {
    return find_code(lendables, code);
}

bool Duties::is_staffed(const std::string& post) const {
    return post.empty() || staffed.count("") > 0 || staffed.count(post) > 0;
}

bool needs_certificate(const std::vector<Post>& posts, const Person& person) {
    return std::any_of(person.posts.begin(), person.posts.end(), [&](const std::string& code) {
        const Post* post = find_code(posts, code);
        return post != nullptr && post->certificate;
    });
}

const Duties& in_force(PlanVersions history, Instant at) {
    const Duties* plan = &history.front().plan;
    for (const PlanVersion& version : history) {
        if (version.since <= at) {
            plan = &version.plan;
        }
    }
    return *plan;
}

std::optional<Slot> slot_of_event(const PlanHistory& history, const Zone& zone, const std::string& event,
                                  Instant since) {
    const Duties& plan = in_force(history, since);
    const Rule* rule = plan.rule_for_event(event);
    return rule == nullptr ? std::nullopt : std::optional<Slot>{deadline_slot(*rule, plan.calendar, zone, since, {})};
}

namespace {

// As in_force has it: a version that was recorded while the clock was ahead holds no longer than until the next one.
std::vector<Instant> held_since(PlanVersions versions) {
    std::vector<Instant> since(versions.size());
    for (std::size_t v = versions.size(); v-- > 0;) {
        since[v] = v + 1 < versions.size() ? std::min(versions[v].since, since[v + 1]) : versions[v].since;
    }
    return since;
}

}  // namespace

std::vector<HeldVersion> held_over(PlanVersions history, Period period) {
    const std::vector<Instant> since = held_since(history);
    std::vector<HeldVersion> all;
    for (std::size_t v = 0; v < history.size(); ++v) {
        const Period held{since[v], v + 1 < history.size() ? since[v + 1] : kNever};
        if (std::max(held.from, period.from) < std::min(held.until, period.until)) {
            all.push_back({&history[v].plan, held});
        }
    }
    return all;
}

RuleHistory rule_history(PlanVersions versions, const std::string& code) {
    RuleHistory history{versions, code, {}};
    const std::vector<Instant> since = held_since(versions);
    for (std::size_t v = 0, next = 0; v < versions.size(); v = next) {
        const Rule* rule = demanded(versions[v].plan, code);
        const Calendar& calendar = versions[v].plan.calendar;
        for (next = v + 1; next < versions.size() && asks_the_same(versions[next].plan, code, rule, calendar);) {
            ++next;
        }
        history.runs.push_back({rule, &calendar, since[v], next < versions.size() ? since[next] : kNever, next});
    }
    return history;
}

RuleHistory RuleHistory::up_to(std::size_t run) const {
    RuleHistory before{
        versions.first(runs[run].versions), code, {runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(run) + 1}};
    before.runs.back().until = kNever;
    return before;
}

const Calendar& RuleHistory::calendar_at(Instant at) const {
    const auto run = std::find_if(runs.begin(), runs.end() - 1, [&](const RuleRun& one) { return at < one.until; });
    return *run->calendar;
}

namespace {

bool may_have_slots(const RuleRun& run, const Zone& zone, DateRange dates) {
    return run.until >= to_instant(zone, LocalTime{dates.from}) &&
           run.since <= to_instant(zone, LocalTime{dates.until}) + kLongestUnit;
}

// Whether it asks for what `duty` does, once in the same units.
bool asks_for(const RuleRun& run, const Rule& duty) {
    return run.rule != nullptr && has_long_unit(*run.rule) && run.rule->target == duty.target &&
           run.rule->unit == duty.unit;
}

// What is to be done once in a unit has one slot in it, though its day be moved in the middle: that which is first due
// while its version holds. A version whose day is over when it comes leaves the one that was asked for before.
std::optional<Slot> slot_of_unit(const RuleHistory& rule, const Rule& duty, const Zone& zone, DateRange unit) {
    std::optional<Slot> asked;
    for (const RuleRun& run : rule.runs) {
        if (!may_have_slots(run, zone, unit)) {
            continue;
        }
        const bool over = asked && asked->due < run.since;
        if (over && asked->applies) {
            break;
        }
        if (!asks_for(run, duty)) {
            asked = over ? asked : std::nullopt;
            continue;
        }
        const Slot next = scheduled_slots(*run.rule, *run.calendar, zone, unit).front();
        if (next.due >= run.since && (!over || next.applies)) {
            asked = next;
        }
    }
    return asked;
}

}  // namespace

std::vector<Slot> slots_in_force(const RuleHistory& rule, const Zone& zone, DateRange dates) {
    std::vector<Slot> slots;
    std::vector<const Rule*> duties;  // of long units
    for (const RuleRun& run : rule.runs) {
        // Before the first version there was no plan, so nothing was due.
        if (run.rule == nullptr || !may_have_slots(run, zone, dates)) {
            continue;
        }
        if (has_long_unit(*run.rule)) {
            if (std::none_of(duties.begin(), duties.end(), [&](const Rule* duty) { return asks_for(run, *duty); })) {
                duties.push_back(run.rule);
            }
            continue;
        }
        for (Slot& slot : scheduled_slots(*run.rule, *run.calendar, zone, dates)) {
            if (slot.due >= run.since && slot.due < run.until) {
                slots.push_back(slot);
            }
        }
    }
    for (const Rule* duty : duties) {
        for (DateRange unit = unit_of(duty->unit, dates.from); unit.from < dates.until;
             unit = unit_of(duty->unit, unit.until)) {
            if (const auto slot = slot_of_unit(rule, *duty, zone, unit); slot && dates.contains(slot->date)) {
                slots.push_back(*slot);
            }
        }
    }
    if (!duties.empty()) {
        std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return a.due < b.due; });
    }
    return slots;
}

std::vector<std::string> rules_with_slots(const PlanHistory& history) {
    std::vector<std::string> codes;
    for (const PlanVersion& version : history) {
        for (const Rule& rule : version.plan.rules) {
            const bool has_slots = rule.kind != RuleKind::timer && rule.kind != RuleKind::deadline;
            if (has_slots && std::find(codes.begin(), codes.end(), rule.code) == codes.end()) {
                codes.push_back(rule.code);
            }
        }
    }
    return codes;
}

}  // namespace onduty
