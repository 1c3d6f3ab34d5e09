// SPDX-License-Identifier: MIT
// Which date does a shift or an entry count for, and when does a shift that nobody closed go stale? Pure.
//
// A window is a time for which a post is to be manned: a line of its rota, else its hours, else a stretch of the rules
// that ask for something all through the night. Minutes are compared without their seconds, "within" has both ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "slots/rule.hpp"
#include "time/time.hpp"

namespace onduty {

// From its first minute to before its last; the date is that of its begin.
struct DutyWindow {
    Date date{};
    Period period{};
};

// A shift has the date of the window that runs when it begins, of several the one begun last, but of the next one that
// begins within an hour; if none runs, of the next that begins within four hours, else of the last that ended within
// an hour, else of the clock. Who comes within an hour before `day_start` comes for the date that begins.
// `windows` in order of their begin, of the dates around `begins`.
Date date_of_shift(const std::vector<DutyWindow>& windows, const Calendar& calendar, const Zone& zone, Instant begins);

// The end of the window that a shift begun then has: that it begins in or comes early for, however early within 17
// hours, but then no more than 23 hours after its begin; of the one that begins when it ends, where nobody else has
// taken that over. Nothing where it has none, nor where it comes for one that has ended; but nobody comes for that of a
// post that he has beside another.
std::optional<Instant> window_end_of(const std::vector<DutyWindow>& windows, Instant begins,
                                     const std::vector<Instant>& others_came, bool beside_another = false);

// An hour after the window, or after the last thing that the person typed in it, if that is later; without a window
// 17 hours after the begin. At the latest 24 hours after the begin, or an hour after a window that ends later than 23
// hours after it. `typed`: recorded times, in order.
Instant stale_point(Instant begins, std::optional<Instant> window_end, const std::vector<Instant>& typed);

// A shift as an entry asks about it. `stale` of one that nobody closed and that has gone stale by now.
struct DutyShift {
    std::string person;
    std::vector<PostTime> posts;
    Date date{};
    Instant from{};
    std::optional<Instant> until;
    std::optional<Instant> stale;
    std::optional<Instant> window_end;
    bool resident = false;    // lends no date
    std::int64_t number = 0;  // of the entry that it began with

    // Whether its person had the post then, to the minute.
    bool is_at(const std::string& post, Instant at) const;
};

// An entry counts for its doer's shift that was open at its told time `told` (recorded at `recorded`); else for the
// shifts at the post that it belongs to, if they have one date; else it goes by the windows of that post as a shift
// would, at last by the clock. `doer` empty: a group's. `shifts` in order of their begin.
Date date_of_entry(const std::string& doer, const std::string& post, Instant told, Instant recorded,
                   const std::vector<DutyShift>& shifts, const std::vector<DutyWindow>& windows,
                   const Calendar& calendar, const Zone& zone);

// Whether the entry was made in that shift: of one that has gone stale also what is recorded within four hours of its
// window, as long as the person has not come on duty anew.
bool is_in_shift(const DutyShift& shift, Instant told, Instant recorded, const std::vector<DutyShift>& shifts);

}  // namespace onduty
