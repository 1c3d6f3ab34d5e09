// SPDX-License-Identifier: MIT
#include "visits/read.hpp"

#include <charconv>

#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/words.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kMeetingsAhead{90};

VisitFacts read_visits(Book& book, const EntryQuery& query) {
    VisitReading reading;
    Store& store = book.store();
    each_amended(store, query, [&](const Entry& entry) {
        const auto details = VisitReading::has_visit(entry) ? store.visit(entry.number) : std::nullopt;
        reading.add(entry, details.value_or(VisitDetails{}),
                    VisitReading::has_lines(entry) ? store.lines(entry.number) : std::vector<Line>{});
    });
    return reading.finish();
}

}  // namespace

std::string visit_code(std::int64_t sequence) {
    return "V" + std::to_string(sequence);
}

std::string visit_code(const Visit& visit) {
    return visit_code(visit.details.sequence);
}

bool is_visit_code(const std::string& typed) {
    const std::string plain = plain_form(typed);
    return plain.size() > 1 && (plain[0] == 'V' || plain[0] == 'v') &&
           plain.find_first_not_of("0123456789", 1) == std::string::npos;
}

EntryNumber visit_named(Book& book, const std::string& typed) {
    const std::string plain = plain_form(typed);
    const char* begin = plain.c_str() + (!plain.empty() && (plain[0] == 'V' || plain[0] == 'v') ? 1 : 0);
    const char* end = plain.c_str() + plain.size();
    std::int64_t sequence = 0;
    const auto read = std::from_chars(begin, end, sequence);
    if (read.ec != std::errc{} || read.ptr != end || sequence < 1) {
        throw UsageError{
            say(N_("\"{0}\" is no number of a visit such as V12. onduty checkin list shows them."), typed)};
    }
    const EntryNumber first = book.store().visit_entry(sequence);
    if (first == 0) {
        const std::int64_t last = book.store().next_visit_sequence() - 1;
        throw UsageError{last == 0
                             ? say(N_("There is no visit V{0}. One begins with: onduty checkin visit"), sequence)
                             : say(N_("There is no visit V{0}; the last one is V{1}. onduty checkin list shows them."),
                                   sequence, last)};
    }
    return first;
}

Visit read_visit(Book& book, EntryNumber first) {
    EntryQuery query;
    query.story_of = first;
    VisitFacts facts = read_visits(book, query);
    if (facts.visits.empty()) {
        throw Refusal{say(N_("Entry {0}, with which this visit began, was withdrawn."), first)};
    }
    return std::move(facts.visits.front());
}

std::optional<Visit> visit_of_day(Book& book, EntryNumber first, Date date) {
    EntryQuery query;
    query.story_of = first;
    query.dates = DateRange{date, date + std::chrono::days{2}};
    VisitFacts facts = read_visits(book, query);
    return facts.visits.empty() ? std::nullopt : std::optional<Visit>{std::move(facts.visits.front())};
}

Visit visit_on_site(Book& book, const std::string& typed) {
    Visit visit = read_visit(book, visit_named(book, typed));
    if (visit.left) {
        throw Refusal{
            say(N_("{0} left at {1}. Nothing was recorded."), visit_code(visit), full_text(book.zone(), *visit.left))};
    }
    if (!visit.arrived) {
        throw Refusal{say(N_("{0} is announced and has not arrived. First: onduty checkin visit {0} --purpose \"...\""),
                          visit_code(visit))};
    }
    return visit;
}

VisitFacts visits_of(Book& book, DateRange dates) {
    EntryQuery query;
    query.dates = dates;
    VisitFacts facts = read_visits(book, query);
    // A meeting is entered days before it takes place.
    EntryQuery meetings;
    meetings.rare_kinds = {kind::kMeeting};
    meetings.dates = DateRange{dates.from - kMeetingsAhead, dates.from};
    const Instant from = to_instant(book.zone(), LocalTime{dates.from});
    const Instant until = to_instant(book.zone(), LocalTime{dates.until + std::chrono::days{1}});
    each_amended(book.store(), meetings, [&](const Entry& entry) {
        if (entry.slot_at && from <= *entry.slot_at && *entry.slot_at < until) {
            facts.visits.push_back(read_visit(book, entry.number));
        }
    });
    return facts;
}

std::vector<Visit> recent_visits(Book& book) {
    const std::chrono::days day{1};
    return visits_of(book, {book.today() - day, book.today() + day}).visits;
}

std::vector<Visit> open_visits(Book& book) {
    std::vector<Visit> open;
    for (Visit& visit : recent_visits(book)) {
        if (visit.open()) {
            open.push_back(std::move(visit));
        }
    }
    return open;
}

void refuse_taken_seat(Book& book, const std::string& seat, EntryNumber visit) {
    if (seat.empty()) {
        return;
    }
    for (const Visit& other : open_visits(book)) {
        if (other.seat == seat && other.number != visit) {
            throw Refusal{
                say(N_("Seat {0} is taken by {1} since {2}. Choose another, or first: onduty checkin out {1}"),
                    book.name_of("seat", seat), visit_code(other), clock_text(book.zone(), other.seated.back()))};
        }
    }
}

std::string masked_values(Book& book, const Visit& visit) {
    std::string values;
    for (const EntryNumber number : {visit.number, visit.arrival}) {
        for (const PersonalField& field : book.store().personal(number)) {
            const std::string value = masked(field.value);
            if (!value.empty() && values.find(value) == std::string::npos) {
                values += (values.empty() ? "" : " ") + value;
            }
        }
    }
    return values;
}

}  // namespace onduty
