// SPDX-License-Identifier: MIT
// What do the answers of a checklist add up to, and which score is that? One point for each item, one less for each
// fault; put right at once counts as in order, and what does not apply costs nothing.
#pragma once

#include <cstdint>
#include <string>

namespace onduty {

struct ItemCounts {
    std::int64_t ok = 0;
    std::int64_t fixed = 0;
    std::int64_t faults = 0;
    std::int64_t not_applicable = 0;

    // Counts one item by its result (namespace result); another word counts for nothing.
    void add(const std::string& result);
    void add(const ItemCounts& other);

    std::int64_t answered() const { return ok + fixed + faults + not_applicable; }
    // Of answered() points; only a complete check has a score.
    std::int64_t points() const { return answered() - faults; }
    // Those that apply, and of these what is in order or was put right.
    std::int64_t applied() const { return ok + fixed + faults; }
    std::int64_t good() const { return ok + fixed; }
};

}  // namespace onduty
