// SPDX-License-Identifier: MIT
// Which business dates has an entry closed, and which can be closed now? A closed date keeps what was known of it as of
// that entry; what comes later is a supplement. Source: the rules of time, closed days.
#pragma once

#include <map>
#include <vector>

#include "book/book.hpp"
#include "slots/closing.hpp"

namespace onduty {

// One entry closes dates without a gap: its subject is the last one, its field kFirst the first; "2026-11-24".
namespace day_closed {
inline constexpr const char* kFirst = "first";
}

// Which entry closed which of these dates; those that nobody closed are left out.
using ClosedDates = std::map<Date, EntryNumber>;
ClosedDates closed_dates(Book& book, DateRange dates);

// The dates that the entry names.
DateRange dates_of_closing(const Entry& closing);

// The last date that the newest closing names; the day before the log where nothing was closed.
Date last_closed(Book& book);

// What can be closed now, in order. Nothing while the clock stands before the newest entry.
std::vector<DateRange> dates_to_close(Book& book);

}  // namespace onduty
