// SPDX-License-Identifier: MIT
// Is a time from somebody else's table read as it was meant, or not at all?
#include "time/foreign.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>

#include "turns.hpp"

using namespace onduty;

namespace {

// "2020-01-02 08:43:00", with " ?" when it depends on the order and " date" without a clock time.
std::string read(const char* text, DateOrder order = DateOrder::unknown) {
    const auto time = read_written_time(text, order);
    if (!time) {
        return "no";
    }
    const Date date = std::chrono::floor<std::chrono::days>(time->local);
    const std::chrono::hh_mm_ss clock{time->local - LocalTime{date}};
    std::string shown = to_text(date);
    if (time->has_clock) {
        shown +=
            fmt::format(" {:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    }
    if (time->offset) {
        shown += fmt::format(" {:+}", time->offset->count());
    }
    return shown + (time->ambiguous ? " ?" : "");
}

}  // namespace

TEST_CASE("the usual forms are understood") {
    CHECK(read("2020-01-02 08:43") == "2020-01-02 08:43:00");
    CHECK(read("2020-01-02 08:43:05") == "2020-01-02 08:43:05");
    CHECK(read("2020-01-02T08:43:05.123Z") == "2020-01-02 08:43:05 +0");
    CHECK(read("2020-01-02T08:43+08:00") == "2020-01-02 08:43:00 +28800");
    CHECK(read("2020-01-02 08:43 -0530") == "2020-01-02 08:43:00 -19800");
    CHECK(read("2020/1/2 8:43") == "2020-01-02 08:43:00");
    CHECK(read("2020.01.02") == "2020-01-02");
    CHECK(read("20200102") == "2020-01-02");
    CHECK(read("2020年1月2日 8:43") == "2020-01-02 08:43:00");
    CHECK(read("2020年1月2日8时43分") == "2020-01-02 08:43:00");
    CHECK(read("2020年1月2日下午3点") == "2020-01-02 15:00:00");
    CHECK(read("2020年1月2号") == "2020-01-02");
    CHECK(read("２０２０－０１－０２　０８：４３") == "2020-01-02 08:43:00");
    CHECK(read("2020-1-2 上午 8:43") == "2020-01-02 08:43:00");
    CHECK(read("2020/1/2 下午 12:05") == "2020-01-02 12:05:00");
    CHECK(read("2020/1/2 12:05 AM") == "2020-01-02 00:05:00");
    CHECK(read("2020/1/2 12:05 p.m.") == "2020-01-02 12:05:00");
    CHECK(read("2020/1/2 14:05 PM") == "2020-01-02 14:05:00");
    CHECK(read("43832") == "2020-01-02");
    CHECK(read("43832.36319444") == "2020-01-02 08:43:00");
}

TEST_CASE("which number is the month depends on the column, not on the cell") {
    CHECK(read("1/2/20 8:43") == "2020-01-02 08:43:00 ?");
    CHECK(read("1/2/20 8:43", DateOrder::day_first) == "2020-02-01 08:43:00 ?");
    CHECK(read("1/13/20") == "2020-01-13");
    CHECK(read("13/1/2020") == "2020-01-13");
    CHECK(read("3-3-2020") == "2020-03-03");  // the same either way
    CHECK(read("13.1.2020", DateOrder::month_first) == "no");
    CHECK(read("1/13/20", DateOrder::day_first) == "no");
    CHECK(read("1/1/70") == "1970-01-01");
    CHECK(read("1/1/69") == "2069-01-01");
}

TEST_CASE("what is no time is none") {
    for (const char* text : {"",
                             "soon",
                             "2020",
                             "2020-13-01",
                             "2020-02-30",
                             "30/2/20",
                             "2020-01-02 25:00",
                             "2020-01-02 08:60",
                             "8:43",
                             "2020-01/02",
                             "2020-01-02 8",
                             "2020-01-02 08:43 x",
                             "2020-01-02 08:43+25:00",
                             "1/2/202",
                             "123456789",
                             "1.5",
                             "19999",
                             "80001",
                             "2020年1月",
                             "2020-01-02 13:00 AM",
                             "1800-01-01",
                             "43832.1.2",
                             "99999999"}) {
        CAPTURE(text);
        CHECK(read(text) == "no");
    }
}

TEST_CASE("a column tells its order when one of its dates can be read one way only") {
    OrderFinder plain;
    plain.add("1/2/20");
    plain.add("nothing");
    CHECK(plain.matters());
    CHECK(plain.order() == DateOrder::unknown);
    plain.add("1/31/20 9:00");
    CHECK(plain.order() == DateOrder::month_first);
    plain.add("31/1/20");
    CHECK(plain.contradicts());
    CHECK(plain.order() == DateOrder::unknown);
    OrderFinder iso;
    iso.add("2020-01-02");
    CHECK_FALSE(iso.matters());
}

TEST_CASE("any minute written in any form is read back") {
    std::mt19937 random{20261125};
    for (int run = 0; run < onduty::test::turns(3000); ++run) {
        const auto minutes = std::uniform_int_distribution<std::int64_t>{0, 80LL * 365 * 24 * 60}(random);
        const LocalTime time = LocalTime{std::chrono::local_days{std::chrono::year{1975} / 1 / 1}} + Minutes{minutes};
        const Date date = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day day{date};
        const auto year = static_cast<int>(day.year());
        const auto month = static_cast<unsigned>(day.month());
        const auto number = static_cast<unsigned>(day.day());
        const auto clock = (time - LocalTime{date}).count() / 60;
        const auto hour = clock / 60;
        const auto minute = clock % 60;
        const auto serial = (date - std::chrono::local_days{std::chrono::year{1899} / 12 / 30}).count();
        const std::string words[] = {
            fmt::format("{}-{:02}-{:02} {:02}:{:02}", year, month, number, hour, minute),
            fmt::format("{}/{}/{} {}:{:02}", year, month, number, hour, minute),
            fmt::format("{}年{}月{}日 {}:{:02}:00", year, month, number, hour, minute),
            fmt::format("{}/{}/{} {}:{:02} {}", month, number, year, hour % 12 == 0 ? 12 : hour % 12, minute,
                        hour < 12 ? "AM" : "PM"),
            fmt::format("{}.{:08}", serial, (clock * 100000000 + 720) / 1440),
        };
        for (const std::string& text : words) {
            const auto read = read_written_time(text, DateOrder::month_first);
            CAPTURE(text);
            REQUIRE(read);
            REQUIRE(read->local == time);
        }
        const auto read = read_written_time(fmt::format("{}-{}-{} {}:{:02}", number, month, year, hour, minute),
                                            DateOrder::day_first);
        REQUIRE(read);
        REQUIRE(read->local == time);
    }
}
