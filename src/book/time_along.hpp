// SPDX-License-Identifier: MIT
// What follows from another time of an entry? The date that it counts for, and by when it is due.
#pragma once

#include <optional>
#include <string>

#include "book/recording.hpp"

namespace onduty {

// By when it was to be done where nobody said so; asked before its time is another.
std::optional<Instant> due_by_itself(Book& book, const Entry& original);

// These record a correction where it is another now; what they answer is said of it, "" for nothing.
std::string correct_due_along(Recording& recording, const Presence& person, const Entry& original,
                              const std::optional<Instant>& due_before);
// It counts for the date that it would count for, had it been told so at once: of an imported row the date itself, else
// that of the shift of then. A shift keeps its own.
std::string correct_day_along(Recording& recording, const Presence& person, const Entry& original, Instant at,
                              bool late);
// The same of what a declared clock moved, with the shift that it belongs to; a shift gets the date of its begin, and
// its end that of the shift.
std::string correct_shift_by_clock(Recording& recording, const Presence& person, const Entry& original);

}  // namespace onduty
