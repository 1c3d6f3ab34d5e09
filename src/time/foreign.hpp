// SPDX-License-Identifier: MIT
// Which time does a cell of somebody else's table mean? The usual ways in which spreadsheets and people write it.
#pragma once

#include <optional>
#include <string_view>

#include "time/time.hpp"
#include "time/written_date.hpp"

namespace onduty {

struct WrittenTime {
    LocalTime local;                             // midnight without a clock time
    bool has_clock = false;                      // whether a clock time was written
    std::optional<std::chrono::seconds> offset;  // east of UTC, where it was written

    bool ambiguous = false;      // what the date means depends on the order
    bool wrong_weekday = false;  // it is not the day of the week that is written with it
    bool two_nights = false;     // the clock time may be of the night before or of that after; none is read then
    unsigned orders = 0;         // in which it is a date; 0 when it is one without
};

// A date as read_written_date() reads it, and behind it T or blanks and a clock time as read_clock() does, with an
// offset where one is written; a number of days since 1899-12-30 as spreadsheets keep it, from 20000 (1954) to 80000
// (2119). With `order` unknown an ambiguous date is read month first and marked. nullopt for what is no time.
std::optional<WrittenTime> read_written_time(std::string_view text, DateOrder order);

// Finds out from all values of a column which number stands first.
class OrderFinder {
  public:
    void add(std::string_view text);
    // Whether some value depends on the order.
    bool matters() const { return ambiguous_; }
    // The only one in which all of them are dates; unknown when there are several, or none.
    DateOrder order() const;
    bool contradicts() const { return orders_ == 0; }

  private:
    bool ambiguous_ = false;
    unsigned orders_ = ~0U;
};

}  // namespace onduty
