// SPDX-License-Identifier: MIT
#include "log/shifts.hpp"

#include <algorithm>

#include "log/kind.hpp"

namespace onduty {

void ShiftReading::add(const Entry& entry) {
    if ((entry.traits & trait::kBeginsShift) != 0) {
        shifts_.push_back({entry.actor, entry.post, entry.business_date, entry.told_at(), {}, entry.number});
    } else if ((entry.traits & trait::kEndsShift) != 0) {
        const auto meant = std::find_if(shifts_.rbegin(), shifts_.rend(), [&](const Shift& shift) {
            return entry.shift == 0 ? shift.person == entry.actor && !shift.closed : shift.number == entry.shift;
        });
        if (meant != shifts_.rend()) {
            meant->until = std::max(meant->from, entry.told_at());
            meant->closed = true;
            meant->told_end = entry.happened_at.has_value();
        }
    }
}

std::vector<Shift> ShiftReading::shifts() const {
    std::vector<Shift> shifts = shifts_;
    std::stable_sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) { return a.from < b.from; });
    for (auto shift = shifts.begin(); shift != shifts.end(); ++shift) {
        const auto again = std::find_if(shift + 1, shifts.end(), [&](const Shift& later) {
            return later.person == shift->person && later.number > shift->number;
        });
        if (!shift->closed && again != shifts.end()) {
            shift->until = again->from;
        }
    }
    return shifts;
}

}  // namespace onduty
