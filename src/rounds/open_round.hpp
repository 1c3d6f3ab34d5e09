// SPDX-License-Identifier: MIT
// Which round is open, and what belongs to it?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/recording.hpp"
#include "slots/judge.hpp"

namespace onduty {

// The points of a route as it was when a round over it began.
struct WalkedRoute {
    WalkedRoute() = default;
    WalkedRoute(Book& book, const Entry& begun);

    bool has(const std::string& point) const;

    std::string points{};           // separated by blanks
    bool is_of_older_plan = false;  // perhaps with points that the newest one has no more
};

// What is to be told of a round: its end is told of an open one, a point also of one that was ended later than it.
enum class TellsOf { point, end };

struct OpenRound {
    // The round of --by, or the only one that is open; for a time before somebody came on duty the one that he was on
    // then and never ended. Throws Refusal when there is none.
    OpenRound(Recording& recording, TellsOf tells);

    // Of what is done in it: of the shift in which it was begun when it was left.
    Entry draft(Recording& recording, const char* kind) const;
    bool was_visited(Store& store, const std::string& point) const;
    // As they count now, each as often as somebody was there.
    std::vector<std::string> points_visited(Store& store) const;
    // The points where nobody was yet, in the order in which they come from the last one on.
    std::vector<std::string> still_to_visit(Store& store) const;

    Presence presence;                     // of who walks it, in that shift
    bool is_left = false;                  // he is in another shift by now, or has ended it
    bool is_over = false;                  // he has ended it
    WalkedRoute route;
    std::vector<std::string> visited_now;  // in this very command
};

// What the judge says of the slots of a route on a business date and the next; of one round as if it had been completed
// by now.
std::vector<Outcome> outcomes_of_route(Book& book, const std::string& route, Date date, EntryNumber completed = 0);

// Of the slot that the round took, nullptr where it took none.
const Outcome* outcome_of_round(const std::vector<Outcome>& outcomes, EntryNumber round);
// "The round of 21:00 counts as late.", and what another has to do for it.
std::string counts_as_words(Book& book, const Outcome& outcome);

// The slot in whose window a round of the route begins at this time, by the plan of then.
std::optional<Slot> slot_begun(Book& book, const std::string& route, Instant at);

}  // namespace onduty
