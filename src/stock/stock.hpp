// SPDX-License-Identifier: MIT
// Which parts does serve stock have? One function for each word behind it.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace onduty {

struct StockOptions {
    std::string part;                // "count", "received" ...
    std::vector<std::string> words;  // behind the first
    std::string note;
    std::string best_before;
    std::vector<std::string> why;  // ITEM=TEXT
    bool opening = false;
    bool closing = false;
};

int list_stock(Context& context, bool only_missing);
int count_stock(Context& context, const StockOptions& options);
int move_stock(Context& context, const std::string& movement, const StockOptions& options);
int approve_stock(Context& context, bool refuse, const StockOptions& options);

}  // namespace onduty
