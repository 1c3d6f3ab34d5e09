// SPDX-License-Identifier: MIT
// By which clocks were the entries of a log recorded, as far as somebody declared that one was wrong?
#pragma once

#include <optional>
#include <string>

#include "log/clock_reading.hpp"
#include "store/store.hpp"

namespace onduty {

// As the log stands now; `store` must outlive it.
ClockReading clock_reading(Store& store);

// Those in force, in order.
std::vector<DeclaredClock> declared_clocks(Store& store);

// What one entry declares.
DeclaredClock declared_by(const Entry& entry);

// The entry that declares the clock from which a correction follows, 0 for none.
EntryNumber follows_from_clock(Store& store, const Entry& correction);

// "#4", "#4-15".
std::string entries_text(EntryNumber first, EntryNumber last);
// "+480 min".
std::string minutes_text(Minutes add);

// By how much a declared clock moves an entry, as it was corrected, and what it says of that time; a draft by nothing.
std::chrono::milliseconds moved_by_clock(Store& store, const Entry& entry);

// Entries whose time was told ahead of their clock and stands so, in order, by ranges without a gap: first and last.
std::vector<std::pair<EntryNumber, EntryNumber>> told_ahead(Store& store, Minutes grace);

// When the newest entry was recorded, where that is to come by the clock of now: one of the two is wrong.
std::optional<Instant> newest_behind(Store& store, Instant now);

}  // namespace onduty
