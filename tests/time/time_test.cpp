// SPDX-License-Identifier: MIT
// Do dates, weeks, half-months and wall clocks read as a person would read them from a calendar?
#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "slots/oracle.hpp"
#include "slots/rule.hpp"
#include "time/test_zones.hpp"
#include "time/time.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::hours;

LocalTime clock_at(Date date, int hour, int minute) {
    return LocalTime{date} + hours{hour} + Minutes{minute};
}

}  // namespace

TEST_CASE("a date is written and read back") {
    CHECK(to_text(date_of(2026, 11, 23)) == "2026-11-23");
    CHECK(to_text(date_of(2028, 2, 29)) == "2028-02-29");
    Date date{};
    REQUIRE(parse_date("2028-02-29", date));
    CHECK((date == date_of(2028, 2, 29)));
}

TEST_CASE("what is not a real date is refused") {
    Date date{};
    for (const char* text : {"",           "2026-02-29", "2026-11-31", "2026-13-01",  "2026-00-10",  "2026-11-00",
                             "26-11-23",   "2026-1-23",  "2026-11-3",  "2026/11/23",  "2026-11-23 ", " 2026-11-23",
                             "2026-11-2x", "+026-11-23", "2026--1-23", "2026-11-231", "20261123",    "2026-11",
                             "today",      "202x-11-23", "x026-11-23", "2026-1x-23",  "2026-x1-23",  "2026-11-x3",
                             "2026-1 -23", "2026-11-2 ", "2026-11-99", "2026-99-01",  "2026-11+23",  "2026+11-23"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text, date));
    }
}

TEST_CASE("ISO weeks around the new year") {
    CHECK(week_text(date_of(2026, 11, 23)) == "2026-W48");
    CHECK(week_text(date_of(2026, 12, 27)) == "2026-W52");
    CHECK(week_text(date_of(2026, 12, 28)) == "2026-W53");
    CHECK(week_text(date_of(2027, 1, 1)) == "2026-W53");
    CHECK(week_text(date_of(2027, 1, 3)) == "2026-W53");
    CHECK(week_text(date_of(2027, 1, 4)) == "2027-W01");
    CHECK(week_text(date_of(2024, 12, 29)) == "2024-W52");
    CHECK(week_text(date_of(2024, 12, 30)) == "2025-W01");
    CHECK(week_text(date_of(2028, 1, 2)) == "2027-W52");
}

TEST_CASE("a week runs from Monday to Monday") {
    for (unsigned day = 23; day <= 29; ++day) {
        CHECK(to_text(week_start(date_of(2026, 11, day))) == "2026-11-23");
        CHECK(to_text(week_end(date_of(2026, 11, day))) == "2026-11-30");
    }
}

TEST_CASE("a half-month is day 1 to 15 and day 16 to the end") {
    struct Example {
        Date date;
        std::string start;
        std::string end;
    };
    const Example examples[] = {
        {date_of(2026, 11, 1), "2026-11-01", "2026-11-16"},  {date_of(2026, 11, 15), "2026-11-01", "2026-11-16"},
        {date_of(2026, 11, 16), "2026-11-16", "2026-12-01"}, {date_of(2026, 11, 30), "2026-11-16", "2026-12-01"},
        {date_of(2026, 12, 31), "2026-12-16", "2027-01-01"}, {date_of(2027, 2, 28), "2027-02-16", "2027-03-01"},
        {date_of(2028, 2, 28), "2028-02-16", "2028-03-01"},  {date_of(2028, 2, 29), "2028-02-16", "2028-03-01"},
    };
    for (const Example& example : examples) {
        CAPTURE(to_text(example.date));
        CHECK(to_text(half_month_start(example.date)) == example.start);
        CHECK(to_text(half_month_end(example.date)) == example.end);
    }
}

