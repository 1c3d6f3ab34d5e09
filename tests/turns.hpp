// SPDX-License-Identifier: MIT
// How many turns does a random property play? As many as it says, times the whole number in ONDUTY_TURNS: few for every
// day, thousands for who changes what it is about. The further turns go on where the first ones end.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>
#include <string>

namespace onduty::test {

// Number is that of the loop, so that the seeds of all turns can be counted with it.
template <typename Number>
Number turns(Number everyday) {
    static const Number kTimes = [] {
        const char* wanted = std::getenv("ONDUTY_TURNS");
        Number times = 1;
        std::istringstream text{wanted == nullptr ? "1" : wanted};
        REQUIRE_MESSAGE((text >> times && text.eof() && times >= 1), "ONDUTY_TURNS is a whole number from 1 on");
        return times;
    }();
    return everyday * kTimes;
}

// Of a list that is known from beginning to end every `everyday`-th is tried, more of them with ONDUTY_TURNS.
template <typename Number>
bool is_tried(Number place, Number everyday) {
    const Number more = turns(Number{1});
    return place % (more < everyday ? everyday / more : Number{1}) == 0;
}

}  // namespace onduty::test
