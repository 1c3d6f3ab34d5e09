// SPDX-License-Identifier: MIT
// Which round is open, and what belongs to it?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"

namespace onduty {

struct OpenRound {
    // The round of --by, or the only one that is open. Throws Refusal when there is none.
    explicit OpenRound(Recording& recording);

    bool on_route(const std::string& point) const;
    bool was_visited(Store& store, const std::string& point) const;

    Presence presence;
    std::string points;                    // of the route, separated by blanks
    std::vector<std::string> visited_now;  // in this very command
};

}  // namespace onduty
