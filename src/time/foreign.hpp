// SPDX-License-Identifier: MIT
// Which time does a cell of somebody else's table mean? The usual ways in which spreadsheets and people write it.
#pragma once

#include <optional>
#include <string_view>

#include "time/time.hpp"

namespace onduty {

// Which number stands first in 1/2/20: January the 2nd or the 1st of February.
enum class DateOrder { unknown, month_first, day_first };

struct WrittenTime {
    LocalTime local;                             // midnight without a clock time
    bool has_clock = false;                      // whether a clock time was written
    std::optional<std::chrono::seconds> offset;  // east of UTC, where it was written

    // Year last, and both of the others could be the month: what it means depends on the order.
    bool ambiguous = false;
};

// 2020-01-02 08:43[:00], 2020/1/2, 2020.01.02, 2020年1月2日 8:43 (or 8时43分), 20200102; 1/2/20 and 1-2-2020 by
// `order`, unless only one of them can be the month; T, Z and +08:00 of ISO 8601; AM, PM, 上午, 下午 ... before or
// after the clock time; a number of days since 1899-12-30 as spreadsheets keep it, from 20000 (1954) to 80000 (2119).
// Two digits of a year are 1970 to 2069. With `order` unknown an ambiguous date is read month first and marked. nullopt
// for what is no time.
std::optional<WrittenTime> read_written_time(std::string_view text, DateOrder order);

// Finds out from all values of a column which number stands first.
class OrderFinder {
  public:
    void add(std::string_view text);
    // Whether some value depends on the order.
    bool matters() const { return ambiguous_; }
    // What the unambiguous ones say; unknown when they say nothing or contradict each other.
    DateOrder order() const;
    bool contradicts() const { return month_first_ && day_first_; }

  private:
    bool ambiguous_ = false;
    bool month_first_ = false;
    bool day_first_ = false;
};

}  // namespace onduty
