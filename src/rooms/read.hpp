// SPDX-License-Identifier: MIT
// How do commands find out what goes on in the rooms that are shown?
#pragma once

#include "book/book.hpp"
#include "rooms/rules.hpp"

namespace onduty {

// Tours and counts of some business dates, and the last complete count of each room before them.
RoomFacts rooms_of(Book& book, DateRange dates);

// How it is now: the tours after which nobody has counted yet, and the last complete count of each room.
RoomFacts rooms_now(Book& book);

// Whether the tour goes on or the room was not counted after it, if entry `without` had never been.
bool is_uncounted(Book& book, EntryNumber tour, EntryNumber without);

}  // namespace onduty
