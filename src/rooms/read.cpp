// SPDX-License-Identifier: MIT
#include "rooms/read.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "book/amended.hpp"
#include "book/look_back.hpp"
#include "book/open_entries.hpp"
#include "book/thread.hpp"
#include "log/last_told.hpp"
#include "rooms/kinds.hpp"
#include "stock/read.hpp"
#include "text/translate.hpp"
#include "visits/read.hpp"

namespace onduty {

void misplace_line(const Things& things, const std::string& typed, std::vector<Line>& lines) {
    const auto [code, words] = typed_remark(things, typed);
    Line& line = line_counted(things, lines, code);
    line.condition = condition::kMisplaced;
    line.note = words;
}

namespace {

// The last complete count of each of these rooms before `until`.
std::vector<Entry> last_counts(Book& book, const std::set<std::string>& rooms, Date until) {
    std::vector<Entry> counts;
    for (const std::string& room : rooms) {
        EntryQuery query;
        query.rare_kinds = {kind::kCount};
        query.subject = room;
        query.result = result::kComplete;
        query.dates = DateRange{Date{}, until};
        each_amended_back(book.store(), query, [&](const Entry& entry) {
            counts.push_back(entry);
            return true;
        });
    }
    return counts;
}

// The end of a tour is about the visit, and names the room.
std::optional<Entry> end_of(Book& book, const Entry& tour) {
    EntryQuery query;
    query.thread_of = tour.about;
    query.kind = kind::kTourEnd;
    query.subject = tour.subject;
    query.first = tour.number;
    std::optional<Entry> end;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (!end) {
            end = entry;
        }
    });
    return end;
}

RoomFacts facts_of(std::vector<Entry> entries) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.number < b.number; });
    RoomReading reading;
    for (const Entry& entry : as_told(std::move(entries))) {
        const auto details = RoomReading::has_visit(entry) ? visit_of(entry.fields) : std::nullopt;
        reading.add(entry, details.value_or(VisitDetails{}),
                    RoomReading::has_lines(entry) ? lines_of(entry.fields) : std::vector<Line>{});
    }
    return reading.finish();
}

}  // namespace

namespace {

void add_open_tours(Book& book, std::vector<Entry>& entries) {
    for (Entry& tour : open_entries(book, {kind::kTour})) {
        if (auto end = end_of(book, tour)) {
            entries.push_back(std::move(*end));
        }
        entries.push_back(std::move(tour));
    }
}

}  // namespace

RoomFacts rooms_now(Book& book) {
    const std::vector<std::string> rooms = book.codes("room");
    std::vector<Entry> entries = last_counts(book, {rooms.begin(), rooms.end()}, book.today() + std::chrono::days{2});
    add_open_tours(book, entries);
    return facts_of(std::move(entries));
}

std::optional<std::string> shown_until(Book& book, const std::string& room, const Tour& tour) {
    const auto then = book.claimed();
    const auto end = then ? end_of(book, book.entry(tour.number)) : std::nullopt;
    if (!end || end->told_at() < *then) {
        return std::nullopt;
    }
    return say(
        N_("{0} was shown to {1} until {2}, entry {3}. If that was over sooner: onduty correct {3} --time \"{4}\" "
           "--reason \"...\""),
        room, visit_code(book.store().visit(tour.visit).value_or(VisitDetails{}).sequence),
        full_text(book.zone(), end->told_at()), end->number, date_time_text(book.zone(), *then));
}

std::vector<Tour> tours_of(Book& book, EntryNumber visit) {
    return facts_of(thread_of(book, visit)).tours;
}

std::vector<Tour> open_tours(Book& book) {
    std::vector<Entry> entries;
    add_open_tours(book, entries);
    return facts_of(std::move(entries)).tours;
}

namespace {

// The tours and counts of the room of one, since some days before it, as they were told: a shift lends its date to
// what lies at most so much after its begin.
std::vector<Entry> uses_around(Book& book, const Entry& entry) {
    constexpr std::chrono::days kTold{3};
    EntryQuery query;
    query.rare_kinds = {kind::kTour, kind::kCount};
    query.subject = entry.subject;
    query.dates = DateRange{entry.business_date - kTold, kNoEnd};
    std::vector<Entry> used;
    each_amended(book.store(), query, [&](const Entry& one) { used.push_back(one); });
    return as_told(std::move(used));
}

}  // namespace

RoomFacts room_at(Book& book, const std::string& room, Instant then) {
    Entry now;
    now.subject = room;
    now.business_date = business_date(book.zone(), book.calendar(), then);
    std::vector<Entry> entries;
    for (Entry& one : uses_around(book, now)) {
        auto end = one.kind == kind::kTour ? end_of(book, one) : std::nullopt;
        if (end && end->told_at() <= then) {
            entries.push_back(std::move(*end));
        }
        if (one.told_at() <= then) {
            entries.push_back(std::move(one));
        }
    }
    return facts_of(std::move(entries));
}

