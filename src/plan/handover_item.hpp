// SPDX-License-Identifier: MIT
// What is counted when a shift is handed over (D7, M5)? The part of the plan about it. Plain data.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "slots/rule.hpp"

namespace onduty {

struct Plan;
class TableReader;

struct HandoverItem : Named {
    std::vector<std::string> posts;  // codes; those who hand it to each other
    std::int64_t number = 1;         // how many there are to be
    std::string note;                // what to look at

    bool is_of(const std::string& post) const;

    bool operator==(const HandoverItem&) const = default;
};

// The items of a post, in the order of the plan.
std::vector<HandoverItem> items_of(const std::vector<HandoverItem>& items, const std::string& post);

// The post and those that share an item with it: they relieve each other.
std::set<std::string> relief_of(const std::vector<HandoverItem>& items, const std::string& post);

void read_handover_item(TableReader& table, Plan& plan);

}  // namespace onduty
