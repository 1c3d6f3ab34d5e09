// SPDX-License-Identifier: MIT
// What do rounds and checks add up to? The blocks patrol (sums per rule), slots (one line per slot) and
// points (one line per checkpoint) of the report.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "book/names.hpp"
#include "plan/outcomes.hpp"
#include "print/table.hpp"
#include "rounds/rules.hpp"

namespace onduty {

using StateWord = const char* (*)(State);

// Without the rules of the cleaning, which have a block of their own.
Table patrol_block(const std::vector<RuleOutcomes>& rules);

Table slots_block(const std::vector<RuleOutcomes>& rules, const PatrolFacts& facts, const Zone& zone,
                  const NameOf& name_of, StateWord state_word);

// One row for each point, and for those of `on_routes` that nobody visited.
Table points_block(std::map<std::string, PointSums> sums, const std::set<std::string>& on_routes,
                   const NameOf& name_of);

}  // namespace onduty