bool is_uncounted(Book& book, EntryNumber tour, EntryNumber last) {
    const auto begun = book.store().entry(tour);
    const auto end = end_of(book, *begun);
    if (!end || end->number > last) {
        return true;
    }
    const std::vector<Entry> used = uses_around(book, *begun);
    const auto place = std::find_if(used.begin(), used.end(), [&](const Entry& one) { return one.number == tour; });
    return std::none_of(place, used.end(), [&](const Entry& later) {
        return later.number != tour && later.number <= last &&
               (later.kind == kind::kTour || later.result == result::kComplete);
    });
}

std::vector<EntryNumber> compared_tours(Book& book, const Entry& entry) {
    std::vector<EntryNumber> tours;
    if (entry.kind == kind::kTour || entry.kind == kind::kTourEnd || entry.kind == kind::kCount) {
        for (const Entry& one : uses_around(book, entry)) {
            if (one.kind == kind::kTour && one.number != entry.number) {
                tours.push_back(one.number);
            }
        }
    }
    return tours;
}

namespace {

// The tour that an entry begins or ended, if it goes on.
std::optional<Tour> tour_going_on(Book& book, const Entry& entry) {
    EntryQuery visit;
    visit.story_of = entry.about;
    visit.first = entry.about;
    visit.subject = entry.subject;
    std::vector<Entry> steps;
    each_amended(book.store(), visit, [&](const Entry& step) { steps.push_back(step); });
    const RoomFacts facts = facts_of(std::move(steps));
    for (const Tour& tour : facts.tours) {
        if (!tour.end) {
            return tour;
        }
    }
    return std::nullopt;
}

// The first count of the room, or the first tour there, since the tour began; 0 for none.
EntryNumber used_since(Book& book, const Tour& tour) {
    EntryQuery later;
    later.rare_kinds = {kind::kTour, kind::kCount};
    later.subject = tour.room;
    later.first = tour.number + 1;
    EntryNumber found = 0;
    each_amended(book.store(), later, [&](const Entry& one) { found = found == 0 ? one.number : found; });
    return found;
}

}  // namespace

std::string shown_twice(Book& book, const Entry& entry) {
    const auto going_on = tour_going_on(book, entry);
    if (const EntryNumber since = going_on ? used_since(book, *going_on) : 0) {
        throw Refusal{say(N_("{0} was counted or shown since, entry {1}, so that tour is over. Look: onduty log {1}"),
                          book.name_of("room", entry.subject), since)};
    }
    std::vector<Tour> tours = open_tours(book);
    std::erase_if(tours, [&](const Tour& tour) { return tour.room != entry.subject || tour.end; });
    if (tours.size() < 2) {
        return {};
    }
    const auto code = [&](const Tour& tour) {
        return visit_code(book.store().visit(tour.visit).value_or(VisitDetails{}).sequence);
    };
    return say(N_("{0} is being shown to {1} and {2} now. Who has seen it? onduty serve tour-end {1}"),
               book.name_of("room", entry.subject), code(tours[0]), code(tours[1]));
}

namespace {

// Takes what went on in the rooms of these tours, until each of them was counted or shown again after its last one.
void add_following(Pass& pass, std::map<EntryNumber, Entry>& entries) {
    std::map<std::string, EntryNumber> shown;  // by room, the last tour
    EntryQuery query;
    for (const auto& [number, entry] : entries) {
        if (entry.kind == kind::kTour) {
            query.first = query.first.value_or(number);
            shown[entry.subject] = number;
        }
    }
    if (shown.empty()) {
        return;
    }
    query.rare_kinds = {kind::kTour, kind::kCount};
    const EntryNumber end = pass.before().value_or(pass.book().store().head().number + 1);
    EntryNumber most = 1024;  // to be read at once
    query.before = entries.rbegin()->first + 1;
    while (!shown.empty() && *query.first < end) {
        query.before = std::min(*query.before, end);
        each_amended(pass.book().store(), query, [&](const Entry& entry) {
            const auto room = shown.find(entry.subject);
            if (room != shown.end() && entry.number > room->second &&
                (entry.kind == kind::kTour || entry.result != result::kIncomplete)) {
                shown.erase(room);
            }
            entries.emplace(entry.number, entry);
        });
        query.first = query.before;
        query.before = *query.before + most;
        most *= 2;
    }
}

}  // namespace

Wanted RoomFold::wanted() const {
    return {pass_->dates(), {kind::kTour, kind::kTourEnd, kind::kCount}, true};
}

void RoomFold::finish() {
    add_following(*pass_, entries_);
    std::set<std::string> rooms;
    for (const auto& [number, entry] : entries_) {
        rooms.insert(entry.subject);
    }
    for (Entry& count : last_counts(pass_->book(), rooms, pass_->dates().from)) {
        entries_.emplace(count.number, std::move(count));
    }
    std::vector<Entry> entries;
    for (auto& [number, entry] : entries_) {
        entries.push_back(std::move(entry));
    }
    facts = facts_of(std::move(entries));
}

}  // namespace onduty
