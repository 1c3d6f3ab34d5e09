// SPDX-License-Identifier: MIT
// What is to be cleaned where, and how should it look afterwards? One part of the plan (E0a-E8b). Plain data.
#pragma once

#include <string>

#include "slots/rule.hpp"

namespace onduty {

struct Plan;
class TableReader;

// How often stands in the rule of the same code, whose target is {"cleaning", code}.
struct CleaningItem : Named {
    std::string area;        // checkpoint code
    std::string standard;    // how it looks when it is done
    bool treatment = false;  // agent and dose are to be said (E8b)

    bool operator==(const CleaningItem&) const = default;
};

// Adds the item, and its rule to the rules.
void read_cleaning(TableReader& table, Plan& plan);

}  // namespace onduty
