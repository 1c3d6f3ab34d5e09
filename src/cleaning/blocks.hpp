// SPDX-License-Identifier: MIT
// What became of the cleaning? The blocks cleaning (per item of the plan), litter, requests and area-scores (per area)
// of the report (E0a-E8b, E6a, B9, K4, I3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/outcomes.hpp"
#include "print/table.hpp"
#include "rounds/blocks.hpp"

namespace onduty {

// One row for each item of which something was due, done or not applicable; of the others none. `plan` knows the areas.
Table cleaning_block(const std::vector<RuleOutcomes>& rules, const Plan& plan, const NameOf& name_of);

// Something found or asked for in an area, until it is removed or done.
struct Errand {
    std::string area;          // checkpoint code
    bool after_visit = false;  // a group had left; nobody asked
    Instant since;
    std::optional<Instant> done;
    std::optional<Instant> due;  // nullopt: the plan has no rule for it
};

// One row for each area. Minutes are whole ones, from `since` until it was done or `now`. Within the limit counts among
// those that are done or whose limit has passed. `name_of` knows the areas.
Table litter_block(const std::vector<Errand>& litter, Instant now, const NameOf& name_of);
// The same; the median is of those that are done, the lower one of an even number.
Table requests_block(const std::vector<Errand>& requests, Instant now, const NameOf& name_of);

// An area that the supervisor scored from 1 to 5, or something that was found there (no score).
struct AreaScore {
    std::string area;
    std::optional<std::int64_t> score;
};

// One row for each area, `scores` in the order of time; the mean has two decimals.
Table area_scores_block(const std::vector<AreaScore>& scores, const NameOf& name_of);

}  // namespace onduty
