// SPDX-License-Identifier: MIT
// What happened on watch? The blocks incidents (one line per report), conduct (per finding, or per kind for those who
// may not read more) and calls (per date) of the report.
#pragma once

#include <set>
#include <vector>

#include "book/names.hpp"
#include "guard/rules.hpp"
#include "log/shifts.hpp"
#include "plan/outcomes.hpp"
#include "print/table.hpp"

namespace onduty {

// Minutes are from when it was found to when it was reported.
Table incidents_block(const std::vector<IncidentReport>& reports, const Zone& zone, const NameOf& name_of);

// `shown` answers the word for a kind. With `named` one line per finding, else one per kind with the number.
Table conduct_block(const std::vector<ConductFinding>& findings, bool named, const Zone& zone,
                    const NameOf& name_of,
                    const std::function<const char*(const std::string&)>& shown);

// The shifts of a person, by code, around the dates.
using ShiftsOf = std::function<std::vector<Shift>(const std::string& person)>;

// One line per date on which somebody was called or a call was due. The longest gap is between two signs of life
// (answered calls, points, beginnings of rounds) of one person on one business date and in one shift: who is at home is
// not silent.
Table calls_block(const GuardFacts& guard, const std::set<EntryNumber>& open, const PatrolFacts& patrol,
                  const std::vector<RuleOutcomes>& call_rules, DateRange dates, const ShiftsOf& shifts_of);

}  // namespace onduty
