// SPDX-License-Identifier: MIT
// What do customers and surveys add up to? The blocks customers (per keeper), contacts (per person) and survey (per
// survey and topic) of the report (W3, X1-X3, P6).
#pragma once

#include "book/names.hpp"
#include "customers/rules.hpp"
#include "customers/surveys.hpp"
#include "plan/plan.hpp"
#include "print/table.hpp"

namespace onduty {

// One row for each keeper, and one without a code for the cards that nobody keeps. `customers` are those kept now; the
// rest is of the dates. First contacts belong to the date on which the keeper was named and are judged by the plan in
// force then.
Table customers_block(const std::vector<Customer>& customers, DateRange dates, const PlanHistory& history,
                      const Zone& zone, const NameOf& name_of, Instant now);

// One row for each person who spoke to customers or tried to.
Table contacts_block(const std::vector<Customer>& customers, DateRange dates, const NameOf& name_of);

// One row for each topic of each survey that was out on one of the dates, with all its answers until now.
Table survey_block(const std::vector<Survey>& surveys, DateRange dates, const NameOf& name_of);

}  // namespace onduty
