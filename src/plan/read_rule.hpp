// SPDX-License-Identifier: MIT
// How is one [[rule]] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

// `plan` has everything that a rule can refer to already. `target`: given by the section, as with [[cleaning]]; the
// table then has no key for it.
Rule rule_of(TableReader& table, const Named& named, const Plan& plan, const RuleTarget& target = {});

}  // namespace onduty
