// SPDX-License-Identifier: MIT
#include "visits/rules.hpp"

#include <algorithm>

#include "plan/deeds.hpp"
#include "visits/kinds.hpp"

namespace onduty {

std::string Visit::seat_at(Instant at) const {
    std::string there;
    for (std::size_t i = 0; i < seated.size() && seated[i] <= at; ++i) {
        there = seats[i];
    }
    return there;
}

Period Visit::sitting_from(Instant at) const {
    const auto next = std::find_if(seated.begin(), seated.end(), [&](Instant one) { return one > at; });
    const Instant gone = left.value_or(Instant::max());
    return {at, next == seated.end() ? gone : std::min(*next, gone)};
}

std::vector<Sitting> Visit::sittings() const {
    std::vector<Sitting> all;
    for (std::size_t i = 0; i < seated.size(); ++i) {
        const bool is_last = i + 1 == seated.size();
        const Instant until = is_last ? left.value_or(Instant::max()) : seated[i + 1];
        all.push_back({seats[i], {seated[i], until}, seatings[i], is_last ? departure : seatings[i + 1]});
    }
    return all;
}

std::optional<Instant> Visit::served_before(Instant at) const {
    std::optional<Instant> last;
    for (const Mark& service : services) {
        if (service.at <= at && (!last || *last < service.at)) {
            last = service.at;
        }
    }
    return last;
}

Orders Visit::orders_with(const Entry& delivery, const std::vector<Line>& lines) const {
    std::vector<Drinks> all = drinks;
    for (const Line& line : lines) {
        all.push_back({delivery.number, delivery.told_at(), delivery.business_date, line.item, 0, line.quantity});
    }
    return orders_of(std::move(all));
}

bool VisitReading::has_visit(const Entry& entry) {
    return entry.kind == kind::kNotice || entry.kind == kind::kMeeting || entry.kind == kind::kVisit ||
           entry.kind == kind::kCall;
}

bool VisitReading::has_lines(const Entry& entry) {
    return entry.kind == kind::kOrder || entry.kind == kind::kDelivery;
}

// The first entry of a visit: an announcement, or an arrival that nobody announced.
void VisitReading::begin(const Entry& entry, const VisitDetails& details) {
    places_[entry.number] = facts_.visits.size();
    Visit visit;
    visit.number = entry.number;
    visit.business_date = entry.business_date;
    visit.details = details;
    facts_.visits.push_back(std::move(visit));
}

void VisitReading::add(const Entry& entry, const VisitDetails& details, const std::vector<Line>& lines) {
    if (entry.kind == kind::kCall || entry.kind == kind::kRefusal) {
        facts_.contacts.push_back(
            {entry.number, entry.kind, entry.subject, details.first, entry.told_at(), entry.business_date});
        return;
    }
    const bool begins =
        entry.kind == kind::kNotice || entry.kind == kind::kMeeting || (entry.kind == kind::kVisit && entry.about == 0);
    if (begins) {
        begin(entry, details);
    }
    const auto place = places_.find(begins ? entry.number : entry.about);
    if (place == places_.end()) {
        return;
    }
    Visit& visit = facts_.visits[place->second];
    const Instant at = entry.told_at();
    if (entry.kind == kind::kNotice) {
        visit.announced = at;
        visit.announced_on = entry.business_date;
    } else if (entry.kind == kind::kMeeting) {
        visit.planned = entry.slot_at;
    } else if (entry.kind == kind::kReady) {
        visit.ready = at;
    } else if (entry.kind == kind::kTakeOver) {
        visit.accepted.emplace(entry.post, TakeOver{entry.actor, mark_by(entry)});
    } else if (entry.kind == kind::kVisit) {
        const std::int64_t sequence = visit.details.sequence;
        visit.details = details;
        visit.details.sequence = sequence;
        visit.type = entry.subject;
        visit.business_date = entry.business_date;
        visit.arrival = entry.number;
        visit.arrived = at;
        visit.seat = details.seat;
        if (!details.host.empty()) {
            visit.hosted = at;
        }
        if (!details.seat.empty()) {
            visit.seated.push_back(at);
            visit.seats.push_back(details.seat);
            visit.seatings.push_back(entry.number);
        }
    } else if (entry.kind == kind::kHost) {
        visit.hosted = visit.hosted.value_or(at);
        visit.details.host = entry.subject;
    } else if (entry.kind == kind::kSeating) {
        visit.seated.push_back(at);
        visit.seats.push_back(entry.subject);
        visit.seatings.push_back(entry.number);
        visit.seat = entry.subject;
    } else if (entry.kind == kind::kOrder) {
        for (const Line& line : lines) {
            visit.drinks.push_back({entry.number, at, entry.business_date, line.item, line.quantity, 0});
        }
        if (!entry.note.empty()) {
            visit.wishes.push_back(entry.note);
        }
    } else if (entry.kind == kind::kDelivery) {
        visit.services.push_back(mark_by(entry));
        visit.served.insert(entry.business_date);
        for (const Line& line : lines) {
            visit.drinks.push_back({entry.number, at, entry.business_date, line.item, 0, line.quantity});
        }
    } else if (entry.kind == kind::kRefill) {
        visit.services.push_back(mark_by(entry));
        visit.served.insert(entry.business_date);
    } else if (entry.kind == kind::kCleanRequest) {
        visit.clean_ups.push_back({entry.subject, entry.note, at, std::nullopt, entry.number});
    } else if (entry.kind == kind::kCleanDone) {
        for (CleanUp& clean_up : visit.clean_ups) {
            if (clean_up.request == entry.closes) {
                clean_up.done = mark_by(entry);
            }
        }
    } else if (entry.closes == visit.number) {
        visit.departure = entry.number;
        visit.left = at;  // as of a newer program, too, that has another word for it
        visit.forgotten = entry.result == result::kForgotten;
    }
}

}  // namespace onduty
