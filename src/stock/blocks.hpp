// SPDX-License-Identifier: MIT
// What became of stock, fridges and rooms? The blocks stock (per date and item), fridges (per date and fridge),
// show-home (per date and room) and differences (per finding of a count) of the report (K5, J3, O5, O7-O9).
#pragma once

#include "book/names.hpp"
#include "print/table.hpp"
#include "stock/rules.hpp"

namespace onduty {

// What was said later about the lines of a count, by item.
using ExplanationsOf = std::function<std::map<std::string, std::string>(EntryNumber)>;

// One row for each date and item of which something was moved, brought or counted. A refused movement is left out.
Table stock_block(const StockFacts& facts, const NameOf& name_of, const ExplanationsOf& explained);

Table fridges_block(const std::vector<Reading>& readings, const NameOf& name_of);

}  // namespace onduty
