// SPDX-License-Identifier: MIT
// How is one [[rota]] of a plan file read? All but whether its post exists.
#pragma once

#include <vector>

#include "plan/table_reader.hpp"

namespace onduty {

// `calendar` gives the opening hours where the rota has none.
Rota rota_of(TableReader& table, std::vector<PlanError>& errors, const Calendar& calendar);

// Before `day_start` it is still the business date of the evening before.
Minutes in_business_day(const Calendar& calendar, Minutes time);

}  // namespace onduty
