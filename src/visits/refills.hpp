// SPDX-License-Identifier: MIT
// When is a group to be served again, and was it? The refill timer: it starts at the first service, starts
// again when the group sits down, which itself demands a service, and stops at the departure, at closing time, or with
// the day: who was served after closing may have left at any time. The first service of another day starts it again.
#pragma once

#include <vector>

#include "slots/judge.hpp"
#include "visits/rules.hpp"

namespace onduty {

// The slots of `rule` (kind timer) for one visit with their states, in order. Until the group first sits down a
// slot is due one interval after the first service; from each seating on, first the rule's `first` after it.
std::vector<Outcome> refill_outcomes(const Rule& rule, const Calendar& calendar, const Zone& zone, const Visit& visit,
                                     Instant now);

// The first slot after the last service that was missed or is open; nullptr when nothing is running.
const Outcome* next_refill(const std::vector<Outcome>& outcomes);

// A time without service while the timer ran.
struct Gap {
    Instant since;
    std::chrono::milliseconds length{0};
};
// Until the group left or `now`.
std::vector<Gap> gaps_of(const Visit& visit, const Calendar& calendar, const Zone& zone, Instant now);

}  // namespace onduty