TEST_CASE("a month ends with its last day, in February too") {
    CHECK(to_text(month_start(date_of(2028, 2, 29))) == "2028-02-01");
    CHECK(to_text(month_end(date_of(2028, 2, 29))) == "2028-03-01");
    CHECK(to_text(month_end(date_of(2026, 12, 1))) == "2027-01-01");
}

TEST_CASE("Shanghai is eight hours ahead") {
    const ShanghaiZone zone;
    const Date monday = date_of(2026, 11, 23);
    CHECK((to_instant(zone, clock_at(monday, 7, 30)) == utc(2026, 11, 22, 23, 30)));
    CHECK((to_local(zone, utc(2026, 11, 22, 23, 30)) == clock_at(monday, 7, 30)));
}

TEST_CASE("milliseconds do not show on the wall clock") {
    const ShanghaiZone zone;
    const Instant at = utc(2026, 11, 23, 1) - std::chrono::milliseconds{1};
    CHECK((to_local(zone, at) == clock_at(date_of(2026, 11, 23), 9, 0) - std::chrono::seconds{1}));
}

TEST_CASE("an hour that London skips") {
    const LondonZone zone;
    const Date sunday = date_of(2026, 3, 29);
    const LocalMeaning before = meaning_of(zone, clock_at(sunday, 0, 59));
    CHECK((before.kind == LocalKind::unique));
    const LocalMeaning skipped = meaning_of(zone, clock_at(sunday, 1, 30));
    CHECK((skipped.kind == LocalKind::skipped));
    CHECK((skipped.first == utc(2026, 3, 29, 1)));
    CHECK((skipped.second == utc(2026, 3, 29, 1)));
    CHECK((meaning_of(zone, clock_at(sunday, 1, 0)).kind == LocalKind::skipped));
    const LocalMeaning after = meaning_of(zone, clock_at(sunday, 2, 0));
    CHECK((after.kind == LocalKind::unique));
    CHECK((after.first == utc(2026, 3, 29, 1)));
}

TEST_CASE("an hour that London shows twice") {
    const LondonZone zone;
    const Date sunday = date_of(2026, 10, 25);
    const LocalMeaning repeated = meaning_of(zone, clock_at(sunday, 1, 30));
    CHECK((repeated.kind == LocalKind::repeated));
    CHECK((repeated.first == utc(2026, 10, 25, 0, 30)));
    CHECK((repeated.second == utc(2026, 10, 25, 1, 30)));
    CHECK((to_instant(zone, clock_at(sunday, 1, 30)) == utc(2026, 10, 25, 0, 30)));
    CHECK((meaning_of(zone, clock_at(sunday, 1, 0)).kind == LocalKind::repeated));
    const LocalMeaning after = meaning_of(zone, clock_at(sunday, 2, 0));
    CHECK((after.kind == LocalKind::unique));
    CHECK((after.first == utc(2026, 10, 25, 2)));
}

TEST_CASE("before the day starts it is still yesterday's business date") {
    const ShanghaiZone zone;
    const Calendar calendar;
    const auto date_at = [&](int hour, int minute) {
        const Instant at = utc(2026, 11, 23, hour, minute) - hours{8};
        return to_text(business_date(zone, calendar, at));
    };
    CHECK(date_at(0, 0) == "2026-11-22");
    CHECK(date_at(5, 59) == "2026-11-22");
    CHECK(date_at(6, 0) == "2026-11-23");
    CHECK(date_at(23, 59) == "2026-11-23");
}

TEST_CASE("a calendar knows its closed dates and weekdays") {
    Calendar calendar;
    calendar.closed_weekdays = {1};
    calendar.closed_dates = {date_of(2026, 10, 1)};
    CHECK(calendar.is_closed(date_of(2026, 11, 23)));
    CHECK(calendar.is_closed(date_of(2026, 10, 1)));
    CHECK_FALSE(calendar.is_closed(date_of(2026, 11, 24)));
    CHECK_FALSE(calendar.is_closed(date_of(2026, 11, 29)));
}

}  // namespace onduty::oracle
