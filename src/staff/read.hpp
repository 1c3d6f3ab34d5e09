// SPDX-License-Identifier: MIT
// Who was on duty at which post on some days, read from the open book?
#pragma once

#include <vector>

#include "book/book.hpp"
#include "staff/attendance.hpp"

namespace onduty {

std::vector<Attendance> attendances_of(Book& book, DateRange dates);

}  // namespace onduty
