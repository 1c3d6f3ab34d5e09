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
    return shown + (time->wrong_weekday ? " weekday" : "") + (time->ambiguous ? " ?" : "");
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

TEST_CASE("what systems and people export is understood") {
    CHECK(read("20240105083000") == "2024-01-05 08:30:00");
    CHECK(read("202401050830") == "2024-01-05 08:30:00");
    CHECK(read("2024-01-05 0830") == "2024-01-05 08:30:00");
    CHECK(read("2024年1月5日 星期五") == "2024-01-05");
    CHECK(read("2024/1/5 周五 8:03") == "2024-01-05 08:03:00");
    CHECK(read("2024/1/5（五）8:03") == "2024-01-05 08:03:00");
    CHECK(read("2024-01-05 Fri 08:03") == "2024-01-05 08:03:00");
    CHECK(read("2024/1/5 周四 8:03") == "2024-01-05 08:03:00 weekday");
    CHECK(read("5-Jan-24") == "2024-01-05");
    CHECK(read("05 January 2024 8:03") == "2024-01-05 08:03:00");
    CHECK(read("Jan 5, 2024 8:03 AM") == "2024-01-05 08:03:00");
    CHECK(read("Sept 5th, 2024") == "2024-09-05");
    CHECK(read("2024-Jan-05") == "2024-01-05");
    CHECK(read("2024-01-05 24:00") == "2024-01-06 00:00:00");
    CHECK(read("24年1月5日") == "2024-01-05");
    CHECK(read("24/1/5 8:03") == "2024-01-05 08:03:00");
}

TEST_CASE("words of the day are read as those of --at") {
    CHECK(read("2024/1/5 中午11:40") == "2024-01-05 11:40:00");
    CHECK(read("2024/1/5 中午12:10") == "2024-01-05 12:10:00");
    CHECK(read("2024/1/5 晚上12:10") == "2024-01-06 00:10:00");
    CHECK(read("2024/1/5 凌晨12:30") == "2024-01-05 00:30:00");
    CHECK(read("2024/1/5 上午12:05") == "2024-01-05 00:05:00");
    CHECK(read("2024/1/5 傍晚6:30") == "2024-01-05 18:30:00");
    CHECK(read("2024/1/5 清晨5:30") == "2024-01-05 05:30:00");
    CHECK(read("2024/1/5 半夜11:30") == "2024-01-05 23:30:00");
    CHECK(read("2024/1/5 夜里10点") == "2024-01-05 22:00:00");
    CHECK(read("2024/1/5 晚8:30") == "2024-01-05 20:30:00");
    CHECK(read("2024/1/5 noon") == "2024-01-05 12:00:00");
    for (const char* two : {"2024/1/5 夜里2点", "2024/1/5 晚上1:30", "2024/1/5 午夜", "2024/1/5 midnight"}) {
        CAPTURE(std::string{two});
        CHECK(read_written_time(two, DateOrder::unknown)->two_nights);
    }
    for (const char* none : {"2024/1/5 上午12点", "2024/1/5 凌晨9:00", "2024/1/5 早上12:05", "2024/1/5 傍晚2:00"}) {
        CAPTURE(std::string{none});
        CHECK(read(none) == "no");
    }
}

TEST_CASE("two digits of a year may stand first") {
    CHECK(read("24/01/05") == "2005-01-24 ?");
    CHECK(read("24/01/05", DateOrder::year_first) == "2024-01-05 ?");
    CHECK(read("99/12/31", DateOrder::year_first) == "1999-12-31");
    CHECK(read("99/12/31") == "no");
    OrderFinder padded;
    padded.add("24/01/05");
    CHECK(padded.order() == DateOrder::unknown);
    padded.add("24/1/6");
    CHECK(padded.order() == DateOrder::year_first);
    OrderFinder without_zeros;
    without_zeros.add("15/01/20");
    without_zeros.add("5/1/20");
    CHECK(without_zeros.order() == DateOrder::day_first);
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
