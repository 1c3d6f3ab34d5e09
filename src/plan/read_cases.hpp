// SPDX-License-Identifier: MIT
// How are [[severity]] and [cases] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

// One [[severity]] takes the place of the built-in one of its level.
void read_severity(TableReader& table, Plan& plan);
// [cases]; finishes the table.
void read_case_settings(TableReader table, std::vector<PlanError>& errors, CasePlan& cases);

}  // namespace onduty
