// SPDX-License-Identifier: MIT
// Who does the log say was on duty?
#include "staff/read.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "book/pass.hpp"
#include "test_book.hpp"

using namespace onduty;
using onduty::test::TestBook;

TEST_CASE("hours at a post are those between coming and going, of all who were there") {
    TestBook book;
    book.set_time("2026-11-23 21:00");
    book.run({"checkin", "staff", "Li Na", "--post", "guard"});
    book.set_time("2026-11-23 23:30");
    book.run({"checkin", "out", "Li Na"});
    const Date monday{std::chrono::year{2026} / 11 / 23};
    Pass pass{book, {monday, monday + std::chrono::days{1}}};
    const auto& rows = pass.get<AttendanceFold>().rows;
    const auto at_post = [&](const char* post) {
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const Attendance& one) { return one.post == post; });
        REQUIRE(row != rows.end());
        return *row;
    };
    CHECK(at_post("guard").present == 1);
    CHECK(at_post("guard").worked == std::chrono::minutes{150});
    CHECK(at_post("night-guard").present == 1);
    CHECK(at_post("night-guard").worked == std::chrono::hours{3});  // still there
}
