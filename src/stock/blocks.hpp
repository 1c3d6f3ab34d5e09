// SPDX-License-Identifier: MIT
// What became of stock, fridges and rooms? The blocks stock (per date and item), fridges (per date and fridge),
// show-home (per date and room) and differences (per finding of a count) of the report (K5, J3, O5, O7-O9).
#pragma once

#include "plan/inventory.hpp"
#include "print/table.hpp"
#include "rooms/rules.hpp"
#include "rounds/blocks.hpp"
#include "stock/rules.hpp"

namespace onduty {

// What was said later about the lines of a count, by item.
using ExplanationsOf = std::function<std::map<std::string, std::string>(EntryNumber)>;

// One row for each date and item of which something was moved, brought or counted. A refused movement is left out.
Table stock_block(const StockFacts& facts, const std::vector<StockItem>& items, const NameOf& name_of,
                  const ExplanationsOf& explained);

struct Reading {
    Date business_date{};
    std::string fridge;
    std::int64_t tenths = 0;  // of a degree Celsius
    bool outside = false;
    std::string action;
};
Table fridges_block(const std::vector<Reading>& readings, const NameOf& name_of);

// One row for each date and room with a tour or a count.
Table show_home_block(const RoomFacts& facts, DateRange dates, const NameOf& name_of);

// One row for each thing that a count of a room found missing, too many or out of place: after which group, and since
// which count. `visit` answers "V12" for the first entry of a visit.
Table differences_block(const RoomFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of,
                        const std::function<std::string(EntryNumber)>& visit, const ExplanationsOf& explained);

}  // namespace onduty
