// SPDX-License-Identifier: MIT
// Which slots does a rule yield for a stretch of business dates, and when is each due? Pure: no clock, no SQL.
#pragma once

#include <string>
#include <vector>

#include "slots/rule.hpp"
#include "time/time.hpp"

namespace onduty {

inline constexpr Instant kNever{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}};  // later than any log

// A planned moment with its window. Instants are UTC.
//   early from `early_from`, on time from `opens` to `on_time_until` (both included),
//   late until `expires` (not included), then missed.
struct Slot {
    const Rule* rule = nullptr;
    Date date{};           // the business date it belongs to
    Instant early_from{};  // before this a mark has nothing to do with the slot
    Instant opens{};
    Instant due{};
    Instant on_time_until{};
    Instant expires{};
    bool applies = true;  // false: a closed day or out of season, state "not applicable"
    // What was begun in time is in order when its last part lies before this: the next due time and the tolerance.
    Instant in_order_until = kNever;
    // When the rule asks again; kNever where it does not, or nobody can tell yet.
    Instant next_due = kNever;
};

// The business dates of the unit in which a date lies.
DateRange unit_of(PeriodUnit unit, Date date);

// Slots of the kinds every, at and period whose business date lies in `dates`, in order of due time.
//   every: steps of `interval` in elapsed time from the first slot, so a night with a clock change has
//          one slot more or fewer. A slot's window ends where the next slot's begins.
//          The last slot of a day expires one interval after it was due, or where the next day's first slot
//          opens if that is sooner and after `on_time_until`. Early from half an interval before it is due.
//   at:     in order of time; a slot expires where the next one of the day opens, the last with the business
//          date (at `day_start` of the next day), or where the next day's first slot opens if that is sooner and after
//          `on_time_until`; but never before `on_time_until` + 1 min. Early from 1 h before it opens. Times that the
//          clock jumps over come when it has jumped: those that come at one moment are one slot, that of the later date
//          where it asks for it as well.
//   period: the unit runs from `day_start` of its first day to `day_start` after its last. It opens and is
//          early from the beginning, is due at the end of its due date (the next `day_start`) and on time
//          until 1 ms before, expires with the unit. The due date is the unit's last day, or `due_day` of a week. Where
//          closed days are skipped and the due date is closed, it moves to the nearest open day before it in the unit,
//          else after it; a unit without an open day does not apply.
//   every, at: on a closed day that is skipped the slots do not apply. On weekdays outside `weekdays`
//          there are none; `weekdays` counts for `every`, `at` and period day.
//   A slot whose business date lies outside `months` does not apply.
//   every, at: in order until the next one is due and its tolerance is over; after the last one of a day the next is
//   due an interval later (every), or at the first time of the next day (at).
std::vector<Slot> scheduled_slots(const Rule& rule, const Calendar& calendar, const Zone& zone, DateRange dates);

// Kind after: the business date with which the slot that is due at the end of `due_on` opens. Half of the days before
// it, never on the date of the last completion: what is done again sooner was not due.
Date opening_date(const Rule& rule, Date due_on);

// Kind after: the slot that follows the last completion, due at the end of the business date `days` after
// the completion's; before any completion, one due at the end of `start`. It opens (and is early) with its opening
// date after the completion, or with `start`, and never expires: done after the due time is late.
Slot slot_after(const Rule& rule, const Calendar& calendar, const Zone& zone, Date start,
                const std::vector<Instant>& completions);

// When `limit` of the rule's clock has run since `start`, not counting `paused` stretches.
// With the opening clock only minutes inside the opening hours of open days count.
Instant deadline_of(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                    const std::vector<Period>& paused);

// Kind deadline: one slot from `start`. It never expires: done after the due time is late, not missed.
Slot deadline_slot(const Rule& rule, const Calendar& calendar, const Zone& zone, Instant start,
                   const std::vector<Period>& paused);

// Kind timer: slots from `start` to `stop` (kNever while it runs), looked at from `now`; `services` sorted,
// those outside [start, stop] do not count. The first slot opens with `start` and is due `first` later; a
// service ends its slot: slot and service end together, the next opens 1 ms later, due `interval` after it. Without a
// service a slot expires `interval` after it was due and the next, due at that moment, opens there. `stop` cuts a slot
// short: still on time, there is no slot; past `on_time_until`, it expires at `stop`. The list ends with
// the first slot that is neither serviced nor expired at `now`.
std::vector<Slot> timer_slots(const Rule& rule, const Zone& zone, const Calendar& calendar, Instant start, Instant stop,
                              const std::vector<Instant>& services, Instant now);

}  // namespace onduty
