// SPDX-License-Identifier: MIT
#include "rooms/shown_elsewhere.hpp"

#include <algorithm>

#include "book/clocks.hpp"
#include "book/terminal.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/overlap.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

Period there(const Tour& tour) {
    return {tour.start, tour.end.value_or(Instant::max())};
}

[[noreturn]] void refuse(Book& book, const Visit& visit, const Tour& other) {
    const std::string code = visit_code(visit);
    const std::string room = book.name_of("room", other.room);
    const std::string from = full_text(book.zone(), other.start);
    if (!other.end) {
        throw Refusal{say(N_("{0} is being shown {1} since {2}. First: onduty serve tour-end {0}"), code, room, from) +
                      by_typed(book) + "\n" + say(N_("If only a part of it sees this room: add --party N to each."))};
    }
    throw Refusal{say(N_("{0} was shown {1} from {2} to {3}, entry {4}. See: onduty log --visit {0}"), code, room, from,
                      full_text(book.zone(), *other.end), other.number)};
}

}  // namespace

void refuse_shown_elsewhere(Book& book, const Visit& visit, const Tour& tour, bool told) {
    std::vector<Tour> others = tours_of(book, visit.number);
    std::erase_if(others, [&](const Tour& one) {
        return one.number == tour.number || !share_a_minute(there(one), there(tour)) || (!told && one.end);
    });
    if (others.empty()) {
        return;
    }
    const std::vector<ClockDoubt> doubts = clock_reading(book.store()).doubts();
    std::erase_if(others, [&](const Tour& one) { return is_in_doubt(doubts, one.number); });
    // As many are away most when one of them goes.
    std::vector<Instant> begins{tour.start};
    for (const Tour& other : others) {
        begins.push_back(std::max(tour.start, other.start));
    }
    for (const Instant begin : begins) {
        std::int64_t people = tour.party;
        const Tour* in_the_way = nullptr;
        for (const Tour& other : others) {
            if (share_a_minute(there(other), {begin, begin + Minutes{1}})) {
                people += other.party;
                in_the_way = &other;
            }
        }
        if (in_the_way != nullptr && people > visit.details.party) {
            refuse(book, visit, *in_the_way);
        }
    }
}

void refuse_tours_at_once(Book& book, std::span<const Entry> changed) {
    const std::vector<ClockDoubt> doubts = clock_reading(book.store()).doubts();
    for (const Entry& entry : changed) {
        const bool of_tour = entry.kind == kind::kTour || entry.kind == kind::kTourEnd;
        const bool of_wrong_clock =
            is_in_doubt(doubts, entry.number) || moved_by_clock(book.store(), entry) != std::chrono::milliseconds{0};
        const auto visit = of_tour && !of_wrong_clock ? find_visit(book, entry.about) : std::nullopt;
        for (const Tour& tour : visit ? tours_of(book, entry.about) : std::vector<Tour>{}) {
            if (tour.room == entry.subject && !is_in_doubt(doubts, tour.number)) {
                refuse_shown_elsewhere(book, *visit, tour, true);
            }
        }
    }
}

}  // namespace onduty
