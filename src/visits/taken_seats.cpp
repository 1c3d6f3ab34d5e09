// SPDX-License-Identifier: MIT
#include "visits/taken_seats.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/overlap.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

// Those that are there still, and those that sat down around then.
std::vector<Visit> visits_around(Book& book, Instant at) {
    constexpr std::chrono::days kDay{1};
    const Date date = business_date(book.zone(), book.calendar(), at);
    EntryQuery query;
    query.kinds = {kind::kVisit, kind::kSeating};
    query.dates = DateRange{date - 2 * kDay, date + 3 * kDay};
    std::set<EntryNumber> numbers;
    each_amended(book.store(), query,
                 [&](const Entry& entry) { numbers.insert(entry.about == 0 ? entry.number : entry.about); });
    for (const Visit& visit : open_visits(book)) {
        numbers.insert(visit.number);
    }
    return visits_named(book, {numbers.begin(), numbers.end()});
}

[[noreturn]] void refuse_taken_now(Book& book, const Visit& other, const Sitting& sitting) {
    throw Refusal{
        say(N_("Seat {0} is taken by {1} since {2}. Choose another; or where does {1} sit? onduty serve seat {1} "
               "SEAT. If it has left: onduty checkin out {3}"),
            book.name_of("seat", sitting.seat), visit_code(other), clock_text(book.zone(), sitting.there.from),
            visit_typed(book, other))};
}

}  // namespace

void refuse_taken_seat(Book& book, const std::string& seat, EntryNumber visit, const std::optional<Period>& told) {
    if (seat.empty()) {
        return;
    }
    const auto doubts = told ? clock_reading(book.store()).doubts() : std::vector<ClockDoubt>{};
    for (const Visit& other : told ? visits_around(book, told->from) : open_visits(book)) {
        for (const Sitting& sitting : other.number == visit ? std::vector<Sitting>{} : other.sittings()) {
            const bool goes_on = sitting.there.until == Instant::max();
            const bool doubtful = is_in_doubt(doubts, sitting.begun) || is_in_doubt(doubts, sitting.ended);
            if (sitting.seat != seat || (told ? doubtful || !share_a_minute(sitting.there, *told) : !goes_on)) {
                continue;
            }
            if (goes_on) {
                refuse_taken_now(book, other, sitting);
            }
            throw Refusal{say(N_("Seat {0} was that of {1} at {2}. Choose another, or see: onduty log --visit {1}"),
                              book.name_of("seat", seat), visit_code(other),
                              clock_text(book.zone(), std::max(sitting.there.from, told->from)))};
        }
    }
}

}  // namespace onduty
