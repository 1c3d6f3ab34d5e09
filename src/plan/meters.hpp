// SPDX-License-Identifier: MIT
// Which meters does a site read? Electricity, water: the part [[meter]] of the plan. Plain data.
#pragma once

#include <cstdint>
#include <string>

#include "slots/rule.hpp"

namespace onduty {

struct Plan;
class TableReader;

struct Meter : Named {
    std::string unit;        // "kWh", "m3"
    std::int64_t limit = 0;  // tenths of it that may be used in a day; 0: any number

    bool operator==(const Meter&) const = default;
};

// [[meter]]
void read_meter(TableReader& table, Plan& plan);

}  // namespace onduty
