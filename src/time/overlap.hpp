// SPDX-License-Identifier: MIT
// Do two stretches of time share a minute? Whoever goes and comes in one minute is not there twice.
#pragma once

#include "time/time.hpp"

namespace onduty {

inline bool share_a_minute(const Period& one, const Period& other) {
    const auto minute = [](Instant at) { return std::chrono::floor<Minutes>(at); };
    return minute(one.from) < minute(other.until) && minute(other.from) < minute(one.until);
}

}  // namespace onduty
