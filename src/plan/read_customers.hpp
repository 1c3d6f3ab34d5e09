// SPDX-License-Identifier: MIT
// How is the table [customers] of a plan file read?
#pragma once

#include "plan/table_reader.hpp"

namespace onduty {

CustomerCare customer_care_of(TableReader table);

}  // namespace onduty
