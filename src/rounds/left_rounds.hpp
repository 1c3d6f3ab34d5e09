// SPDX-License-Identifier: MIT
// Which rounds has nobody ended, and what is typed to end one?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/subject.hpp"
#include "rounds/rules.hpp"

namespace onduty {

// A round that goes on, or that its guard walked away from.
struct UnendedRound {
    const Round* round;
    Instant last;      // when it began or was at a point last
    Instant due;       // so long after that it is taken for left
    bool is_walked;    // its guard is on it, or did not sign off
    std::string next;  // what ends it
};

// Of the days of the look; of who has left the plan nobody tells anything.
std::vector<UnendedRound> unended_rounds(Look& look);

// What another types of a guard who has gone off, he himself once he is on duty anew: after the last that is known of
// the round. `who`: "--by A01" or "--who A01".
std::string end_of_left(Book& book, const std::string& who, Instant last);

// Those that are taken for left wait for somebody.
void add_left_rounds(Look& look, MattersNow& matters);

}  // namespace onduty
