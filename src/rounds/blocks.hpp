// SPDX-License-Identifier: MIT
// What do rounds and checks add up to? The blocks patrol (sums per rule), slots (one line per slot) and
// points (one line per checkpoint) of the report.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plan/outcomes.hpp"
#include "print/table.hpp"

namespace onduty {

// Looks up the name of a code of a family ("staff", "point", "rule"); answers the code when unknown.
using NameOf = std::function<std::string(const char* family, const std::string& code)>;
using StateWord = const char* (*)(State);

// Without the rules of the cleaning, which have a block of their own.
Table patrol_block(const std::vector<RuleOutcomes>& rules);

// `only` chooses the slots; empty takes all.
Table slots_block(const std::vector<RuleOutcomes>& rules, const PatrolFacts& facts, const Zone& zone,
                  const NameOf& name_of, StateWord state_word, const std::function<bool(const Outcome&)>& only = {});

// Gaps are counted between visits of the same business date, in whole minutes.
Table points_block(const PatrolFacts& facts, DateRange dates, const Plan& plan);

// "91.7", tenths of a percent as a decimal; "" for -1.
std::string percent_text(std::int64_t per_mille);

}  // namespace onduty
