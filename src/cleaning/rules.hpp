// SPDX-License-Identifier: MIT
// What was found and asked to be cleaned, and what did supervisors score? Pure.
#pragma once

#include <optional>
#include <string>

#include "slots/judge.hpp"

namespace onduty {

// Something found or asked for in an area, until it is removed or done.
struct Errand {
    std::string area;          // checkpoint code
    bool after_visit = false;  // a group had left; nobody asked
    Instant since;
    std::optional<Mark> done;
    std::optional<Instant> due;  // nullopt: the plan has no rule for it
};

// An area that the supervisor scored from 1 to 5, or something that was found there (no score).
struct AreaScore {
    std::string area;
    std::optional<std::int64_t> score;
};

}  // namespace onduty
