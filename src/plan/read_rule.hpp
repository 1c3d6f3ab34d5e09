// SPDX-License-Identifier: MIT
// How is one [[rule]] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

// `plan` has everything that a rule can refer to already.
Rule rule_of(TableReader& table, const Named& named, const Plan& plan);

}  // namespace onduty
