// SPDX-License-Identifier: MIT
// How does the slow and obvious interval engine count? By trying everything, one step at a time.
#include "slots/oracle.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <type_traits>

namespace onduty::oracle {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::year_month_day;

namespace {

Instant as_if_utc(LocalTime local) {
    return Instant{local.time_since_epoch()};
}

unsigned iso_weekday(Date date) {
    return std::chrono::weekday{date}.iso_encoding();
}

unsigned month_of(Date date) {
    return unsigned{year_month_day{date}.month()};
}

Instant clock_time(const Zone& zone, Date date, Minutes time) {
    return expected_instant(zone, LocalTime{date} + time);
}

Instant day_begin(const Zone& zone, const Calendar& calendar, Date date) {
    return clock_time(zone, date, calendar.day_start);
}

bool begins_unit(PeriodUnit unit, Date date) {
    const unsigned day = unsigned{year_month_day{date}.day()};
    switch (unit) {
        case PeriodUnit::day:
            return true;
        case PeriodUnit::week:
            return iso_weekday(date) == 1;
        case PeriodUnit::half_month:
            return day == 1 || day == 16;
        case PeriodUnit::month:
            return day == 1;
    }
    return false;
}

bool holds_on_weekday(const Rule& rule, Date date) {
    return rule.weekdays.empty() || rule.weekdays.contains(iso_weekday(date));
}

bool in_season(const Rule& rule, Date date) {
    return rule.months.empty() || rule.months.contains(month_of(date));
}

bool usable(const Rule& rule, const Calendar& calendar, Date date) {
    return rule.closed_days == ClosedDays::keep || !expected_closed(calendar, date);
}

std::vector<Slot> every_slots_of(const Rule& rule, const Calendar& calendar, const Zone& zone, Date date) {
    std::vector<Slot> slots;
    const Instant begin = clock_time(zone, date, rule.first);
    const Instant end = clock_time(zone, date, rule.last);
    Minutes since_slot = rule.interval;
    for (Instant minute = begin; minute <= end; minute += Minutes{1}) {
        if (since_slot == rule.interval) {
            since_slot = Minutes{0};
            Slot slot;
            slot.due = minute;
            slot.opens = minute - rule.early;
            slot.early_from = std::min(slot.opens, minute - milliseconds{rule.interval} / 2);
            slot.on_time_until = minute + rule.late;
            slot.expires = minute + rule.interval;
            slot.in_order_until = minute + rule.interval + rule.late;
            slot.next_due = minute + rule.interval;
            slot.applies = in_season(rule, date) && usable(rule, calendar, date);
            if (!slots.empty()) {
                slots.back().expires = slot.opens;
            }
            slots.push_back(slot);
        }
        since_slot += Minutes{1};
    }
    const Instant tomorrow = clock_time(zone, date + days{1}, rule.first) - rule.early;
    if (!slots.empty() && tomorrow > slots.back().on_time_until) {
        slots.back().expires = std::min(slots.back().expires, tomorrow);
    }
    return slots;
}

// Whether a time of the clock comes at the same moment as another that counts in its place: a later one of its date, or
// one of the next date, which is looked at where something is asked for on it that may be done.
bool is_taken_over(const Rule& rule, const Calendar& calendar, const Zone& zone, Date date, Minutes time) {
    const Instant due = clock_time(zone, date, time);
    const bool may_be_done = in_season(rule, date) && usable(rule, calendar, date);
    const Date next = date + days{1};
    const bool next_counts =
        holds_on_weekday(rule, next) && ((in_season(rule, next) && usable(rule, calendar, next)) || !may_be_done);
    return std::any_of(rule.times.begin(), rule.times.end(), [&](Minutes other) {
        return (other > time && clock_time(zone, date, other) == due) ||
               (next_counts && clock_time(zone, next, other) == due);
    });
}

std::vector<Slot> at_slots_of(const Rule& rule, const Calendar& calendar, const Zone& zone, Date date) {
    std::vector<Slot> slots;
    const std::set<Minutes> in_order(rule.times.begin(), rule.times.end());
    for (const Minutes time : in_order) {
        if (is_taken_over(rule, calendar, zone, date, time)) {
            continue;
        }
        Slot slot;
        slot.due = clock_time(zone, date, time);
        slot.opens = slot.due - rule.early;
        slot.early_from = slot.opens - hours{1};
        slot.on_time_until = slot.due + rule.late;
        slot.expires = day_begin(zone, calendar, date + days{1});
        slot.applies = in_season(rule, date) && usable(rule, calendar, date);
        if (!slots.empty()) {
            slots.back().expires = slot.opens;
            slots.back().in_order_until = slot.on_time_until;
        }
        slot.in_order_until = clock_time(zone, date + days{1}, *in_order.begin()) + rule.late;
        slots.push_back(slot);
    }
    if (slots.empty()) {
        return slots;
    }
    const Instant tomorrow = clock_time(zone, date + days{1}, *in_order.begin()) - rule.early;
    if (slots.back().on_time_until < tomorrow && tomorrow < slots.back().expires) {
        slots.back().expires = tomorrow;
    }
    for (Slot& slot : slots) {
        slot.expires = std::max(slot.expires, slot.on_time_until + Minutes{1});
    }
    return slots;
}

Slot period_slot_of(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange unit) {
    Date wanted = unit.until - days{1};
    if (rule.unit == PeriodUnit::week && rule.due_day) {
        for (Date date = unit.from; date < unit.until; date += days{1}) {
            if (std::chrono::weekday{date} == *rule.due_day) {
                wanted = date;
            }
        }
    }
    Date found = wanted;
    while (found >= unit.from && !usable(rule, calendar, found)) {
        found -= days{1};
    }
    if (found < unit.from) {
        found = wanted;
        while (found < unit.until && !usable(rule, calendar, found)) {
            found += days{1};
        }
    }
    const bool has_open_day = found < unit.until;
    Slot slot;
    slot.date = has_open_day ? found : wanted;
    slot.opens = day_begin(zone, calendar, unit.from);
    slot.early_from = slot.opens;
    slot.due = day_begin(zone, calendar, slot.date + days{1});
    // The end of a date is the first instant that no longer belongs to it.
    slot.on_time_until = slot.due - milliseconds{1};
    slot.expires = day_begin(zone, calendar, unit.until);
    slot.applies = has_open_day && in_season(rule, slot.date);
    return slot;
}

std::vector<Slot> day_slots(const Rule& rule, const Calendar& calendar, const Zone& zone, Date date) {
    std::vector<Slot> slots;
    if (rule.kind == RuleKind::period) {
        const bool masked = rule.unit == PeriodUnit::day && !holds_on_weekday(rule, date);
        if (begins_unit(rule.unit, date) && !masked) {
            slots.push_back(period_slot_of(rule, calendar, zone, unit_around(rule.unit, date)));
        }
        return slots;
    }
    if (holds_on_weekday(rule, date)) {
        slots = rule.kind == RuleKind::every ? every_slots_of(rule, calendar, zone, date)
                                             : at_slots_of(rule, calendar, zone, date);
        for (Slot& slot : slots) {
            slot.date = date;
        }
    }
    return slots;
}

bool is_open(const Calendar& calendar, const Zone& zone, Instant at) {
    const LocalTime local = expected_local(zone, at);
    const Date today = std::chrono::floor<days>(local);
    for (const Date date : {today, today - days{1}}) {
        const seconds time = local - date;
        if (calendar.opens <= time && time < calendar.closes && !expected_closed(calendar, date)) {
            return true;
        }
    }
    return false;
}

// The longest step that meets every given instant.
milliseconds step_through(Instant start, const std::vector<Period>& paused) {
    for (const milliseconds step : {milliseconds{60000}, milliseconds{1000}}) {
        bool fits = start.time_since_epoch() % step == milliseconds{0};
        for (const Period& pause : paused) {
            fits = fits && pause.from.time_since_epoch() % step == milliseconds{0} &&
                   pause.until.time_since_epoch() % step == milliseconds{0};
        }
        if (fits) {
            return step;
        }
    }
    return milliseconds{1};
}

// All of it is there, and no part came when the next one was to be in order already.
bool whole(const Slot& slot, const Mark& mark) {
    return mark.complete && !(mark.last >= slot.in_order_until);
}

// Recorded after the grace, and then before the slot was open or when it was late already; but not what was of the slot
// before its time was put right, unless it was late and would be in time.
bool claimed_late(const Slot& slot, const Mark& mark) {
    if (!mark.claimed.has_value()) {
        return false;
    }
    const bool in_time = !(*mark.claimed < slot.early_from) && !(*mark.claimed > slot.on_time_until);
    const bool was_here = mark.before.has_value() && !(*mark.before < slot.early_from) && *mark.before < slot.expires;
    const bool comes_into_time = was_here && *mark.before > slot.on_time_until && !(mark.at > slot.on_time_until);
    return !in_time && !(was_here && !comes_into_time);
}

// On time, early, late, incomplete, what was typed late, the whole ones before the others, and what is in doubt.
int quality(const Slot& slot, const Mark& mark) {
    if (mark.in_doubt) {
        return 7;
    }
    if (claimed_late(slot, mark)) {
        return whole(slot, mark) ? 5 : 6;
    }
    if (!whole(slot, mark)) {
        return 4;
    }
    const bool typed_after = mark.recorded.has_value() && *mark.recorded > slot.on_time_until;
    const bool typed_before = (mark.recorded.has_value() && *mark.recorded < slot.opens) ||
                              (mark.before.has_value() && *mark.before < slot.opens);
    return mark.at > slot.on_time_until || typed_after ? 3 : mark.at < slot.opens || typed_before ? 2 : 1;
}

State state_of_quality(int quality) {
    const State states[] = {State::on_time,    State::early,      State::late,          State::incomplete,
                            State::typed_late, State::typed_late, State::clock_in_doubt};
    return states[quality - 1];
}

bool better_inside(const Slot& slot, const Mark& candidate, const Mark& chosen) {
    const int left = quality(slot, candidate);
    const int right = quality(slot, chosen);
    return left != right ? left < right : candidate.at < chosen.at;
}

bool better_before(const Slot& slot, const Mark& candidate, const Mark& chosen) {
    const int left = quality(slot, candidate);
    const int right = quality(slot, chosen);
    return left != right ? left < right : candidate.at > chosen.at;
}

}  // namespace

LocalTime expected_local(const Zone& zone, Instant at) {
    const Instant shown = at + zone.offset_at(at);
    return LocalTime{std::chrono::floor<seconds>(shown.time_since_epoch())};
}

// Every zone of our age stands a whole number of quarters east of UTC.
LocalMeaning expected_meaning(const Zone& zone, LocalTime local) {
    std::vector<Instant> shown_at;
    for (int quarter = 14 * 4; quarter >= -12 * 4; --quarter) {
        const seconds offset{quarter * 15 * 60};
        const Instant at = as_if_utc(local) - offset;
        if (zone.offset_at(at) == offset) {
            shown_at.push_back(at);
        }
    }
    if (shown_at.size() == 1) {
        return {LocalKind::unique, shown_at[0], shown_at[0]};
    }
    if (shown_at.size() == 2) {
        return {LocalKind::repeated, shown_at[0], shown_at[1]};
    }
    Instant jump = std::chrono::floor<Minutes>(as_if_utc(local) - hours{15});
    while (expected_local(zone, jump) < local) {
        jump += Minutes{1};
    }
    return {LocalKind::skipped, jump, jump};
}

Instant expected_instant(const Zone& zone, LocalTime local) {
    return expected_meaning(zone, local).first;
}

Date expected_business_date(const Zone& zone, const Calendar& calendar, Instant at) {
    const LocalTime local = expected_local(zone, at);
    const Date today = std::chrono::floor<days>(local);
    return local - today < calendar.day_start ? today - days{1} : today;
}

bool expected_closed(const Calendar& calendar, Date date) {
    return calendar.closed_dates.contains(date) || calendar.closed_weekdays.contains(iso_weekday(date));
}

// A week belongs to the year of its Thursday; week 1 holds the year's first Thursday.
std::string expected_week_text(Date date) {
    Date thursday = unit_around(PeriodUnit::week, date).from + days{3};
    const int year = int{year_month_day{thursday}.year()};
    int week = 0;
    while (int{year_month_day{thursday}.year()} == year) {
        ++week;
        thursday -= days{7};
    }
    char text[32];
    std::snprintf(text, sizeof text, "%04d-W%02d", year, week);
    return text;
}

DateRange unit_around(PeriodUnit unit, Date date) {
    Date from = date;
    while (!begins_unit(unit, from)) {
        from -= days{1};
    }
    Date until = date + days{1};
    while (!begins_unit(unit, until)) {
        until += days{1};
    }
    return {from, until};
}

// When the rule asks for something again: day after day is looked at.
Instant asked_again(const Rule& rule, const Calendar& calendar, const Zone& zone, const Slot& slot, Date begun) {
    for (Date date = begun; date <= begun + days{366 + 31}; date += days{1}) {
        if (rule.kind == RuleKind::at && !in_season(rule, date)) {
            continue;
        }
        for (const Slot& later : day_slots(rule, calendar, zone, date)) {
            if (later.applies && later.due > slot.due) {
                return later.due;
            }
        }
    }
    return kNever;
}

std::vector<Slot> expected_slots(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange dates) {
    std::vector<Slot> slots;
    // A unit may begin a month before the date its slot belongs to.
    const days before = rule.kind == RuleKind::period ? days{31} : days{0};
    for (Date date = dates.from - before; date < dates.until; date += days{1}) {
        for (Slot slot : day_slots(rule, calendar, zone, date)) {
            if (dates.contains(slot.date)) {
                if (slot.applies && rule.kind != RuleKind::every) {
                    slot.next_due = asked_again(rule, calendar, zone, slot, date);
                }
                slot.rule = &rule;
                slots.push_back(slot);
            }
        }
    }
    std::stable_sort(slots.begin(), slots.end(),
                     [](const Slot& left, const Slot& right) { return left.due < right.due; });
    return slots;
}

Slot expected_slot_after(const Rule& rule, const Calendar& calendar, const Zone& zone, Date start,
                         const std::vector<Instant>& completions) {
    Slot slot;
    slot.rule = &rule;
    slot.date = start;
    slot.opens = day_begin(zone, calendar, start);
    Instant last{};
    for (const Instant completion : completions) {
        if (completion >= last) {
            last = completion;
            slot.date = expected_business_date(zone, calendar, completion) + days{rule.days};
        }
    }
    if (!completions.empty()) {
        // The first date that is no further from the due date than from the completion's, but not that one itself.
        Date opening = slot.date - days{rule.days} + days{1};
        while (slot.date - opening > opening - (slot.date - days{rule.days})) {
            opening += days{1};
        }
        slot.opens = std::max(last + milliseconds{1}, day_begin(zone, calendar, opening));
    }
    slot.early_from = slot.opens;
    slot.due = day_begin(zone, calendar, slot.date + days{1});
    // The end of a date is the first instant that no longer belongs to it.
    slot.on_time_until = slot.due - milliseconds{1};
    slot.expires = kNever;
    slot.applies = in_season(rule, slot.date);
    return slot;
}

Instant expected_deadline(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                          const std::vector<Period>& paused) {
    const milliseconds step = step_through(start, paused);
    milliseconds counted{0};
    for (Instant at = start; at < start + days{183}; at += step) {
        if (counted >= rule.limit) {
            return at;
        }
        bool runs = rule.clock == DeadlineClock::always || is_open(calendar, zone, at);
        for (const Period& pause : paused) {
            runs = runs && !pause.contains(at);
        }
        if (runs) {
            counted += step;
        }
    }
    return kNever;
}

Slot expected_deadline_slot(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                            const std::vector<Period>& paused) {
    Slot slot;
    slot.rule = &rule;
    slot.opens = start;
    slot.early_from = start;
    slot.due = expected_deadline(rule, calendar, zone, start, paused);
    slot.on_time_until = slot.due;
    slot.expires = kNever;
    slot.date = expected_business_date(zone, calendar, start);
    return slot;
}

std::vector<Slot> expected_timer_slots(const Rule& rule, const Zone& zone, const Calendar& calendar, Instant start,
                                       Instant stop, const std::vector<Instant>& services, Instant now) {
    std::vector<Slot> slots;
    Instant opens = start;
    Instant due = start + rule.first;
    for (;;) {
        Slot slot;
        slot.rule = &rule;
        slot.opens = opens;
        slot.early_from = opens;
        slot.due = due;
        slot.on_time_until = due + rule.late;
        slot.expires = due + rule.interval;
        slot.date = expected_business_date(zone, calendar, due);
        const Instant* service = nullptr;
        for (const Instant& candidate : services) {
            const bool counts = start <= candidate && candidate <= stop;
            const bool inside = opens <= candidate && candidate < slot.expires;
            if (counts && inside && service == nullptr) {
                service = &candidate;
            }
        }
        if (service != nullptr) {
            slot.expires = *service + milliseconds{1};
            slots.push_back(slot);
            opens = *service + milliseconds{1};
            due = *service + rule.interval;
            continue;
        }
        if (stop < slot.expires) {
            if (stop > slot.on_time_until) {
                slot.expires = stop;
                slots.push_back(slot);
            }
            return slots;
        }
        slots.push_back(slot);
        if (now < slot.expires) {
            return slots;
        }
        opens = slot.expires;
        due = slot.expires;
    }
}

std::vector<Slot> expected_slots_in_force(const std::vector<Version>& versions, const Zone& zone, DateRange dates) {
    std::vector<Slot> slots;
    for (std::size_t index = 0; index < versions.size(); ++index) {
        const Version& version = versions[index];
        const bool is_last = index + 1 == versions.size();
        const Instant until = is_last ? kNever : versions[index + 1].from;
        for (const Slot& slot : expected_slots(*version.rule, *version.calendar, zone, dates)) {
            if (version.from <= slot.due && slot.due < until) {
                slots.push_back(slot);
            }
        }
    }
    return slots;
}

Judgement expected_judgement(const std::vector<Slot>& slots, const std::vector<Mark>& marks,
                             const std::vector<Explanation>& explanations, Instant now) {
    Judgement judgement;
    std::vector<bool> taken(marks.size(), false);
    for (const Slot& slot : slots) {
        Outcome outcome;
        outcome.slot = slot;
        std::size_t chosen = marks.size();
        for (std::size_t index = 0; index < marks.size(); ++index) {
            const Instant at = marks[index].at;
            if (!slot.applies || taken[index] || at < slot.opens || at >= slot.expires) {
                continue;
            }
            if (chosen == marks.size() || better_inside(slot, marks[index], marks[chosen])) {
                chosen = index;
            }
        }
        if (chosen < marks.size()) {
            taken[chosen] = true;
            outcome.mark = marks[chosen];
        }
        judgement.outcomes.push_back(outcome);
    }
    // Each looks round once more: what is free and better than what it has, it takes instead.
    for (Outcome& outcome : judgement.outcomes) {
        const Slot& slot = outcome.slot;
        std::vector<Mark> better;
        for (std::size_t index = 0; index < marks.size(); ++index) {
            const Mark& mark = marks[index];
            if (slot.applies && !taken[index] && mark.at >= slot.early_from && mark.at < slot.expires &&
                (!outcome.mark || quality(slot, mark) < quality(slot, *outcome.mark))) {
                better.push_back(mark);
            }
        }
        if (better.empty()) {
            continue;
        }
        const Mark best = *std::min_element(better.begin(), better.end(), [&](const Mark& one, const Mark& other) {
            const bool one_early = one.at < slot.opens, other_early = other.at < slot.opens;
            return quality(slot, one) != quality(slot, other) ? quality(slot, one) < quality(slot, other)
                   : one_early != other_early                 ? other_early
                   : one_early                                ? better_before(slot, one, other)
                                                              : better_inside(slot, one, other);
        });
        for (std::size_t index = 0; index < marks.size(); ++index) {
            taken[index] = marks[index].entry == best.entry ||
                           (taken[index] && !(outcome.mark && outcome.mark->entry == marks[index].entry));
        }
        outcome.mark = best;
    }
    // Of the slot that was due then; where none was, of the only one in whose time that was.
    const auto is_of = [&](const Explanation& explanation, const Slot& one) {
        int due_then = 0;
        int around = 0;
        for (const Slot& slot : slots) {
            due_then += slot.due == explanation.due ? 1 : 0;
            around += slot.early_from < explanation.due && slot.expires >= explanation.due ? 1 : 0;
        }
        return due_then > 0 ? one.due == explanation.due
                            : around == 1 && one.early_from < explanation.due && one.expires >= explanation.due;
    };
    for (Outcome& outcome : judgement.outcomes) {
        if (!outcome.slot.applies) {
            outcome.state = State::not_applicable;
        } else if (outcome.mark) {
            outcome.state = state_of_quality(quality(outcome.slot, *outcome.mark));
            const Mark& mark = *outcome.mark;
            outcome.claim = outcome.state == State::typed_late &&
                            (*mark.claimed >= outcome.slot.next_due ||
                             (mark.claimed_again && *mark.claimed_again >= outcome.slot.next_due));
        } else if (now < outcome.slot.expires) {
            outcome.state = State::pending;
            outcome.overdue = now > outcome.slot.on_time_until;
        } else {
            outcome.state = State::missed;
        }
        for (const Explanation& explanation : explanations) {
            // The first that skips or does not apply, else the first plain one.
            const bool plain = explanation.excuse == Excuse::explained;
            const bool stronger = std::any_of(explanations.begin(), explanations.end(), [&](const Explanation& other) {
                return is_of(other, outcome.slot) && other.excuse != Excuse::explained;
            });
            if (is_of(explanation, outcome.slot) && outcome.explanation == 0 && (!plain || !stronger)) {
                outcome.explanation = explanation.entry;
                const bool nothing_done = outcome.slot.applies && !outcome.mark;
                if (plain && outcome.state == State::missed) {
                    outcome.state = State::explained;
                } else if (!plain && nothing_done) {
                    outcome.state = explanation.excuse == Excuse::skipped ? State::explained : State::not_applicable;
                    outcome.overdue = false;
                }
            }
        }
    }
    for (std::size_t index = 0; index < marks.size(); ++index) {
        if (!taken[index]) {
            judgement.extras.push_back(marks[index]);
        }
    }
    return judgement;
}

namespace {

std::string number(std::int64_t value) {
    return std::to_string(value);
}

std::string yes_no(bool value) {
    return value ? "yes" : "no";
}

std::string mark_words(const Mark& mark) {
    return words(mark.at) + (mark.complete ? " complete #" : " incomplete #") + number(mark.entry);
}

std::string mark_words(const std::optional<Mark>& mark) {
    return mark ? mark_words(*mark) : "none";
}

std::string unequal(const std::string& field, const std::string& expected, const std::string& got) {
    return expected == got ? "" : "\n    " + field + ": expected " + expected + ", got " + got;
}

bool same(const Slot& left, const Slot& right) {
    return left.rule == right.rule && left.date == right.date && left.early_from == right.early_from &&
           left.opens == right.opens && left.due == right.due && left.on_time_until == right.on_time_until &&
           left.expires == right.expires && left.applies == right.applies &&
           left.in_order_until == right.in_order_until && left.next_due == right.next_due;
}

std::string slot_difference(const Slot& expected, const Slot& got) {
    if (same(expected, got)) {
        return "";
    }
    return std::string{expected.rule == got.rule ? "" : "\n    another rule"} +
           unequal("date", to_text(expected.date), to_text(got.date)) +
           unequal("early_from", words(expected.early_from), words(got.early_from)) +
           unequal("opens", words(expected.opens), words(got.opens)) +
           unequal("due", words(expected.due), words(got.due)) +
           unequal("on_time_until", words(expected.on_time_until), words(got.on_time_until)) +
           unequal("expires", words(expected.expires), words(got.expires)) +
           unequal("in_order_until", words(expected.in_order_until), words(got.in_order_until)) +
           unequal("next_due", words(expected.next_due), words(got.next_due)) +
           unequal("applies", yes_no(expected.applies), yes_no(got.applies));
}

template <typename Element>
std::string in_list(const std::set<Element>& elements) {
    std::string text = "{";
    for (const Element& element : elements) {
        if constexpr (std::is_same_v<Element, Date>) {
            text += " " + to_text(element);
        } else {
            text += " " + number(element);
        }
    }
    return text + " }";
}

}  // namespace

std::string difference(const std::vector<Slot>& expected, const std::vector<Slot>& got) {
    for (std::size_t index = 0; index < std::min(expected.size(), got.size()); ++index) {
        const std::string text = slot_difference(expected[index], got[index]);
        if (!text.empty()) {
            return "\n  slot " + std::to_string(index) + " due " + words(expected[index].due) + ":" + text;
        }
    }
    if (expected.size() != got.size()) {
        return "\n  expected slots: " + std::to_string(expected.size()) + words(expected) +
               "\n  got slots: " + std::to_string(got.size()) + words(got);
    }
    return "";
}

std::string difference(const Judgement& expected, const Judgement& got) {
    std::string text =
        unequal("outcomes", std::to_string(expected.outcomes.size()), std::to_string(got.outcomes.size()));
    for (std::size_t index = 0; text.empty() && index < expected.outcomes.size(); ++index) {
        const Outcome& left = expected.outcomes[index];
        const Outcome& right = got.outcomes[index];
        const std::string fields = slot_difference(left.slot, right.slot) +
                                   unequal("state", machine_name(left.state), machine_name(right.state)) +
                                   unequal("overdue", yes_no(left.overdue), yes_no(right.overdue)) +
                                   unequal("claim", yes_no(left.claim), yes_no(right.claim)) +
                                   unequal("mark", mark_words(left.mark), mark_words(right.mark)) +
                                   unequal("explanation", number(left.explanation), number(right.explanation));
        if (!fields.empty()) {
            text = "\n  outcome " + std::to_string(index) + " of" + words(std::vector<Slot>{left.slot}) + fields;
        }
    }
    std::string left_over;
    std::string right_over;
    for (const Mark& mark : expected.extras) {
        left_over += "\n      " + mark_words(mark);
    }
    for (const Mark& mark : got.extras) {
        right_over += "\n      " + mark_words(mark);
    }
    return text + unequal("extras", left_over, right_over);
}

std::string words(Instant at) {
    const auto date = std::chrono::floor<days>(at);
    const std::chrono::hh_mm_ss clock{at - date};
    const year_month_day day{date};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d.%03dZ", int{day.year()}, unsigned{day.month()},
                  unsigned{day.day()}, int(clock.hours().count()), int(clock.minutes().count()),
                  int(clock.seconds().count()), int(clock.subseconds().count()));
    return text;
}

