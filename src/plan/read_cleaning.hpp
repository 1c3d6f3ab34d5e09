// SPDX-License-Identifier: MIT
// How is one [[cleaning]] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

// Adds the item to `plan`, which has posts, points and rules already, and its rule to the rules: names are shared.
void read_cleaning(TableReader& table, const Named& named, Plan& plan);

}  // namespace onduty
