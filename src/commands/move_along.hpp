// SPDX-License-Identifier: MIT
// What moves along when an entry gets another visit, and does all fit where it is now?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "book/thread.hpp"

namespace onduty {

// An entry that was about another one before it was corrected, and the visit as it was typed.
struct MovedEntry {
    Entry was;
    std::string typed;
};

// Corrects what was recorded upon it and has lost that: what was brought of an order goes along with it. Answers these
// as they were.
std::vector<Entry> move_along(Recording& recording, const Presence& person, const MovedEntry& moved,
                              const ThreadsBefore& threads);

// Throws Refusal, with what works, where it does not fit upon what it is about now, or those that went along do not.
void refuse_unfit_move(Book& book, const MovedEntry& moved, const std::vector<Entry>& along);

}  // namespace onduty
