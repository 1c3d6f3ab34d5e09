// SPDX-License-Identifier: MIT
// What became of the slots of some days, read from the open book?
#pragma once

#include <vector>

#include "book/book.hpp"
#include "guard/rules.hpp"
#include "plan/outcomes.hpp"

namespace onduty {

struct DaysOutcomes {
    DateRange dates;
    PatrolFacts facts;
    GuardFacts guard;
    std::vector<RuleOutcomes> rules;
};

DaysOutcomes outcomes_of(Book& book, DateRange dates);
// Only what was done and said, as far as it is needed to judge the slots of these days. `guard`, when given, takes in
// what concerns the guards on these days and their neighbours.
PatrolFacts facts_for(Book& book, DateRange dates, GuardReading* guard = nullptr);

// "pending" and so on in the user's language.
const char* shown_state(State state);

}  // namespace onduty
