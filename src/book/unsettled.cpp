// SPDX-License-Identifier: MIT
#include "book/unsettled.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/day_closing.hpp"
#include "book/subject.hpp"
#include "plan/deeds.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kOneDate{1};

Date clock_date(Book& book, Instant at) {
    return business_date(book.zone(), book.calendar(), at);
}

// What is due in the morning may be of the night before, and a deed may count for the date before or after its slot's.
DateRange dates_around(Book& book, Instant from, Instant until) {
    return {clock_date(book, from) - kOneDate, clock_date(book, until) + kOneDate};
}

// Of what was in doubt while a clock was not declared.
DateRange dates_in_doubt(Book& book, const DeclaredClock& clock) {
    DateRange dates{};
    for (const ClockDoubt& doubt : clock_reading(book.store()).doubts()) {
        if (doubt.first <= clock.last && clock.first <= doubt.last) {
            const DateRange more = dates_around(book, doubt.between.from, std::min(doubt.between.until, book.now()));
            dates = dates.from == dates.until
                        ? more
                        : DateRange{std::min(dates.from, more.from), std::max(dates.until, more.until)};
        }
    }
    return dates;
}

DateRange dates_said_of(Book& book, const Entry& entry) {
    if (entry.kind == kind::kExplanation) {
        return entry.slot_at ? dates_around(book, *entry.slot_at, *entry.slot_at) : DateRange{};
    }
    if (entry.kind == kind::kMissesExplained) {
        const Stretch stretch = stretch_of(entry);
        const DateRange times = dates_around(book, std::max(stretch.from, book.store().recorded_at(1)),
                                             std::min(stretch.until, book.now()));
        return {stretch.first.value_or(times.from), stretch.last ? *stretch.last + kOneDate : times.until};
    }
    if (entry.kind == kind::kAccept) {
        const auto of = book.store().entry(entry.about);
        const Date date = of ? as_corrected(book.store(), *of).business_date : entry.business_date;
        return {date - kOneDate, date + 2 * kOneDate};
    }
    if (entry.kind == kind::kClock) {
        return dates_in_doubt(book, declared_by(entry));
    }
    // What is done now is of no date that is closed.
    const bool of_before = entry.happened_at || entry.amends != 0 || entry.business_date < book.today() ||
                           entry.business_date < clock_date(book, book.now());
    return of_before ? DateRange{entry.business_date - kOneDate, entry.business_date + 2 * kOneDate} : DateRange{};
}

}  // namespace

bool is_unsettled(Book& book, DateRange dates) {
    return std::any_of(subjects().begin(), subjects().end(), [&](const Subject* subject) {
        return subject->unsettled != nullptr && subject->unsettled(book, dates);
    });
}

bool has_unsettled_dates(Book& book, EntryNumber closing) {
    const DateRange dates = dates_of_closing(book.entry(closing));
    const ClosedDates closed = closed_dates(book, dates);
    return std::any_of(closed.begin(), closed.end(), [&](const auto& one) {
        return one.second == closing && is_unsettled(book, {one.first, one.first + kOneDate});
    });
}

std::vector<EntryNumber> closings_touched(Book& book, const Entry& entry) {
    if (entry.kind == kind::kDayClosed) {
        return entry.number > 0 ? std::vector{entry.number} : std::vector<EntryNumber>{};
    }
    const DateRange dates = dates_said_of(book, entry);
    if (dates.from >= dates.until || dates.from > last_closed(book)) {
        return {};
    }
    std::set<EntryNumber> touched;
    for (const auto& [date, closing] : closed_dates(book, dates)) {
        touched.insert(closing);
    }
    // What explains a stretch settles, and makes nothing open.
    if (entry.kind == kind::kMissesExplained && entry.number <= 0) {
        const OpenMatters open = book.store().open_matters();
        std::erase_if(touched, [&](EntryNumber closing) { return open.count(closing) == 0; });
    }
    return {touched.begin(), touched.end()};
}

void add_unsettled(Look& look, DueLines& lines) {
    if (look.since_begin()) {
        return;  // each has a line of its own then
    }
    Book& book = look.book();
    std::vector<EntryNumber> open;
    for (const auto& [number, kind] : book.store().open_matters()) {
        if (kind == kind::kDayClosed) {
            open.push_back(number);
        }
    }
    const Date from = look.pass().dates().from;
    while (!open.empty() && dates_of_closing(book.entry(open.back())).from >= from) {
        open.pop_back();
    }
    // What nobody has closed yet, because nobody recorded anything since.
    const DateRange since{last_closed(book) + kOneDate, from};
    const bool later = since.from < since.until && is_unsettled(book, since);
    if (open.empty() && !later) {
        return;
    }
    const Date first = open.empty() ? since.from : dates_of_closing(book.entry(open.front())).from;
    const Date last = (later ? from : std::min(dates_of_closing(book.entry(open.back())).until, from)) - kOneDate;
    DueLine& line = lines.add_unexplained(
        DueCause::missed, to_instant(book.zone(), LocalTime{first} + book.calendar().day_start), {},
        say(N_("Not explained or accepted, {0} to {1}"), to_text(first), to_text(last)), "onduty due --all");
    line.things = open.size() + (later ? 1 : 0);
}

}  // namespace onduty
