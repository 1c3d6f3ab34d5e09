// SPDX-License-Identifier: MIT
#include "log/matters.hpp"

namespace onduty {

void MatterReading::add(EntryNumber opens, EntryNumber closes, std::int64_t pieces) {
    if (closes != 0) {
        open_.erase(closes);
    }
    if (opens != 0) {
        open_[opens] += pieces;
    }
}

bool is_open_after(EntryNumber matter, const std::vector<Entry>& steps, const Amendments& amendments) {
    if (amendments.withdrawn(matter)) {
        return false;
    }
    bool open = false;
    for (const Entry& step : steps) {
        if (!amendments.leaves_out(step)) {
            open = step.opens == matter || (open && step.closes != matter);
        }
    }
    return open;
}

}  // namespace onduty
