// SPDX-License-Identifier: MIT
#include "rooms/read.hpp"

#include "book/amended.hpp"

namespace onduty {

RoomFacts rooms_of(Book& book, DateRange dates) {
    RoomReading reading;
    Store& store = book.store();
    EntryQuery query;
    query.rare_kinds = {kind::kTour, kind::kTourEnd, kind::kCount};
    query.dates = dates;
    each_amended(store, query, [&](const Entry& entry) {
        const auto details = RoomReading::has_visit(entry) ? store.visit(entry.number) : std::nullopt;
        reading.add(entry, details.value_or(VisitDetails{}),
                    RoomReading::has_lines(entry) ? store.lines(entry.number) : std::vector<Line>{});
    });
    return reading.finish();
}

RoomFacts recent_rooms(Book& book) {
    return rooms_of(book, {book.today() - kRoomsLookBack, book.today() + std::chrono::days{1}});
}

}  // namespace onduty
