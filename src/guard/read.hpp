// SPDX-License-Identifier: MIT
// Which incidents were reported? For their list, one page of each and the block of the report.
#pragma once

#include <vector>

#include "book/book.hpp"
#include "guard/blocks.hpp"

namespace onduty {

// In order of number; only those of `dates`, or all.
std::vector<IncidentReport> incidents_of(Book& book, const std::optional<DateRange>& dates);

}  // namespace onduty
