// SPDX-License-Identifier: MIT
// Which date did somebody write with its year? Read in one way, whether it was typed or stands in a table.
#pragma once

#include <chrono>
#include <optional>

#include "time/typed_clock.hpp"

namespace onduty {

// What stands first in 1/2/03: January the 2nd, the 1st of February, or 2001.
enum class DateOrder { unknown, month_first, day_first, year_first };

struct WrittenDate {
    std::chrono::year_month_day date;  // a real one, of 1900 to 2199
    bool ambiguous = false;            // what it means depends on the order
    bool wrong_weekday = false;        // the day of the week that is written with it is another
    unsigned orders = 0;               // in which it is a date, a bit each; 0 when it is one without
};

// 2026-12-04, 2026/12/4, 2026.12.4, 2026年12月4日, 20261204 (also before clock digits), 5-Jan-24, Jan 5, 2024; 1/2/20
// and 1-2-2020 by `order`, and as if the month stood first where that is unknown; 24/1/5, for no year has one digit.
// Two digits of a year are 1970 to 2069. A day of the week may stand before or behind it. Nothing is read where no such
// date stands.
std::optional<WrittenDate> read_written_date(Scanner& scanner, DateOrder order);
// A month by its English name or its usual beginning.
std::optional<int> read_month_name(Scanner& scanner);
std::optional<std::chrono::weekday> read_weekday(Scanner& scanner);

// East of UTC: Z, +08:00, +0800, +08.
std::optional<std::chrono::seconds> read_offset(Scanner& scanner);

}  // namespace onduty
