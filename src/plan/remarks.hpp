// SPDX-License-Identifier: MIT
// What does a plan ask for that works otherwise than it looks? No errors: each may be meant. Pure.
#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

struct PlanRemark {
    std::string rule;  // code of one that is due at the minute at which its post closes
    std::string post;  // its code; both "": closed days are named, and no rule is left out on them
    Minutes at{0};     // of the day

    bool operator==(const PlanRemark&) const = default;
};

std::vector<PlanRemark> plan_remarks(const Duties& plan);

}  // namespace onduty
