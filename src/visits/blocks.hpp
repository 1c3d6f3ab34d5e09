// SPDX-License-Identifier: MIT
// What do visits, calls and drinks add up to? The blocks announcements (per post), reception (per date), hours (per
// hour of the day), bar (per date) and drinks (per drink) of the report. Daily counts come out without anyone counting
// (N8, O9).
#pragma once

#include "book/names.hpp"
#include "plan/plan.hpp"
#include "print/table.hpp"
#include "visits/rules.hpp"

namespace onduty {

// One row for each post that was to accept an announcement of the dates, or did.
Table announcements_block(const std::vector<Visit>& visits, DateRange dates, const PlanHistory& history,
                          const Zone& zone, Instant now, const NameOf& name_of);

// One row for each of the dates on which something was logged. Minutes are whole, from arrival to host.
Table reception_block(const VisitFacts& facts, DateRange dates);

// One row for each hour, in the site's zone, in which somebody came or called.
Table hours_block(const VisitFacts& facts, DateRange dates, const Zone& zone);

// One row for each date on which a group was served, whenever it came: drinks on the day on which they were poured, as
// in block stock. Refills are judged by the plan in force at the arrival.
Table bar_block(const std::vector<Visit>& visits, DateRange dates, const PlanHistory& history, const Zone& zone,
                Instant now);

// One row for each drink that was ordered or brought.
Table drinks_block(const std::vector<Visit>& visits, DateRange dates, const NameOf& name_of);

}  // namespace onduty
