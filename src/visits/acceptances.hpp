// SPDX-License-Identifier: MIT
// Which posts are to accept an announcement, until when, and who did?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "slots/judge.hpp"
#include "visits/rules.hpp"

namespace onduty {

struct NoticeAcceptance {
    std::string post;            // "": of whichever is first
    std::optional<Slot> slot{};  // what the plan of the announcement demands, into its history; nothing without a rule
    std::optional<TakeOver> by{};  // nobody yet
};

// One for each rule of then whose post has people, then those that accepted unasked. Where no rule has such a post the
// first one asks whoever comes first.
std::vector<NoticeAcceptance> acceptances_of(const Visit& visit, const PlanHistory& history, const Zone& zone);

// The state of one: what was accepted, or typed, too late is late, what was not is missed once it is due.
State state_of(const NoticeAcceptance& acceptance, Instant now);

}  // namespace onduty
