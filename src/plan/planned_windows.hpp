// SPDX-License-Identifier: MIT
// When does one version of the plan have a post manned, and what of that is likely not meant so? Pure.
#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

// After midnight of its date.
struct PlannedWindow {
    Minutes from{0};
    Minutes until{0};
};

// The line of the post's rota, else its hours, else the stretches of the rules that ask for something each so often
// there, from the first slot to the last. A closed day takes away hours and the stretches that skip it, no line of a
// rota.
std::vector<PlannedWindow> planned_windows(const Duties& plan, const std::string& post, Date date);

// A window that begins after midnight and before the business day does: who comes for it counts for the day before.
struct NightBegin {
    std::string post;
    Minutes from{0};
};
std::vector<NightBegin> night_begins(const Duties& plan);

// The slots of a stretch that goes on when the next window of its post has begun, which has another date.
struct CrossedBegin {
    const Rule* rule;  // of `plan`
    Minutes begins{0};
};
std::vector<CrossedBegin> crossed_begins(const Duties& plan);

}  // namespace onduty
