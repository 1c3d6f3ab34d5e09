// SPDX-License-Identifier: MIT
// What is recorded when the time of an entry, or of a whole round, is put right?
#pragma once

#include <string>

#include "book/recording.hpp"

namespace onduty {

struct TimeCorrection {
    Entry last{};         // the correction of the entry itself
    std::string moved{};  // what is said of what goes along, "" for nothing
};

// `whole`: of a round by its begin, whose points and end go along by as much. Throws Refusal where something would lie
// in an order that cannot be.
TimeCorrection correct_time(Recording& recording, const Presence& person, const Entry& original,
                            const std::string& typed, bool whole);

}  // namespace onduty
