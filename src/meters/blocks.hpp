// SPDX-License-Identifier: MIT
// What do the meters add up to?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/names.hpp"
#include "meters/rules.hpp"
#include "print/table.hpp"

namespace onduty {

// One row for each meter that was read.
Table meters_block(const std::map<std::string, MeterSums>& sums, const std::vector<Meter>& meters,
                   const NameOf& name_of);

}  // namespace onduty
