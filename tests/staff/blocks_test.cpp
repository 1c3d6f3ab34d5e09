// SPDX-License-Identifier: MIT
// How is it told who was there?
#include "staff/blocks.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using namespace onduty;
using namespace std::chrono_literals;

TEST_CASE("a post that nobody planned has no need, gap or lateness, but people and hours") {
    const Date monday{std::chrono::year{2026} / 11 / 23};
    Attendance planned{monday, "guard", 1, 7h + 30min, 2, 1, Minutes{12}, Minutes{40}};
    Attendance extra{monday, "sales", 3, 8h, std::nullopt, 0, Minutes{0}};
    CHECK(test::rows(staff_block({planned, extra}, test::as_coded)) ==
          "2026-11-23,guard,guard,2,1,7.5,1,12,40\n2026-11-23,sales,sales,,3,8,,,\n");
    CHECK(test::rows(staff_block({}, test::as_coded)).empty());
}
