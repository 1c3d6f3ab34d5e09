// SPDX-License-Identifier: MIT
// What does a report need of notes, drills and findings on some days, read from the open book?
#pragma once

#include <vector>

#include "book/book.hpp"
#include "guard/blocks.hpp"
#include "notes/blocks.hpp"

namespace onduty {

std::vector<Practice> practices_of(Book& book, DateRange dates);

// What was noted on these dates, as it stands now.
std::vector<NoteFate> note_fates_of(Book& book, DateRange dates);

// With the names and words that stand apart; only for those who may read them.
std::vector<ConductFinding> findings_of(Book& book, DateRange dates);

}  // namespace onduty
