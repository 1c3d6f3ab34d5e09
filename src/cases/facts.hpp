// SPDX-License-Identifier: MIT
// Which cases does the report of some dates look at?
#pragma once

#include "cases/blocks.hpp"
#include "cases/read.hpp"

namespace onduty {

// The cases that began on the dates, had a step on them or were open at their end, each as it was then. Old cases
// that were filed before are not read.
CaseFacts case_facts_of(Book& book, DateRange dates);

}  // namespace onduty
