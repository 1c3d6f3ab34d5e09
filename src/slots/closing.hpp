// SPDX-License-Identifier: MIT
// May a business date be closed yet, and which ones has nobody closed? Pure. Source: the rules of time, closed days.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "slots/duty_day.hpp"

namespace onduty {

// How a date ends.
struct DayEnd {
    Instant over{};                 // the next date begins
    Instant runs_out{};             // the last window of a post is over, and the last slot expires that can be missed
    std::vector<DutyShift> shifts;  // that count for it
};

// Once all that has run out and nobody of the date is on duty, those aside who live there or did not sign off; at the
// latest 24 hours after the next date began.
bool may_close(const DayEnd& day, Instant now);

// What one entry closed. `read`: when it was recorded, by the clock that was declared since.
struct Closing {
    std::int64_t number = 0;
    Date first{};
    Date last{};
    Instant read{};

    bool has(Date date) const { return first <= date && date <= last; }
};

// The first entry that closes the date, 0 for none. One that is read before the date is over, which ends at `over`,
// closes nothing of it.
std::int64_t closed_by(const std::vector<Closing>& closings, Date date, Instant over);

// The dates that nobody closed, in order, without gaps between them each.
std::vector<DateRange> left_open(const std::vector<Closing>& closings, DateRange dates,
                                 const std::function<Instant(Date date)>& over);

}  // namespace onduty
