// SPDX-License-Identifier: MIT
// Which points of a round are meant by what was typed?
#pragma once

#include <string>
#include <vector>

#include "book/book.hpp"
#include "rounds/open_round.hpp"

namespace onduty {

// Each as typed: a code, name or alias; a bare number, which is that in the code or alias of a point of the route;
// "5-6", "P05-P06" and "P05，P06" for several. Throws UsageError for what fits two points, and Refusal for what is not
// on the route.
std::vector<Word> points_typed(Book& book, const WalkedRoute& route, const std::vector<std::string>& typed);

}  // namespace onduty
