// SPDX-License-Identifier: MIT
#include "plan/windows.hpp"

#include <algorithm>

#include "plan/rule_targets.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kNeighbour{1};
constexpr std::chrono::days kLongestOverdue{31};
constexpr std::chrono::days kLongestUnit{31};

// The neighbouring days' slots take the marks that are theirs; they are left out of the answer.
DateRange wider(DateRange dates) {
    return {dates.from - kNeighbour, dates.until + kNeighbour};
}

// From the business date on which it opens to that on which it expires; of its neighbours a day is enough.
DateRange window_of(const RuleHistory& rule, const Zone& zone, const Slot& slot) {
    const Calendar& calendar = rule.calendar_at(slot.due);
    return {business_date(zone, calendar, slot.early_from), business_date(zone, calendar, slot.expires)};
}

}  // namespace

bool is_of_cleaning(const Rule& rule) {
    return rule.target.family == "cleaning";
}

bool counts_extras(const Rule& rule) {
    const EventTarget* event = rule.target.family == "event" ? event_named(rule.target.code) : nullptr;
    return event == nullptr || event->counts_extras;
}

bool is_near(const RuleRun& run, const Zone& zone, DateRange dates) {
    return run.until >= to_instant(zone, LocalTime{dates.from - kLongestUnit}) &&
           run.since <= to_instant(zone, LocalTime{dates.until + kLongestUnit});
}

bool concerns(const RuleRun& run, const Zone& zone, DateRange dates) {
    return run.rule != nullptr && is_near(run, zone, dates);
}

std::vector<const Rule*> rules_asked(const RuleHistory& rule, const Zone& zone, DateRange dates) {
    std::vector<const Rule*> asked;
    for (const RuleRun& run : rule.runs) {
        const bool matters = concerns(run, zone, dates) || (run.rule != nullptr && run.rule->kind == RuleKind::after);
        if (matters && std::none_of(asked.begin(), asked.end(), [&](const Rule* other) {
                return other->target == run.rule->target && other->post == run.rule->post;
            })) {
            asked.push_back(run.rule);
        }
    }
    return asked;
}

std::vector<Slot> slots_for(const RuleHistory& rule, const Zone& zone, DateRange dates) {
    if (std::none_of(rule.runs.begin(), rule.runs.end(), [&](const RuleRun& run) {
            return concerns(run, zone, dates) && has_long_unit(*run.rule) && counts_extras(*run.rule);
        })) {
        return slots_in_force(rule, zone, wider(dates));
    }
    std::vector<Slot> slots = slots_in_force(rule, zone, {dates.from - kLongestUnit, dates.until + kLongestUnit});
    std::erase_if(slots, [&](const Slot& slot) {
        const DateRange window = window_of(rule, zone, slot);
        return window.from > dates.until || window.until < dates.from - kNeighbour;
    });
    return slots;
}

bool is_asked_instead(const RuleHistory& rule, const Zone& zone, const Slot& before, Instant at, Date date) {
    const auto has_same_unit = [&](const Slot& slot) {
        return slot.rule->kind == RuleKind::period && before.rule->kind == RuleKind::period &&
               slot.rule->unit == before.rule->unit && unit_of(slot.rule->unit, slot.date).contains(before.date);
    };
    const std::vector<Slot> slots = slots_in_force(rule, zone, {date - kLongestUnit, date + kLongestUnit});
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
        return slot.due >= rule.runs.back().since && slot.applies && slot.early_from <= at && at < slot.expires &&
               (slot.due <= before.due || has_same_unit(slot));
    });
}

bool has_slots(const RuleHistory& rule, const Zone& zone, DateRange dates) {
    for (std::size_t r = 0; r < rule.runs.size(); ++r) {
        if (!slots_in_force(rule.up_to(r), zone, dates).empty()) {
            return true;
        }
    }
    return false;
}

DateRange windows_over(const RuleHistory& rule, const Zone& zone, DateRange dates) {
    DateRange reach = dates;
    for (std::size_t r = 0; r < rule.runs.size(); ++r) {
        if (!concerns(rule.runs[r], zone, dates) || !has_long_unit(*rule.runs[r].rule)) {
            continue;
        }
        const RuleHistory then = rule.up_to(r);
        for (const Slot& slot : slots_for(then, zone, dates)) {
            const DateRange window = window_of(then, zone, slot);
            if (window.from < dates.until && window.until > dates.from) {
                reach = joined(reach, window);
            }
        }
    }
    return reach;
}

Date completions_from(const RuleHistory& rule, const Zone& zone, DateRange dates) {
    Date from = dates.from - kNeighbour;
    for (const RuleRun& run : rule.runs) {
        if (!concerns(run, zone, dates) || run.rule->kind != RuleKind::after) {
            continue;
        }
        from = is_of_cleaning(*run.rule)
                   ? std::min(from, business_date(zone, *run.calendar, rule.versions.front().since) - kNeighbour)
                   : std::min(from, dates.from - std::chrono::days{run.rule->days} - kLongestOverdue);
    }
    return from;
}

DateRange dates_needed(const RuleHistory& rule, const Zone& zone, DateRange dates, Instant now) {
    DateRange needed = wider(windows_over(rule, zone, dates));
    if (std::any_of(rule.runs.begin(), rule.runs.end(), [&](const RuleRun& run) {
            return concerns(run, zone, dates) && run.rule->kind == RuleKind::after;
        })) {
        const Calendar& calendar = rule.versions.back().plan.calendar;
        needed =
            joined(needed, {completions_from(rule, zone, dates), business_date(zone, calendar, now) + 2 * kNeighbour});
    }
    return needed;
}

}  // namespace onduty
