// SPDX-License-Identifier: MIT
// On whose round does somebody walk along, and who can?
#pragma once

#include <optional>
#include <string>

#include "book/book.hpp"

namespace onduty {

// The begin of the round on which somebody is the second person at this time, nullopt for none. One that nobody ended
// goes on as long as its leader is on it.
std::optional<Entry> round_along(Book& book, const std::string& person, Instant at);

// Throws Refusal when he walks along then on another round than `own`: he begins none, nor walks along on another.
void refuse_begin_along(Book& book, const std::string& person, Instant at, EntryNumber own);

// A round on which somebody walks along from this time on.
struct JoinedRound {
    std::string leader;
    EntryNumber number = 0;         // 0: it is about to begin
    std::optional<Instant> then{};  // nothing for now
};
// Throws Refusal when this person cannot be the second one: he leads it himself, is not on duty, or is on another.
void check_companion(Book& book, const Word& person, const JoinedRound& round);

}  // namespace onduty
