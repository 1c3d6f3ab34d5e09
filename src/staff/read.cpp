// SPDX-License-Identifier: MIT
#include "staff/read.hpp"

#include "book/amended.hpp"

namespace onduty {

std::vector<Attendance> attendances_of(Book& book, DateRange dates) {
    const std::chrono::days day{1};
    EntryQuery query;
    query.dates = DateRange{dates.from - day, dates.until + day};
    ShiftReading reading;
    each_amended(book.store(), query, [&](const Entry& entry) { reading.add(entry); });
    return attendance_of(book.history(), book.zone(), dates, reading.shifts(), book.now());
}

}  // namespace onduty