std::string words(const Rule& rule) {
    std::string text = "rule kind " + number(int(rule.kind)) + " first " + number(rule.first.count()) + " last " +
                       number(rule.last.count()) + " interval " + number(rule.interval.count()) + " times";
    for (const Minutes time : rule.times) {
        text += " " + number(time.count());
    }
    text += " unit " + number(int(rule.unit)) + " due_day " +
            (rule.due_day ? number(rule.due_day->iso_encoding()) : "none") + " days " + number(rule.days) + " limit " +
            number(rule.limit.count()) + (rule.clock == DeadlineClock::always ? " always" : " opening") + " early " +
            number(rule.early.count()) + " late " + number(rule.late.count()) + " months " + in_list(rule.months) +
            " weekdays " + in_list(rule.weekdays) + (rule.closed_days == ClosedDays::keep ? " keep" : " skip");
    return text;
}

std::string words(const Calendar& calendar) {
    return "calendar opens " + number(calendar.opens.count()) + " closes " + number(calendar.closes.count()) +
           " day_start " + number(calendar.day_start.count()) + " closed " + in_list(calendar.closed_dates) + " " +
           in_list(calendar.closed_weekdays);
}

std::string words(const std::vector<Slot>& slots) {
    std::string text;
    for (const Slot& slot : slots) {
        text += "\n    " + to_text(slot.date) + " early_from " + words(slot.early_from) + " opens " +
                words(slot.opens) + " due " + words(slot.due) + " on_time_until " + words(slot.on_time_until) +
                " expires " + words(slot.expires) + (slot.applies ? "" : " not applicable");
    }
    return text;
}

std::string words(const std::vector<Period>& periods) {
    std::string text = "pauses";
    for (const Period& period : periods) {
        text += " [" + words(period.from) + ", " + words(period.until) + ")";
    }
    return text;
}

std::string words(const std::vector<Instant>& instants) {
    std::string text;
    for (const Instant at : instants) {
        text += " " + words(at);
    }
    return text;
}

}  // namespace onduty::oracle
