// SPDX-License-Identifier: MIT
// Does a change of times put entries out of order, or make somebody be on duty twice at one time?
#pragma once

#include <vector>

#include "book/time_order.hpp"
#include "book/twice_there.hpp"

namespace onduty {

// How it stood when this was made. What was wrong then already is nobody's fault now.
class TimesBefore {
  public:
    // `moved`: those that may get another time; `counted`: those that come to count by it, or cease to.
    TimesBefore(Book& book, const std::vector<Entry>& moved, const std::vector<Entry>& counted = {})
        : order_{book, moved}, twice_{book} {
        twice_.add(moved);
        twice_.add(counted);
    }
    // Throws Refusal for the first that is wrong only now.
    void check() const {
        order_.check();
        twice_.check();
    }

  private:
    OrderBefore order_;
    TwiceBefore twice_;
};

}  // namespace onduty
