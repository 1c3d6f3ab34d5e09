// SPDX-License-Identifier: MIT
#include "rooms/ended_tours.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/withdrawal.hpp"
#include "log/last_told.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "rooms/shown_elsewhere.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/clean_ups.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

// The tours of a visit and its departure, as told.
std::vector<Entry> steps_of(Book& book, EntryNumber visit) {
    EntryQuery query;
    query.story_of = visit;
    query.first = visit;
    std::vector<Entry> steps;
    each_amended(book.store(), query, [&](const Entry& step) {
        if (step.kind == kind::kTour || step.kind == kind::kTourEnd || step.kind == kind::kLeave) {
            steps.push_back(step);
        }
    });
    return as_told(std::move(steps));
}

// Those that nobody ended, but for what `without` says.
std::vector<Tour> tours_going_on(const std::vector<Entry>& steps, EntryNumber without = 0) {
    RoomReading reading;
    for (const Entry& step : steps) {
        if (step.number != without) {
            reading.add(step, VisitDetails{}, {});
        }
    }
    std::vector<Tour> tours = reading.finish().tours;
    std::erase_if(tours, [](const Tour& tour) { return tour.end.has_value(); });
    return tours;
}

std::string put_right(Recording& recording, const Presence& person, EntryNumber visit) {
    Book& book = recording.book();
    std::vector<Entry> steps = steps_of(book, visit);
    const auto departure = [&] {
        return std::find_if(steps.rbegin(), steps.rend(), [](const Entry& step) { return step.kind == kind::kLeave; });
    };
    for (const Entry& step : std::vector<Entry>{steps}) {
        const EntryNumber with = step.kind == kind::kTourEnd ? step.fields.number(kLeftWith) : 0;
        const bool stands = departure() != steps.rend() && departure()->number == with &&
                            departure()->told_at() == step.told_at() &&
                            tours_going_on(steps, step.number).size() > tours_going_on(steps).size();
        if (with != 0 && !stands) {
            append_withdrawal(recording, person, step);
            std::erase_if(steps, [&](const Entry& one) { return one.number == step.number; });
        }
    }
    std::string words;
    if (departure() != steps.rend()) {
        for (const Tour& tour : tours_going_on(steps)) {
            const Instant left = departure()->told_at();
            append_tour_end(recording, visit, tour.room, person, left, departure()->number);
            words += (words.empty() ? "" : "\n") +
                     say(N_("The tour of {0} ended when the group left, {1}. Count now: onduty serve count {2}"),
                         book.name_of("room", tour.room), clock_text(book.zone(), left), tour.room);
        }
    }
    return words;
}

}  // namespace

void append_tour_end(Recording& recording, EntryNumber visit, const std::string& room, const Presence& person,
                     std::optional<Instant> at, EntryNumber left_with) {
    Entry entry = recording.draft(kind::kTourEnd, person);
    entry.about = visit;
    entry.subject = room;
    if (at) {
        recording.tell_for(entry, *at);
    }
    if (left_with != 0) {
        entry.fields.add(kLeftWith, left_with);
    }
    recording.append(entry);
}

void end_tours(Recording& recording, const Visit& visit, const Presence& person) {
    for (const Tour& tour : rooms_now(recording.book()).tours) {
        if (tour.visit == visit.number && !tour.end) {
            append_tour_end(recording, visit.number, tour.room, person, std::nullopt);
        }
    }
}

std::string put_tours_right(Recording& recording, const Presence& person, std::span<const Entry> changed) {
    refuse_tours_at_once(recording.book(), changed);
    std::set<EntryNumber> visits;
    for (const Entry& entry : changed) {
        if (entry.kind == kind::kTour || entry.kind == kind::kTourEnd || entry.kind == kind::kLeave) {
            visits.insert(entry.about);
        }
    }
    std::string words;
    for (const EntryNumber visit : visits) {
        const std::string more = find_visit(recording.book(), visit) ? put_right(recording, person, visit) : "";
        words += (words.empty() || more.empty() ? "" : "\n") + more;
    }
    return words;
}

}  // namespace onduty
