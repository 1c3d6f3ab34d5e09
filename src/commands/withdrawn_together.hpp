// SPDX-License-Identifier: MIT
// Which entries count, or do not, only together with others, and how is that typed?
#pragma once

#include <optional>

#include "book/book.hpp"

namespace onduty {

// What was withdrawn together is given back together: throws Refusal for a withdrawal that is only a part.
void refuse_part(Book& book, const Entry& withdrawal);

// A declared clock is read with all that it names or with nothing of it: throws Refusal for what follows from one.
void refuse_part_of_clock(Book& book, const Entry& entry);

// The first of the corrections that one command made, of one entry and of what moved along, where this is another of
// them.
std::optional<Entry> first_typed_with(Book& book, const Entry& entry);

}  // namespace onduty
