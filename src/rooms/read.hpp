// SPDX-License-Identifier: MIT
// How do commands find out what goes on in the rooms that are shown?
#pragma once

#include "book/book.hpp"
#include "rooms/rules.hpp"

namespace onduty {

// Tours and counts of some business dates.
RoomFacts rooms_of(Book& book, DateRange dates);

// Those of the last days: a room that was not counted is forgotten after so long.
inline constexpr std::chrono::days kRoomsLookBack{14};
RoomFacts recent_rooms(Book& book);

}  // namespace onduty
