// SPDX-License-Identifier: MIT
// Is more of a group shown two rooms at once than there are people in it? As it is told.
#pragma once

#include <span>
#include <string>

#include "rooms/rules.hpp"
#include "visits/read.hpp"

namespace onduty {

// Throws Refusal for it. `then`: the time of the tour that is meant, which may be recorded already; not `told`: it
// begins now, and only what goes on still is in its way. What a wrong clock recorded is in nobody's way.
void refuse_shown_elsewhere(Book& book, const Visit& visit, const Tour& tour, bool told);

// The same of tours that got another time, or were given back. See Subject::put_right.
void refuse_tours_at_once(Book& book, std::span<const Entry> changed);

}  // namespace onduty
