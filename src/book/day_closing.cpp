// SPDX-License-Identifier: MIT
#include "book/day_closing.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "book/clocks.hpp"
#include "book/duty.hpp"
#include "plan/outcomes.hpp"
#include "plan/planned_windows.hpp"
#include "text/error.hpp"
#include "time/time.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kOneDay{1};

Date iso_date(const std::string& text) {
    Date date{};
    parse_date(text, date);
    return date;
}

Instant begin_of(Book& book, Date date) {
    return to_instant(book.zone(), LocalTime{date} + book.calendar().day_start);
}

std::vector<Closing> closings(Book& book, const EntryQuery& query, const ClockReading& reading) {
    std::vector<Closing> found;
    book.store().each(query, [&](const Entry& entry) {
        found.push_back({entry.number, iso_date(entry.fields.word(day_closed::kFirst)), iso_date(entry.subject),
                         reading.read(entry.number)});
    });
    return found;
}

Date next_to(Book& book, const Newest& closing) {
    return closing.number != 0 ? iso_date(closing.subject) + kOneDay : book.store().business_date(1);
}

// The dates before today that nobody closed. A declared clock may have taken back what was closed while it was wrong.
std::vector<DateRange> open_dates(Book& book) {
    Store& store = book.store();
    if (store.head().number == 0) {
        return {};
    }
    const Date today = business_date(book.zone(), book.calendar(), book.now());
    // What closed days or declared a clock last tells alone, as a rule, what is open.
    const Newest last = store.newest_of({kind::kDayClosed, kind::kClock});
    if (last.kind != kind::kClock) {
        const Date from = next_to(book, last);
        return from < today ? std::vector{DateRange{from, today}} : std::vector<DateRange>{};
    }
    const ClockReading reading = clock_reading(store);
    EntryNumber first = last.number;
    for (const DeclaredClock& clock : declared_clocks(store)) {
        first = std::min(first, clock.first);
    }
    EntryQuery since;
    since.rare_kinds = {kind::kDayClosed};
    since.first = first;
    return left_open(closings(book, since, reading), {next_to(book, store.newest_of({kind::kDayClosed}, first)), today},
                     [&](Date date) { return begin_of(book, date + kOneDay); });
}

// The last window of a post is over then, and the last slot expires that can be missed.
Instant runs_out(Book& book, Date date) {
    const PlanHistory& history = book.history();
    const DateRange day{date, date + kOneDay};
    Instant last = Instant::min();
    const Instant begin = begin_of(book, date);
    for (const auto& [plan, held] : held_over(history, {begin, begin + 3 * kOneDay})) {
        for (const std::string& post : plan->staffed) {
            for (const PlannedWindow& window : planned_windows(*plan, post, date)) {
                const Instant until = std::min(held.until, to_instant(book.zone(), LocalTime{date} + window.until));
                if (std::max(held.from, to_instant(book.zone(), LocalTime{date} + window.from)) < until) {
                    last = std::max(last, until);
                }
            }
        }
    }
    for (const RuleOutcomes& rule : judge_rules(history, book.zone(), day, {}, book.now())) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            const Slot& slot = outcome.slot;
            if (slot.date == date && slot.applies && slot.expires < kNever) {
                last = std::max(last, slot.expires);
            }
        }
    }
    return last;
}

bool may_close(Book& book, Date date) {
    DayEnd day;
    day.over = begin_of(book, date + kOneDay);
    for (const Presence& presence : book.store().on_duty()) {
        if (presence.business_date == date) {
            DutyShift& shift = day.shifts.emplace_back();
            shift.resident = is_resident(book, presence.shift);
            shift.stale = stale_since(book, presence);
        }
    }
    // Somebody on duty says already that it is not over.
    if (!may_close(day, book.now())) {
        return false;
    }
    day.runs_out = runs_out(book, date);
    return may_close(day, book.now());
}

}  // namespace

std::vector<DateRange> dates_to_close(Book& book) {
    std::vector<DateRange> dates = open_dates(book);
    if (dates.empty() || newest_behind(book.store(), book.now())) {
        return {};
    }
    // Of many that are open only the last ones need to be asked.
    while (!dates.empty() && !may_close(book, dates.back().until - kOneDay)) {
        dates.back().until -= kOneDay;
        if (dates.back().until == dates.back().from) {
            dates.pop_back();
        }
    }
    return dates;
}

DateRange dates_of_closing(const Entry& closing) {
    return {iso_date(closing.fields.word(day_closed::kFirst)), iso_date(closing.subject) + kOneDay};
}

Date last_closed(Book& book) {
    return next_to(book, book.store().newest_of({kind::kDayClosed})) - kOneDay;
}

namespace {

// As a rule each closes from where the one before ended, and nobody has to read more of them than their headers.
std::vector<Closing> all_closings(Book& book) {
    EntryQuery query;
    query.rare_kinds = {kind::kDayClosed};
    if (!declared_clocks(book.store()).empty()) {
        return closings(book, query, clock_reading(book.store()));
    }
    query.header_only = true;
    std::vector<Closing> found;
    Date next = book.store().business_date(1);
    book.store().each(query, [&](const Entry& entry) {
        found.push_back({entry.number, next, iso_date(entry.subject), entry.recorded_at});
        next = found.back().last + kOneDay;
    });
    return found;
}

}  // namespace

ClosedDates closed_dates(Book& book, DateRange dates) {
    const std::vector<Closing> found = all_closings(book);
    ClosedDates closed;
    for (Date date = dates.from; date < dates.until && date <= book.today(); date += kOneDay) {
        const EntryNumber closing = closed_by(found, date, begin_of(book, date + kOneDay));
        if (closing != 0) {
            closed[date] = closing;
        }
    }
    return closed;
}

}  // namespace onduty
