// SPDX-License-Identifier: MIT
// What became of the slots of some days, read from the open book?
#pragma once

#include <vector>

#include "commands/book.hpp"
#include "duty/guarding.hpp"
#include "duty/outcomes.hpp"

namespace onduty {

struct DaysOutcomes {
    DateRange dates;
    PatrolFacts facts;
    GuardFacts guard;
    std::vector<RuleOutcomes> rules;
};

DaysOutcomes outcomes_of(Book& book, DateRange dates);

// "pending" and so on in the user's language.
const char* shown_state(State state);

}  // namespace onduty
