// SPDX-License-Identifier: MIT
// How urgent is a slot that nobody has done yet? One answer for every clock of the house. Pure.
#pragma once

#include "slots/slots.hpp"

namespace onduty {

// Most urgent first; unexplained: it is over, and nobody said why.
enum class Urgency { overdue, unexplained, now, soon };

// Overdue after `on_time_until`, now from `opens`. What runs from a beginning (deadlines, timers) is open all the time;
// it is due now from `early` before it is due.
Urgency urgency_of(Instant now, const Slot& slot);

// How far the list of what is due looks ahead, and which date it is.
struct Outlook {
    Instant now;
    Date today{};
    Instant horizon{};  // the last moment of which it tells
};

// Whether the list has what waits to be done: what is due by then, and what can be done now on the date to which it
// belongs. So what has a day, a week or a month to be done in stands there from the morning of its last day.
bool is_listed(const Outlook& outlook, const Slot& slot);

// The slot of something that no rule yields: a promise, a loan, a stay. Due now from `opens`, which may be kNever.
Slot lone_slot(Instant opens, Instant due);
Slot lone_slot(Instant opens, Instant due, Instant on_time_until);
// Of something that is good until the end of a business date.
Slot last_date_slot(const Zone& zone, const Calendar& calendar, Date last);

}  // namespace onduty
