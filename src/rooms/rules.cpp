// SPDX-License-Identifier: MIT
#include "rooms/rules.hpp"

#include <algorithm>

#include "rooms/kinds.hpp"

namespace onduty {

void RoomReading::add(const Entry& entry, const VisitDetails& details, std::vector<Line> lines) {
    if (entry.kind == kind::kTour) {
        facts_.tours.push_back({entry.number, entry.subject, entry.about,
                                details.host.empty() ? entry.actor : details.host, details.party, entry.told_at(),
                                std::nullopt, entry.business_date, entry.flag == flag::kUncounted, ++turns_});
    } else if (entry.kind == kind::kTourEnd) {
        const auto tour = std::find_if(facts_.tours.rbegin(), facts_.tours.rend(), [&](const Tour& one) {
            return one.visit == entry.about && one.room == entry.subject && !one.end;
        });
        if (tour != facts_.tours.rend()) {
            tour->end = entry.told_at();
        }
    } else if (entry.kind == kind::kCount) {
        facts_.counts.push_back({entry.number, entry.subject, entry.about, entry.told_at(), entry.business_date,
                                 entry.result != result::kIncomplete, std::move(lines), ++turns_});
    }
}

RoomState state_of(const RoomFacts& facts, const std::string& room) {
    RoomState state;
    for (const RoomCount& count : facts.counts) {
        if (count.room == room && count.complete) {
            state.counted = &count;
        }
    }
    for (const Tour& tour : facts.tours) {
        if (tour.room != room) {
            continue;
        }
        if (!tour.end) {
            state.open = &tour;
        } else if (state.counted == nullptr || state.counted->turn < tour.turn) {
            state.uncounted = &tour;
        }
    }
    return state;
}

bool was_counted(const RoomFacts& facts, const Tour& tour) {
    const auto next = std::find_if(facts.tours.begin(), facts.tours.end(), [&](const Tour& other) {
        return other.room == tour.room && other.turn > tour.turn;
    });
    return std::any_of(facts.counts.begin(), facts.counts.end(), [&](const RoomCount& count) {
        return count.room == tour.room && count.complete && count.turn > tour.turn &&
               (next == facts.tours.end() || count.turn < next->turn);
    });
}

EntryNumber group_before(const RoomFacts& facts, const RoomCount& count) {
    const Tour* last = nullptr;
    bool is_known = false;
    for (const Tour& tour : facts.tours) {
        is_known = is_known || (tour.room == count.room && tour.visit == count.visit);
        last = tour.room == count.room && tour.turn < count.turn ? &tour : last;
    }
    const RoomCount* before = count_before(facts, count);
    if (last != nullptr && (before == nullptr || before->turn < last->turn)) {
        return last->visit;
    }
    return is_known ? 0 : count.visit;  // its tour may be of before the days that were read
}

const RoomCount* count_before(const RoomFacts& facts, const RoomCount& count) {
    const RoomCount* before = nullptr;
    for (const RoomCount& other : facts.counts) {
        if (other.room == count.room && other.complete && other.turn < count.turn) {
            before = &other;
        }
    }
    return before;
}

}  // namespace onduty
