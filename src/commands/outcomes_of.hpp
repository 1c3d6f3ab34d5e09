// SPDX-License-Identifier: MIT
// What became of the slots of some days, read from the open book?
#pragma once

#include <vector>

#include "commands/book.hpp"
#include "duty/outcomes.hpp"

namespace onduty {

struct DaysOutcomes {
    DateRange dates;
    PatrolFacts facts;
    std::vector<RuleOutcomes> rules;
};

DaysOutcomes outcomes_of(Book& book, DateRange dates);
// Only what was done and said, as far as it is needed to judge the slots of these days.
PatrolFacts facts_for(Book& book, DateRange dates);

// "pending" and so on in the user's language.
const char* shown_state(State state);

}  // namespace onduty
