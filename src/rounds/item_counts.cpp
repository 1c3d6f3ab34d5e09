// SPDX-License-Identifier: MIT
#include "rounds/item_counts.hpp"

#include "log/entry.hpp"

namespace onduty {

void ItemCounts::add(const std::string& result) {
    ok += result == result::kOk ? 1 : 0;
    fixed += result == result::kFixed ? 1 : 0;
    faults += result == result::kFault ? 1 : 0;
    not_applicable += result == result::kNotApplicable ? 1 : 0;
}

void ItemCounts::add(const ItemCounts& other) {
    ok += other.ok;
    fixed += other.fixed;
    faults += other.faults;
    not_applicable += other.not_applicable;
}

}  // namespace onduty
