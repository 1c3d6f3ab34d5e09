// SPDX-License-Identifier: MIT
// How is one [[lendable]] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

Lendable lendable_of(TableReader& table, const Named& named);

}  // namespace onduty
