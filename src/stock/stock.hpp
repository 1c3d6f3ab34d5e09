// SPDX-License-Identifier: MIT
// Which parts does serve stock have? One function for each word behind it.
#pragma once

#include <string>
#include <vector>

#include "book/book.hpp"
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

// Of a movement, in either language; throws UsageError for another word.
std::string movement_named(const std::string& typed);
// What is lost or put right is said why.
bool needs_a_reason(const std::string& movement);
// A date as it is typed; remarks one that is over. Throws UsageError.
std::string checked_best_before(Book& book, const std::string& typed);
inline constexpr std::int64_t kMostAdjusted = -9999;  // what is adjusted may be taken away
// Tenths of a degree, as they are typed; throws UsageError for what no fridge has.
std::int64_t degrees_typed(const std::string& typed);

int list_stock(Context& context, bool only_missing);
int count_stock(Context& context, const StockOptions& options);
int move_stock(Context& context, const std::string& movement, const StockOptions& options);
int approve_stock(Context& context, bool refuse, const StockOptions& options);

}  // namespace onduty
