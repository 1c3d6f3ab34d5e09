// SPDX-License-Identifier: MIT
// Was a fridge cold enough, and was a batch disinfected long enough, by the plan of then?
#pragma once

#include <span>
#include <string>

#include "book/recording.hpp"

namespace onduty {

// result::kOk or kFault.
const char* verdict_on(const Fridge& fridge, std::int64_t tenths);
// result::kComplete or kIncomplete of what ended after so long; `method` may be nullptr.
const char* verdict_on(const Method* method, std::chrono::milliseconds took);

// What another time makes of readings and batches. See Subject::put_right.
std::string put_verdicts_right(Recording& recording, const Presence& person, std::span<const Entry> changed);

}  // namespace onduty
