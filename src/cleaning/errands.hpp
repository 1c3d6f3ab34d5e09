// SPDX-License-Identifier: MIT
// What litter was found on some days, and what was asked to be cleaned; when was each done? For the report.
#pragma once

#include <vector>

#include "book/book.hpp"
#include "cleaning/blocks.hpp"
#include "visits/rules.hpp"

namespace onduty {

// However much later it was done.
std::vector<Errand> litter_of(Book& book, DateRange dates);
// Of the posts, and the areas that the groups among `visits` left.
std::vector<Errand> requests_of(Book& book, DateRange dates, const VisitFacts& visits);
// What supervisors found at `clean inspect`, in the order of entries: a finding has an entry of its own, about that of
// its area.
std::vector<AreaScore> area_scores_of(Book& book, DateRange dates);

}  // namespace onduty
