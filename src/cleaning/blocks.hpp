// SPDX-License-Identifier: MIT
// What became of the cleaning? The blocks cleaning (per item of the plan), litter, requests and area-scores (per area)
// of the report (E0a-E8b, E6a, B9, K4, I3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/names.hpp"
#include "cleaning/rules.hpp"
#include "plan/outcomes.hpp"
#include "print/table.hpp"

namespace onduty {

// The area of an item, "" if unknown.
using AreaOf = std::function<std::string(const std::string& item)>;

// One row for each item of which something was due, done or not applicable; of the others none.
Table cleaning_block(const std::vector<RuleOutcomes>& rules, const AreaOf& area_of, const NameOf& name_of);

// One row for each area. Minutes are whole ones, from `since` until it was done or `now`. Within the limit counts among
// those that are done or whose limit has passed. `name_of` knows the areas.
Table litter_block(const std::vector<Errand>& litter, Instant now, const NameOf& name_of);
// The same; the median is of those that are done, the lower one of an even number.
Table requests_block(const std::vector<Errand>& requests, Instant now, const NameOf& name_of);

// One row for each area, `scores` in the order of time; the mean has two decimals.
Table area_scores_block(const std::vector<AreaScore>& scores, const NameOf& name_of);

}  // namespace onduty
