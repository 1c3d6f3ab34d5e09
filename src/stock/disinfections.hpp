// SPDX-License-Identifier: MIT
// Which batches of utensils are being disinfected, and which linen is away?
#pragma once

#include <span>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// Batches that nobody has ended, the oldest first.
std::vector<Entry> open_disinfections(Book& book);
// When it is through, by the time that its method took in the plan of then.
Instant through_at(Book& book, const Entry& disinfection);

// What was sent to the laundry and has not come back, oldest first.
struct LinenAway {
    Entry sent;
    std::vector<Line> lines;  // what is still missing
};
std::vector<LinenAway> linen_away(Book& book);
// Whether some of it is away.
bool is_linen_away(Book& book, EntryNumber sent, EntryNumber last);
// Whether no more of it comes back than is away after the steps before.
bool linen_fits(Book& book, std::span<const Entry> before, const Entry& step);

}  // namespace onduty
