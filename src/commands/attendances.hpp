// SPDX-License-Identifier: MIT
// Who was on duty at which post on some days, read from the open book?
#pragma once

#include <vector>

#include "commands/book.hpp"
#include "duty/attendance.hpp"

namespace onduty {

std::vector<Attendance> attendances_of(Book& book, DateRange dates);

}  // namespace onduty
