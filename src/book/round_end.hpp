// SPDX-License-Identifier: MIT
// What is typed to end a round that nobody has ended?
#pragma once

#include <string>

#include "book/book.hpp"

namespace onduty {

// By who walks it just "onduty patrol end". With the time when it began or was at a point last where that was told
// afterwards, or its guard is no longer in that shift: the end of now would make it hours long. Of a guard who is not
// on duty, or whose shift has gone stale, another types it, so that the shift does not go on.
std::string end_of_round(Book& book, const Entry& begin);
std::string end_of_round(Book& book, const Presence& walking);
// The same of the round in a shift that he left, as he types it when he has come on duty anew.
std::string end_of_left_round(Book& book, const Presence& left);

}  // namespace onduty
