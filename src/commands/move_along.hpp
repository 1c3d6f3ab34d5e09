// SPDX-License-Identifier: MIT
// What moves along when an entry gets another visit or says something else, and does all fit where it is now?
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

// What an entry says otherwise now, as it was typed under an option of the program.
struct Said {
    const char* option;
    const std::vector<std::string>* typed;
    Fields change;
};

// What was recorded upon it and said the same, because its command took it from there: the tour of the whole group.
struct Followed {
    std::vector<Entry> along;  // as they were
    // What is typed to make the others say it, too: of those with a life of their own, or that the person may not.
    std::vector<std::pair<Entry, std::string>> stays;
};

// Corrects those along with it that `corrections` of their kinds let follow.
void follow_along(Recording& recording, const Presence& person, const Entry& entry, const Said& said,
                  Followed& followed);

// Throws Refusal, with what works, where it does not fit upon what it is about now, or those that went along do not.
void refuse_unfit_move(Book& book, const MovedEntry& moved, const std::vector<Entry>& along);

}  // namespace onduty
