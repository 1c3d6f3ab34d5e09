// SPDX-License-Identifier: MIT
// Which entries beside those that are in doubt, or were declared, did the same clock most likely write?
#pragma once

#include <string>
#include <utility>

#include "book/book.hpp"
#include "log/clock_reading.hpp"

namespace onduty {

using EntryRange = std::pair<EntryNumber, EntryNumber>;  // both belong to it

// A clock that was ahead wrote before the first time that shows it: from here on at least, the begin of a round of
// which it wrote a step, because nobody sets a clock while he walks.
EntryNumber begin_of_its_work(Book& book, const ClockReading& clocks, EntryNumber first);

// A clock that was behind wrote on past the newest time in front of it, where nothing shows it any more: up to here at
// least, as far as the round goes that it was in and the shifts that it began.
EntryNumber end_of_its_work(Book& book, const ClockReading& clocks, EntryRange range);

// What is typed to say that the clock of these was wrong, and when the first of them really was recorded.
std::string clock_command(Book& book, EntryRange range, Instant was);

// What is typed where two entries of one round stand in the wrong order: that declares both with the clock of which one
// of them is. "onduty clock", which shows what is known, where that is not so.
std::string clock_command_for_both(Book& book, EntryNumber begin, EntryNumber step);

}  // namespace onduty
