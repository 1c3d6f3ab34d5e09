// SPDX-License-Identifier: MIT
#include "staff/read.hpp"

#include "book/duty.hpp"
#include "staff/kinds.hpp"

namespace onduty {

// The night before may reach into an opening.
Wanted AttendanceFold::wanted() const {
    const std::chrono::days day{1};
    return {{pass_->dates().from - day, pass_->dates().until + day},
            {kind::kDutyOn, kind::kDutyPost, kind::kDutyOff},
            false,
            trait::kOfShift};
}

void AttendanceFold::finish() {
    Book& book = pass_->book();
    // Nobody knows how long a shift went on that was not closed in time.
    std::vector<Shift> shifts = reading_.shifts();
    // Who lives at his post came before these days, most likely.
    for (Shift& lives : resident_shifts(book)) {
        std::erase_if(shifts, [&](const Shift& shift) { return shift.number == lives.number; });
        shifts.push_back(std::move(lives));
    }
    for (Shift& shift : shifts) {
        const Instant until = shift.until.value_or(book.now());
        const Instant end = shift.told_end || shift.resident ? until : end_of_shift(book, shift, until);
        if (end < until) {
            shift.until = end;
        }
    }
    rows = attendance_of(book.history(), book.zone(), pass_->dates(), shifts, book.now());
}

}  // namespace onduty
