// SPDX-License-Identifier: MIT
// Which rounds has nobody ended?
#pragma once

#include <vector>

#include "book/due_line.hpp"
#include "book/subject.hpp"
#include "rounds/rules.hpp"

namespace onduty {

// A round that goes on, or that its guard walked away from.
struct UnendedRound {
    const Round* round;
    Instant due;     // so long after it began or was at a point last it is taken for left
    bool is_walked;  // its guard is on it, or did not sign off
};

// Of the days of the look; of who has left the plan nobody tells anything.
std::vector<UnendedRound> unended_rounds(Look& look);

// Those that are taken for left wait for somebody.
void add_left_rounds(Look& look, MattersNow& matters);

}  // namespace onduty
