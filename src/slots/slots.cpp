// SPDX-License-Identifier: MIT
#include "slots/slots.hpp"

#include <algorithm>

namespace onduty {
using namespace std::chrono_literals;

namespace {

unsigned iso_weekday(Date date) {
    return std::chrono::weekday{date}.iso_encoding();
}

unsigned month_of(Date date) {
    return static_cast<unsigned>(std::chrono::year_month_day{date}.month());
}

bool in_season(const Rule& rule, Date date) {
    return rule.months.empty() || rule.months.count(month_of(date)) > 0;
}

bool on_weekday(const Rule& rule, Date date) {
    return rule.weekdays.empty() || rule.weekdays.count(iso_weekday(date)) > 0;
}

bool skipped_day(const Rule& rule, const Calendar& calendar, Date date) {
    return rule.closed_days == ClosedDays::skip && calendar.is_closed(date);
}

Instant clock_instant(const Zone& zone, Date date, Minutes time_of_day) {
    return to_instant(zone, LocalTime{date} + time_of_day);
}

// A year of closed days and off season is looked through for when something is due again, and no more.
constexpr int kFurthestAhead = 366;

Instant day_begin(const Zone& zone, const Calendar& calendar, Date date) {
    return clock_instant(zone, date, calendar.day_start);
}

Slot planned(const Rule& rule, Date date, Instant due) {
    Slot slot;
    slot.rule = &rule;
    slot.date = date;
    slot.due = due;
    slot.opens = due - rule.early;
    slot.on_time_until = due + rule.late;
    slot.early_from = slot.opens;
    slot.expires = kNever;
    return slot;
}

void add_every(const Rule& rule, const Zone& zone, Date date, bool applies, std::vector<Slot>& slots) {
    const Instant last = clock_instant(zone, date, rule.last);
    for (Instant due = clock_instant(zone, date, rule.first); due <= last; due += rule.interval) {
        Slot slot = planned(rule, date, due);
        slot.early_from = std::min(slot.opens, due - std::chrono::milliseconds{rule.interval} / 2);
        slot.expires = slot.opens + rule.interval;
        slot.next_due = due + rule.interval;
        slot.in_order_until = slot.next_due + rule.late;
        slot.applies = applies;
        if (due + rule.interval > last) {
            // Round the clock the next day takes over where its first slot opens.
            const Instant next = clock_instant(zone, date + std::chrono::days{1}, rule.first) - rule.early;
            slot.expires = due + rule.interval;
            if (next > slot.on_time_until) {
                slot.expires = std::min(slot.expires, next);
            }
        }
        slots.push_back(slot);
    }
}

bool applies_on(const Rule& rule, const Calendar& calendar, Date date) {
    return in_season(rule, date) && !skipped_day(rule, calendar, date);
}

// When a date has the times of a rule, in order: those that a clock jumps over all come when it has jumped, once.
std::vector<Instant> instants_of(const Rule& rule, const Zone& zone, Date date) {
    std::vector<Instant> instants;
    for (const Minutes time : rule.times) {
        instants.push_back(clock_instant(zone, date, time));
    }
    std::sort(instants.begin(), instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

// The first time of a later date that the rule asks for; a day may end after the next one's first time.
Instant next_time(const Rule& rule, const Calendar& calendar, const Zone& zone, const Slot& last) {
    for (int ahead = 1; ahead <= kFurthestAhead; ++ahead) {
        const Date date = last.date + std::chrono::days{ahead};
        if (!on_weekday(rule, date) || !applies_on(rule, calendar, date)) {
            continue;
        }
        for (const Instant due : instants_of(rule, zone, date)) {
            if (due > last.due) {
                return due;
            }
        }
    }
    return kNever;
}

void add_at(const Rule& rule, const Calendar& calendar, const Zone& zone, Date date, bool applies,
            std::vector<Slot>& slots) {
    const Date next_date = date + std::chrono::days{1};
    const Instant day_end = day_begin(zone, calendar, next_date);
    const std::vector<Instant> tomorrow = instants_of(rule, zone, next_date);
    std::vector<Instant> times = instants_of(rule, zone, date);
    if (on_weekday(rule, next_date) && (applies_on(rule, calendar, next_date) || !applies)) {
        // A clock that jumps over midnight.
        std::erase_if(times, [&](Instant due) { return std::binary_search(tomorrow.begin(), tomorrow.end(), due); });
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        Slot slot = planned(rule, date, times[i]);
        slot.early_from = slot.opens - 1h;
        const bool is_last = i + 1 == times.size();
        const Instant next = is_last ? tomorrow.front() : times[i + 1];
        slot.expires = next - rule.early;
        if (is_last && (slot.expires > day_end || slot.expires <= slot.on_time_until)) {
            slot.expires = day_end;
        }
        slot.expires = std::max(slot.expires, slot.on_time_until + 1min);
        slot.in_order_until = next + rule.late;
        slot.applies = applies;
        if (applies) {
            slot.next_due = is_last ? next_time(rule, calendar, zone, slot) : next;
        }
        slots.push_back(slot);
    }
}

// The due date inside the unit; `applies` becomes false when the whole unit is skipped.
Date due_date(const Rule& rule, const Calendar& calendar, DateRange unit, bool& applies) {
    Date wanted = unit.until - std::chrono::days{1};
    if (rule.unit == PeriodUnit::week && rule.due_day) {
        wanted = unit.from + (*rule.due_day - std::chrono::Monday);
    }
    for (Date date = wanted; date >= unit.from; date -= std::chrono::days{1}) {
        if (!skipped_day(rule, calendar, date)) {
            return date;
        }
    }
    for (Date date = wanted; date < unit.until; date += std::chrono::days{1}) {
        if (!skipped_day(rule, calendar, date)) {
            return date;
        }
    }
    applies = false;
    return wanted;
}

// The end of the next due date of a period after a unit.
Instant next_period(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange unit) {
    for (Date day = unit.until; day <= unit.until + std::chrono::days{kFurthestAhead};) {
        const DateRange next = unit_of(rule.unit, day);
        day = next.until;
        bool applies = true;
        const Date date = due_date(rule, calendar, next, applies);
        if (applies && in_season(rule, date) && (rule.unit != PeriodUnit::day || on_weekday(rule, date))) {
            return day_begin(zone, calendar, date + std::chrono::days{1});
        }
    }
    return kNever;
}

void add_period(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange dates,
                std::vector<Slot>& slots) {
    for (Date day = dates.from; day < dates.until;) {
        const DateRange unit = unit_of(rule.unit, day);
        day = unit.until;
        bool applies = true;
        const Date date = due_date(rule, calendar, unit, applies);
        const bool planned_day = rule.unit != PeriodUnit::day || on_weekday(rule, date);
        if (!dates.contains(date) || !planned_day) {
            continue;
        }
        Slot slot;
        slot.rule = &rule;
        slot.date = date;
        slot.opens = day_begin(zone, calendar, unit.from);
        slot.early_from = slot.opens;
        slot.due = day_begin(zone, calendar, date + std::chrono::days{1});
        slot.on_time_until = slot.due - 1ms;
        slot.expires = day_begin(zone, calendar, unit.until);
        slot.applies = applies && in_season(rule, date);
        if (slot.applies) {
            slot.next_due = next_period(rule, calendar, zone, unit);
        }
        slots.push_back(slot);
    }
}

}  // namespace

bool Calendar::is_closed(Date date) const {
    return closed_dates.count(date) > 0 || closed_weekdays.count(iso_weekday(date)) > 0;
}

Date business_date(const Zone& zone, const Calendar& calendar, Instant at) {
    return std::chrono::floor<std::chrono::days>(to_local(zone, at) - calendar.day_start);
}

DateRange unit_of(PeriodUnit unit, Date date) {
    switch (unit) {
        case PeriodUnit::day:
            break;
        case PeriodUnit::week:
            return {week_start(date), week_end(date)};
        case PeriodUnit::half_month:
            return {half_month_start(date), half_month_end(date)};
        case PeriodUnit::month:
            return {month_start(date), month_end(date)};
    }
    return {date, date + std::chrono::days{1}};
}

std::vector<Slot> scheduled_slots(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange dates) {
    std::vector<Slot> slots;
    if (rule.kind == RuleKind::period) {
        add_period(rule, calendar, zone, dates, slots);
        return slots;
    }
    for (Date date = dates.from; date < dates.until; date += std::chrono::days{1}) {
        if (!on_weekday(rule, date)) {
            continue;
        }
        const bool applies = applies_on(rule, calendar, date);
        if (rule.kind == RuleKind::every) {
            add_every(rule, zone, date, applies, slots);
        } else if (rule.kind == RuleKind::at) {
            add_at(rule, calendar, zone, date, applies, slots);
        }
    }
    // Days may overlap: a night that ends after the next one's first slot.
    std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return a.due < b.due; });
    return slots;
}

Date opening_date(const Rule& rule, Date due_on) {
    return due_on - std::chrono::days{rule.days / 2};
}

Slot slot_after(const Rule& rule, const Calendar& calendar, const Zone& zone, Date start,
                const std::vector<Instant>& completions) {
    Date due_on = start;
    Instant opens = day_begin(zone, calendar, start);
    if (!completions.empty()) {
        const Instant last = *std::max_element(completions.begin(), completions.end());
        due_on = business_date(zone, calendar, last) + std::chrono::days{rule.days};
        opens = std::max(last + 1ms, day_begin(zone, calendar, opening_date(rule, due_on)));
    }
    Slot slot = planned(rule, due_on, day_begin(zone, calendar, due_on + std::chrono::days{1}));
    slot.opens = opens;
    slot.early_from = opens;
    slot.on_time_until = slot.due - 1ms;
    slot.applies = in_season(rule, due_on);
    return slot;
}

Instant deadline_of(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                    const std::vector<Period>& paused) {
    std::chrono::milliseconds left = rule.limit;
    // Runs the clock through one stretch, leaving out the pauses; answers true when the limit is reached.
    const auto run = [&](Period stretch, Instant& reached) {
        Instant at = stretch.from;
        while (at < stretch.until) {
            Instant pause_from = stretch.until;
            Instant resume = stretch.until;
            for (const Period& pause : paused) {
                if (pause.until > at && pause.from < pause_from) {
                    pause_from = std::max(pause.from, at);
                    resume = pause.until;
                }
            }
            if (pause_from - at >= left) {
                reached = at + left;
                return true;
            }
            left -= pause_from - at;
            at = std::max(resume, pause_from);
        }
        return false;
    };
    Instant reached = kNever;
    if (rule.clock == DeadlineClock::always) {
        run({start, kNever}, reached);
        return reached;
    }
    const Date first = std::chrono::floor<std::chrono::days>(to_local(zone, start)) - std::chrono::days{1};
    for (int day = 0; day < 4000; ++day) {
        const Date date = first + std::chrono::days{day};
        if (calendar.is_closed(date)) {
            continue;
        }
        const Period open{std::max(start, clock_instant(zone, date, calendar.opens)),
                          clock_instant(zone, date, calendar.closes)};
        if (open.from < open.until && run(open, reached)) {
            return reached;
        }
    }
    return kNever;  // a site that never opens
}

Slot deadline_slot(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                   const std::vector<Period>& paused) {
    Slot slot = planned(rule, business_date(zone, calendar, start), deadline_of(rule, calendar, zone, start, paused));
    slot.opens = start;
    slot.early_from = start;
    slot.on_time_until = slot.due;
    return slot;
}

std::vector<Slot> timer_slots(const Rule& rule, const Zone& zone, const Calendar& calendar, Instant start, Instant stop,
                              const std::vector<Instant>& services, Instant now) {
    std::vector<Slot> slots;
    Instant opens = start;
    Instant due = start + rule.first;
    auto next = std::lower_bound(services.begin(), services.end(), start);
    for (;;) {
        Slot slot = planned(rule, business_date(zone, calendar, due), due);
        slot.opens = opens;
        slot.early_from = opens;
        slot.expires = due + rule.interval;
        const bool serviced = next != services.end() && *next < slot.expires && *next <= stop;
        if (serviced) {
            slot.expires = *next + 1ms;
            slots.push_back(slot);
            due = *next + rule.interval;
            opens = *next + 1ms;
            next = std::lower_bound(next, services.end(), opens);
            continue;
        }
        if (stop <= slot.on_time_until) {
            return slots;
        }
        slot.expires = std::min(slot.expires, stop);
        slots.push_back(slot);
        if (slot.expires > now || slot.expires == stop) {
            return slots;
        }
        opens = slot.expires;
        due = slot.expires;
    }
}

}  // namespace onduty
