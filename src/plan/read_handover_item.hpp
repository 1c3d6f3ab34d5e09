// SPDX-License-Identifier: MIT
// How is one [[handover_item]] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

// `plan` has the posts already.
HandoverItem handover_item_of(TableReader& table, const Named& named, const Plan& plan);

}  // namespace onduty
