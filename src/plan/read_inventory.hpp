// SPDX-License-Identifier: MIT
// How is read what a site keeps: [[item]], [stock], [[fridge]] and [[room]] of a plan file?
#pragma once

#include <vector>

#include "plan/table_reader.hpp"

namespace onduty {

// `plan` has the drinks and posts already.
StockItem stock_item_of(TableReader& table, const Named& named, const Plan& plan);
Stock stock_of(TableReader table, std::vector<PlanError>& errors);
Fridge fridge_of(TableReader& table, const Named& named);
Room room_of(TableReader& table, const Named& named, const Plan& plan, std::vector<PlanError>& errors);

}  // namespace onduty
