// SPDX-License-Identifier: MIT
// Was a fridge cold enough, and was a batch disinfected long enough, by the plan of then?
#pragma once

#include <span>
#include <string>

#include "book/recording.hpp"

namespace onduty {

bool is_outside(const Fridge& fridge, std::int64_t tenths);
// `method` may be nullptr.
bool is_long_enough(const Method* method, std::chrono::milliseconds took);

// What another time makes of readings and batches. See Subject::put_right.
std::string put_verdicts_right(Recording& recording, const Presence& person, std::span<const Entry> changed);

}  // namespace onduty
