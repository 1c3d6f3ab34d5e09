// SPDX-License-Identifier: MIT
#include "staff/read.hpp"

#include "staff/kinds.hpp"

namespace onduty {

// The night before may reach into an opening.
Wanted AttendanceFold::wanted() const {
    const std::chrono::days day{1};
    return {{pass_->dates().from - day, pass_->dates().until + day},
            {kind::kDutyOn, kind::kDutyOff},
            false,
            trait::kBeginsShift | trait::kEndsShift};
}

void AttendanceFold::finish() {
    Book& book = pass_->book();
    rows = attendance_of(book.history(), book.zone(), pass_->dates(), reading_.shifts(), book.now());
}

}  // namespace onduty
