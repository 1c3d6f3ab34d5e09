// SPDX-License-Identifier: MIT
// How are shares, middle values and longest times rounded?
#include "print/sums.hpp"

#include <doctest/doctest.h>

using namespace onduty;
using namespace std::chrono_literals;

TEST_CASE("a share is rounded to a tenth of a percent, and nothing of nothing") {
    CHECK(share_per_mille(2, 3) == 667);
    CHECK(share_per_mille(0, 4) == 0);
    CHECK(share_per_mille(0, 0) == -1);
    CHECK(share_text(11, 12) == "91.7");
    CHECK(share_text(1, 1) == "100.0");
    CHECK(share_cell(0, 0).empty);
}

TEST_CASE("the median of an even number is the lower one, in whole minutes") {
    CHECK(median_cell({}).empty);
    CHECK(median_cell({90s}).number == 1);
    CHECK(median_cell({9min, 1min, 4min, 7min}).number == 4);
    CHECK(percentile_cell({9min, 1min, 4min, 7min}, 90).number == 9);
    CHECK(longest_cell({1min, 9min, 4min}).number == 9);
    CHECK(longest_cell({}).empty);
}
