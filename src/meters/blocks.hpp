// SPDX-License-Identifier: MIT
// What do the meters add up to?
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "book/names.hpp"
#include "meters/rules.hpp"
#include "print/table.hpp"

namespace onduty {

// What the plan in force said of the meter; nullptr when it has none of this code.
using MeterOf = std::function<const Meter*(const MeterReading& reading)>;

// One row for each meter that was read.
Table meters_block(const std::map<std::string, MeterSums>& sums, const MeterOf& meter_of, const NameOf& name_of);

}  // namespace onduty
