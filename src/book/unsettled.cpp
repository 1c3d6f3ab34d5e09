// SPDX-License-Identifier: MIT
#include "book/unsettled.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/day_closing.hpp"
#include "book/kinds.hpp"
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

// Whether it may be something that was done for a rule, a part of it, or that somebody was there.
bool may_be_work(const Entry& entry) {
    if ((entry.traits & (trait::kOfRule | trait::kPresence)) != 0 || !entry.rule.empty()) {
        return true;
    }
    const std::vector<const Kind*> deeds = deed_kinds();
    return std::any_of(deeds.begin(), deeds.end(), [&](const Kind* kind) {
        return kind->name == entry.kind ||
               (kind->deed.completed_by != nullptr && kind->deed.completed_by == entry.kind);
    });
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
    const bool of_before =
        may_be_work(entry) && (entry.happened_at || entry.amends != 0 || entry.business_date < book.today() ||
                               entry.business_date < clock_date(book, book.now()));
    return of_before ? DateRange{entry.business_date - kOneDate, entry.business_date + 2 * kOneDate} : DateRange{};
}

}  // namespace

bool is_unsettled(Book& book, DateRange dates, const std::string& asker) {
    return std::any_of(subjects().begin(), subjects().end(), [&](const Subject* subject) {
        return subject->unsettled != nullptr && subject->unsettled(book, dates, asker);
    });
}

bool has_unsettled_dates(Book& book, EntryNumber closing, EntryNumber) {
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

namespace {

// The first of the dates, or the last, for which something waits for an answer of the asker.
std::optional<Date> unsettled_date(Book& book, DateRange dates, bool first, const std::string& asker) {
    while (dates.from < dates.until) {
        const Date date = first ? dates.from : dates.until - kOneDate;
        if (is_unsettled(book, {date, date + kOneDate}, asker)) {
            return date;
        }
        (first ? dates.from : dates.until) = first ? date + kOneDate : date;
    }
    return std::nullopt;
}

}  // namespace

void add_unsettled(Look& look, DueLines& lines) {
    if (look.since_begin()) {
        return;  // each has a line of its own then
    }
    Book& book = look.book();
    const std::string& by = book.context().options.by;
    const std::string asker = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
    const Date from = look.pass().dates().from;
    std::vector<DateRange> open;
    for (const auto& [number, kind] : book.store().open_matters()) {
        if (kind == kind::kDayClosed) {
            const DateRange dates = dates_of_closing(book.entry(number));
            open.push_back({dates.from, std::min(dates.until, from)});
        }
    }
    // What nobody has closed yet, because nobody recorded anything since.
    open.push_back({last_closed(book) + kOneDate, from});
    std::erase_if(open, [](const DateRange& dates) { return dates.from >= dates.until; });
    // Of one date that is open nobody has to look whether it is.
    const auto date_in = [&](const DateRange& dates, bool first) {
        const bool known = asker.empty() && dates.from + kOneDate == dates.until && &dates != &open.back();
        return known ? std::optional{dates.from} : unsettled_date(book, dates, first, asker);
    };
    std::optional<Date> first;
    for (auto dates = open.begin(); dates != open.end() && !first; ++dates) {
        first = date_in(*dates, true);
    }
    if (!first) {
        return;
    }
    std::optional<Date> last;
    for (auto dates = open.rbegin(); dates != open.rend() && !last; ++dates) {
        last = date_in(*dates, false);
    }
    DueLine& line = lines.add_unexplained(
        DueCause::missed, to_instant(book.zone(), LocalTime{*first} + book.calendar().day_start), {},
        say(N_("Not explained or accepted, {0} to {1}"), to_text(*first), to_text(*last)), "onduty due --all");
    line.things = open.size();
}

}  // namespace onduty
