// SPDX-License-Identifier: MIT
// Who was on duty at a post, how long, and how does that compare with the rota? From duty-on and duty-off entries.
//
// What the figures say, and what not:
// - A shift counts for the business date of its duty-on entry, whole, also after midnight and outside the hours of
//   the post, and for each of its posts from when that was taken until it was left. It proves that somebody logged on
//   and off, not that he stood there.
// - Who lives at the post is there on each day on which it opens, and nobody knows for how many hours.
// - Who has not gone off is there until now; or until he comes on duty again, when the entry between was withdrawn.
// - What two shifts of one person at one post have in common counts once, with the one that begins first.
// - `present` counts different persons over the day, not at once: three who take turns are three. It goes by the date
//   of their shifts, as `worked` does. Who comes so early that his shift has the date before (rules of time 9) fills
//   the post in the hours that he came for all the same: `gap`, `minutes_late` and `minutes_short` say how the post
//   was manned, and go by the clock.
// - `minutes_late` is how long after its opening the post first had its number at once: 0 when it had it within
//   `late_after`, otherwise all minutes from the opening, begun ones not counted. A post that never had its
//   number was short until it closed, or until now. Who leaves again later is not looked at:
// - `minutes_short` are all whole minutes of its opening in which the post had fewer than its number, 0 within
//   `late_after`.
// - Each minute is planned by the version of the plan in force then: a day that is closed or opened, or whose hours are
//   changed, at noon is so from noon on. Before the first version, on closed days and on weekdays without a need
//   nothing is planned.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "log/shifts.hpp"
#include "plan/plan.hpp"

namespace onduty {

// How many a post needs at once for some time.
struct PostNeed {
    Period period;
    std::int64_t at_once = 0;
};

// A post on a date on which it needs people.
struct Opening {
    std::string post;
    std::vector<PostNeed> needs;  // in order, at least one; more where the plan was changed in between
    Minutes late_after{0};        // by the last version of these hours

    Instant from() const { return needs.front().period.from; }
    // nullptr while it needs nobody.
    const PostNeed* need_at(Instant at) const;
    bool is_there(Period period) const;  // for a part of one of the needs
    // The most that it needed by then.
    std::int64_t at_once(Instant now) const;
};

std::optional<Opening> opening_of(const PlanHistory& history, const Zone& zone, const std::string& post, Date date);

// That the post has fewer than it needs.
struct Shortage {
    Instant since;
    Minutes minutes{0};
    std::int64_t there = 0;
};

// What somebody finds who comes at `arrived`: since the opening, or since it last had its number. Nothing while they
// are enough or the tolerance is not over, and after closing. `others`: all shifts at the post around but his new one.
std::optional<Shortage> shortage_at(const Opening& opening, const std::vector<Shift>& others, Instant arrived);

struct Attendance {
    Date date;
    std::string post;
    std::int64_t present = 0;
    std::chrono::milliseconds worked{0};
    // Only where the rota asks for somebody and the post has opened:
    std::optional<std::int64_t> planned;  // at once, the most
    std::int64_t gap = 0;                 // planned less those who fill the post on that date, not below 0
    Minutes minutes_late{0};
    Minutes minutes_short{0};
};

// One row for each date and post that was planned and has opened at `now`, or at which somebody was; by date, then
// by code. `whole` should hold a day more on both sides of `dates`: the night before may reach into an opening.
std::vector<Attendance> attendance_of(const PlanHistory& history, const Zone& zone, DateRange dates,
                                      const std::vector<Shift>& whole, Instant now);

}  // namespace onduty
