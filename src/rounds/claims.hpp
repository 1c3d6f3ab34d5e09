// SPDX-License-Identifier: MIT
// What waits until another accepts it? What was typed so late that its rule had asked again, and what somebody said
// about himself: why he missed a round, when he came and went.
#pragma once

#include <string>
#include <vector>

#include "rounds/outcomes.hpp"

namespace onduty {

struct Waiting {
    EntryNumber entry = 0;
    EntryNumber said = 0;   // the last entry that says it: itself, a point of it, or a correction of its time
    std::string person;     // code of who says it
    EntryNumber shift = 0;  // that it is of, 0 for none
    Date date{};            // business date
    std::string rule;       // code; "" for what no rule asks for
    std::string what;       // in words
    Instant due{};          // of its slot; else when it was
    Instant told{};
    Instant typed{};
    bool own_word = false;  // else it was typed late
};

// Of one shift, or one entry that belongs to none.
struct WaitingOfShift {
    EntryNumber of = 0;  // what is typed to accept it: the entry with which the shift began, else the one
    std::string person;
    Date date{};  // business date of that
    std::vector<Waiting> all;
};

// Of the pass's days, in order of due time; shifts by their first. `rules`: the outcomes of these days.
std::vector<WaitingOfShift> what_waits(Pass& pass, const std::vector<RuleOutcomes>& rules);

// "Li Na, 2026-11-24: typed late 7, own word 1"
std::string waiting_text(Book& book, const WaitingOfShift& waiting);

}  // namespace onduty
