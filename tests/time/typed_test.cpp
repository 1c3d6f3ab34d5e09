// SPDX-License-Identifier: MIT
// Is a time understood as the guard meant it, in both languages, or refused?
#include "time/typed.hpp"
#include "time/told.hpp"
#include "time/typed_clock.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <ostream>

#include "text/error.hpp"
#include "time/test_zones.hpp"
#include "time/zone.hpp"

namespace onduty {

namespace {

using namespace std::chrono_literals;
using oracle::date_of;
using oracle::utc;

// Monday, 2026-11-23 20:30 in Shanghai.
const Instant kEvening = utc(2026, 11, 23, 12, 30);

struct Example {
    const char* typed;
    const char* meant;  // in Shanghai
};

void check_all(std::initializer_list<Example> examples) {
    const SiteZone zone{"Asia/Shanghai"};
    for (const Example& example : examples) {
        CAPTURE(std::string{example.typed});
        CHECK(date_time_text(zone, read_time(example.typed, zone, kEvening)) == example.meant);
    }
}

void check_refused(std::initializer_list<const char*> texts) {
    const SiteZone zone{"Asia/Shanghai"};
    for (const char* text : texts) {
        CAPTURE(std::string{text});
        CHECK_THROWS_AS(read_time(text, zone, kEvening), UsageError);
    }
}

}  // namespace

TEST_CASE("every time that is shown with its date is typed back, also in an hour that comes twice") {
    int doubled = 0;
    for (const char* name : {"Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"}) {
        const SiteZone zone{name};
        CAPTURE(std::string{name});
        const Instant now = utc(2027, 1, 2);
        for (Instant at = utc(2026, 1, 1); at < utc(2027, 1, 1); at += 10min) {
            const std::string shown = date_time_text(zone, at);
            doubled += shown.size() > 16 ? 1 : 0;
            // Those of the hour alone, or the test takes long.
            if (shown.size() > 16 || at.time_since_epoch() % 7h == 0min) {
                CAPTURE(shown);
                REQUIRE((read_time(shown, zone, now) == at));
            }
        }
    }
    CHECK(doubled == 12 + 12 + 6);
}

TEST_CASE("now") {
    const SiteZone zone{"Asia/Shanghai"};
    const Instant now = kEvening + 12345ms;
    CHECK((read_time("now", zone, now) == now));
    CHECK((read_time(" NOW ", zone, now) == now));
    CHECK((read_time("现在", zone, now) == now));
}

TEST_CASE("a bare clock time is the nearest one, and past") {
    check_all({{"02:05", "2026-11-23 02:05"},
               {"2:05", "2026-11-23 02:05"},
               {"0205", "2026-11-23 02:05"},
               {"2.05", "2026-11-23 02:05"},
               {" 02:05 ", "2026-11-23 02:05"},
               {"20:30", "2026-11-23 20:30"},
               {"20:32", "2026-11-23 20:32"},  // two clocks on two walls
               {"08:31", "2026-11-23 08:31"},
               {"00:00", "2026-11-23 00:00"},
               {"24:00", "2026-11-23 00:00"},
               {"2400", "2026-11-23 00:00"},
               {"9am", "2026-11-23 09:00"},
               {"9 am", "2026-11-23 09:00"},
               {"9:15 AM", "2026-11-23 09:15"},
               {"8pm", "2026-11-23 20:00"},
               {"12am", "2026-11-23 00:00"},
               {"12:30 am", "2026-11-23 00:30"},
               {"12pm", "2026-11-23 12:00"}});
    check_refused({"20:33", "22:30", "2230", "23:59", "9pm", "晚上9点", "22点"});
    const SiteZone zone{"Asia/Shanghai"};
    CHECK(date_time_text(zone, read_time("20:33", zone, utc(2026, 11, 23, 0, 32))) == "2026-11-22 20:33");
    CHECK_THROWS_WITH_AS(
        read_time("13:10", zone, utc(2026, 11, 23, 5, 1)),
        "\"13:10\" is later than 2026-11-23 Mon 13:01. Write it with its date: \"2026-11-22 13:10\", or "
        "\"2026-11-23 13:10\" if this clock is behind.",
        UsageError);
}

TEST_CASE("a bare clock time until another is the latest one before it, however long ago") {
    const SiteZone zone{"Asia/Shanghai"};
    const auto read = [&](const char* text, Instant last) {
        return date_time_text(zone, read_time_until(text, zone, kEvening, last));
    };
    CHECK(read("22:30", kEvening) == "2026-11-22 22:30");
    CHECK(read("06:00", utc(2026, 11, 20, 14)) == "2026-11-20 06:00");
    CHECK(read("10 min ago", utc(2026, 11, 20, 14)) == "2026-11-23 20:20");
    CHECK(read("yesterday 06:00", utc(2026, 11, 20, 14)) == "2026-11-22 06:00");
}

TEST_CASE("a clock time typed anew stays by the one it replaces") {
    const SiteZone zone{"Asia/Shanghai"};
    const Instant now = utc(2026, 11, 29, 4);
    const auto clock_of = [&](Instant at) { return date_time_text(zone, at).substr(11); };
    for (Instant told = utc(2026, 11, 22, 16); told < utc(2026, 11, 23, 16); told += 47min) {
        for (const auto typed_later : {0min, 7 * 60min, 4 * 24 * 60min}) {
            const Instant last = told + typed_later;
            for (int minute = 0; minute < 24 * 60; minute += 13) {
                const std::string typed = clock_of(utc(2026, 11, 22, 16) + std::chrono::minutes{minute});
                CAPTURE(date_time_text(zone, told));
                CAPTURE(date_time_text(zone, last));
                CAPTURE(typed);
                // All times that show so, one after another.
                std::optional<Instant> nearest;
                std::optional<Instant> of_date;
                std::optional<Instant> before;
                for (Instant at = utc(2026, 11, 20, 16) + std::chrono::minutes{minute}; at < utc(2026, 12, 2);
                     at += 24h) {
                    nearest =
                        !nearest || std::chrono::abs(at - told) < std::chrono::abs(*nearest - told) ? at : *nearest;
                    const bool same =
                        date_time_text(zone, at).substr(0, 10) == date_time_text(zone, told).substr(0, 10);
                    of_date = same ? std::optional{at} : of_date;
                    before = at <= last ? std::optional{at} : before;
                }
                const bool near = std::chrono::abs(*nearest - told) <= 6h;
                const Instant meant = near ? *nearest : *of_date <= last ? *of_date : *before;
                REQUIRE(date_time_text(zone, read_time_anew(typed, zone, now, told, last)) ==
                        date_time_text(zone, meant));
                REQUIRE(std::chrono::abs(meant - told) <= 18h);
            }
        }
    }
    CHECK((read_time_anew("10 min ago", zone, now, utc(2026, 11, 22), now) == now - 10min));
    CHECK((read_time_anew("yesterday 08:00", zone, now, utc(2026, 11, 22), now) == utc(2026, 11, 28)));
}

TEST_CASE("words of time, in both languages") {
    check_all({{"昨天中午", "2026-11-22 12:00"},
               {"今天中午", "2026-11-23 12:00"},
               {"中午", "2026-11-23 12:00"},
               {"半夜", "2026-11-23 00:00"},
               {"凌晨三点", "2026-11-23 03:00"},
               {"昨晚十点半", "2026-11-22 22:30"},
               {"昨天晚上十点一刻", "2026-11-22 22:15"},
               {"昨晚凌晨两点", "2026-11-23 02:00"},
               {"last night 2am", "2026-11-23 02:00"},
               {"last night 23:10", "2026-11-22 23:10"},
               {"last night at midnight", "2026-11-23 00:00"},
               {"刚才", "2026-11-23 20:30"},
               {"半小时前", "2026-11-23 20:00"},
               {"一个半小时前", "2026-11-23 19:00"},
               {"1小时20分钟前", "2026-11-23 19:10"},
               {"一刻钟前", "2026-11-23 20:15"},
               {"ten minutes ago", "2026-11-23 20:20"},
               {"Twenty minutes ago", "2026-11-23 20:10"},
               {"10 min ago", "2026-11-23 20:20"},
               {"half an hour ago", "2026-11-23 20:00"},
               {"an hour and a half ago", "2026-11-23 19:00"},
               {"one and a half hours ago", "2026-11-23 19:00"},
               {"1 h 20 min ago", "2026-11-23 19:10"},
               {"an hour and ten minutes ago", "2026-11-23 19:20"},
               {"2h ago", "2026-11-23 18:30"},
               {"noon", "2026-11-23 12:00"},
               {"at noon", "2026-11-23 12:00"},
               {"12 noon", "2026-11-23 12:00"},
               {"yesterday at 10 pm", "2026-11-22 22:00"},
               {"the day before yesterday 08:00", "2026-11-21 08:00"},
               {"this morning 8:15", "2026-11-23 08:15"},
               {"8 o'clock", "2026-11-23 08:00"},
               {"eight o'clock in the morning", "2026-11-23 08:00"},
               {"3 in the afternoon", "2026-11-23 15:00"},
               {"yesterday 10:30 in the evening", "2026-11-22 22:30"}});
    check_refused({"上午", "this morning", "some minutes ago", "last night 9am", "ten", "ago", "2 hours"});
}

TEST_CASE("seconds are kept") {
    const SiteZone zone{"Asia/Shanghai"};
    CHECK((read_time("02:05:59", zone, kEvening) == utc(2026, 11, 22, 18, 5) + 59s));
}

TEST_CASE("a Chinese keyboard's digits and signs") {
    check_all({{"０２：０５", "2026-11-23 02:05"},
               {"２：０５", "2026-11-23 02:05"},
               {"2∶05", "2026-11-23 02:05"},
               {"2。05", "2026-11-23 02:05"},
               {"０２０５", "2026-11-23 02:05"},
               {"２０２６－１１－２２　０８：００", "2026-11-22 08:00"},
               {"１０分钟前", "2026-11-23 20:20"},
               {"－10m", "2026-11-23 20:20"},
               {"−10m", "2026-11-23 20:20"}});
}

TEST_CASE("Chinese clock times") {
    check_all(
        {{"2点", "2026-11-23 02:00"},        {"2点钟", "2026-11-23 02:00"},      {"2点半", "2026-11-23 02:30"},
         {"2点05分", "2026-11-23 02:05"},    {"2点5分", "2026-11-23 02:05"},     {"2点5", "2026-11-23 02:05"},
         {"２点半", "2026-11-23 02:30"},     {"14时30分", "2026-11-23 14:30"},   {"8点整", "2026-11-23 08:00"},
         {"凌晨2点", "2026-11-23 02:00"},    {"凌晨12点半", "2026-11-23 00:30"}, {"早上8点", "2026-11-23 08:00"},
         {"上午9点半", "2026-11-23 09:30"},  {"中午12点", "2026-11-23 12:00"},   {"中午1点", "2026-11-23 13:00"},
         {"中午11点半", "2026-11-23 11:30"}, {"下午3点", "2026-11-23 15:00"},    {"下午12点", "2026-11-23 12:00"},
         {"晚上8点", "2026-11-23 20:00"},    {"晚上12点", "2026-11-23 00:00"},   {"傍晚6点", "2026-11-23 18:00"},
         {"夜里2点", "2026-11-23 02:00"},    {"下午 3:15", "2026-11-23 15:15"},  {"晚20:10", "2026-11-23 20:10"}});
}

TEST_CASE("Chinese numerals are numbers, but for the days of the week") {
    check_all({{"十分钟前", "2026-11-23 20:20"},
               {"一小时前", "2026-11-23 19:30"},
               {"两小时前", "2026-11-23 18:30"},
               {"二十五分钟前", "2026-11-23 20:05"},
               {"昨晚十一点", "2026-11-22 23:00"},
               {"昨晚十一点零五分", "2026-11-22 23:05"},
               {"今早六点半", "2026-11-23 06:30"},
               {"凌晨四点", "2026-11-23 04:00"},
               {"下午三点一刻", "2026-11-23 15:15"},
               {"下午三点三刻", "2026-11-23 15:45"},
               {"八点整", "2026-11-23 08:00"},
               {"8点整", "2026-11-23 08:00"},
               {"十点二十", "2026-11-23 10:20"},
               {"周一十点", "2026-11-23 10:00"},
               {"星期日 二十点", "2026-11-22 20:00"},
               {"十一月二十日 九点", "2026-11-20 09:00"},
               {"二〇二六-十一-二十 九点", "2026-11-20 09:00"}});
    check_refused({"十", "十点六十", "二十五点", "周一", "十十点", "一分", "点半"});
}

TEST_CASE("a day before the clock time") {
    check_all({{"today 08:00", "2026-11-23 08:00"},
               {"yesterday 22:30", "2026-11-22 22:30"},
               {"Yesterday 9pm", "2026-11-22 21:00"},
               {"yesterday 24:00", "2026-11-23 00:00"},
               {"今天 8:00", "2026-11-23 08:00"},
               {"昨天 22:30", "2026-11-22 22:30"},
               {"昨天下午3点", "2026-11-22 15:00"},
               {"昨天凌晨2点", "2026-11-22 02:00"},
               {"昨天24:00", "2026-11-23 00:00"},
               {"前天 8:00", "2026-11-21 08:00"},
               {"昨晚10点半", "2026-11-22 22:30"},
               {"昨晚22:30", "2026-11-22 22:30"},
               {"昨晚12点", "2026-11-23 00:00"},
               {"昨晚1点", "2026-11-23 01:00"},
               {"今早6点", "2026-11-23 06:00"},
               {"今晚8点", "2026-11-23 20:00"}});
}

TEST_CASE("a weekday is the latest one, today included") {
    check_all({{"mon 08:00", "2026-11-23 08:00"},
               {"Monday 08:00", "2026-11-23 08:00"},
               {"周一 8:00", "2026-11-23 08:00"},
               {"sun 22:00", "2026-11-22 22:00"},
               {"周日22点", "2026-11-22 22:00"},
               {"星期天晚上10点", "2026-11-22 22:00"},
               {"sat 08:00", "2026-11-21 08:00"},
               {"fri 08:00", "2026-11-20 08:00"},
               {"thursday 08:00", "2026-11-19 08:00"},
               {"礼拜三 08:00", "2026-11-18 08:00"},
               {"tue 08:00", "2026-11-17 08:00"},
               {"周二8点半", "2026-11-17 08:30"}});
}

TEST_CASE("a date before the clock time") {
    check_all({{"2026-11-22 08:00", "2026-11-22 08:00"},
               {"2026-11-22T08:00", "2026-11-22 08:00"},
               {"2026-11-22 8点半", "2026-11-22 08:30"},
               {"11-22 08:00", "2026-11-22 08:00"},
               {"1-5 08:00", "2026-01-05 08:00"},
               {"11月22日8点", "2026-11-22 08:00"},
               {"11月22号 晚上8点", "2026-11-22 20:00"},
               {"12-31 23:00", "2025-12-31 23:00"},
               {"2028-02-29 08:00", "2028-02-29 08:00"},
               {"2026-12-01 08:00", "2026-12-01 08:00"},  // the future is refused where it is recorded
               {"11-24 08:00", "2026-11-24 08:00"}});
}

TEST_CASE("a date may be typed as a table writes it") {
    check_all({{"2026/11/22 8:00", "2026-11-22 08:00"},
               {"2026.11.2 08:00", "2026-11-02 08:00"},
               {"2026年11月2日 8:03", "2026-11-02 08:03"},
               {"2026年11月2号晚上8点", "2026-11-02 20:00"},
               {"二〇二六年十一月二日 八点", "2026-11-02 08:00"},
               {"20261105083000", "2026-11-05 08:30"},
               {"202611050830", "2026-11-05 08:30"},
               {"20261105 0830", "2026-11-05 08:30"},
               {"2026-11-05 083000", "2026-11-05 08:30"},
               {"26/11/5 8:03", "2026-11-05 08:03"},
               {"22-11-2026 08:00", "2026-11-22 08:00"},
               {"11/22/26 08:00", "2026-11-22 08:00"},
               {"2026年11月22日 星期日 8点", "2026-11-22 08:00"},
               {"2026/11/22（日） 8:03", "2026-11-22 08:03"},
               {"2026-11-22 Sun 08:03", "2026-11-22 08:03"},
               {"周日 2026/11/22 8:03", "2026-11-22 08:03"},
               {"5-Nov-26 8:03", "2026-11-05 08:03"},
               {"Nov 5, 2026 8:03 AM", "2026-11-05 08:03"},
               {"Nov 5 08:03", "2026-11-05 08:03"},
               {"5 Nov 08:03", "2026-11-05 08:03"},
               {"2026/11/21 24:00", "2026-11-22 00:00"}});
    const SiteZone zone{"Asia/Shanghai"};
    const auto message = [&](const char* text) {
        try {
            read_time(text, zone, kEvening);
        } catch (const UsageError& error) {
            return std::string{error.what()};
        }
        return std::string{"taken"};
    };
    CHECK(message("5/11/26 08:00") == "\"5/11/26 08:00\" may be more than one date. Write it as 2026-11-23.");
    CHECK(message("26/11/05 08:00") == "\"26/11/05 08:00\" may be more than one date. Write it as 2026-11-23.");
    CHECK(message("2026-11-22 Mon 08:00") == "\"2026-11-22 Mon 08:00\": that date is another day of the week.");
}

TEST_CASE("a word of the night is read by its hour, and refused where it may be two nights") {
    check_all({{"夜里2点", "2026-11-23 02:00"},
               {"半夜12点", "2026-11-23 00:00"},
               {"午夜", "2026-11-23 00:00"},
               {"midnight", "2026-11-23 00:00"},
               {"noon", "2026-11-23 12:00"},
               {"昨天正午", "2026-11-22 12:00"},
               {"yesterday noon", "2026-11-22 12:00"},
               {"昨天晚上12点10", "2026-11-23 00:10"},
               {"昨天晚上1点", "2026-11-23 01:00"},
               {"昨夜11点", "2026-11-22 23:00"},
               {"昨天半夜11点半", "2026-11-22 23:30"},
               {"昨天中午11点40", "2026-11-22 11:40"},
               {"清晨5点", "2026-11-23 05:00"},
               {"傍晚5点", "2026-11-23 17:00"},
               {"晚上5点", "2026-11-23 17:00"},
               {"上午12:05", "2026-11-23 00:05"},
               {"13:00 pm", "2026-11-23 13:00"}});
    const SiteZone zone{"Asia/Shanghai"};
    CHECK(date_time_text(zone, read_time("夜里2点", zone, utc(2026, 11, 22, 7))) == "2026-11-22 02:00");
    CHECK(date_time_text(zone, read_time("晚上12点", zone, utc(2026, 11, 22, 3))) == "2026-11-22 00:00");
    check_refused(
        {"11-22 夜里2点", "昨天半夜2点", "周一晚上1点", "昨天午夜", "yesterday midnight", "上午12点", "傍晚2点"});
}

TEST_CASE("an offset after a full date") {
    check_all({{"2026-11-22 00:00Z", "2026-11-22 08:00"},
               {"2026-11-22T00:00z", "2026-11-22 08:00"},
               {"2026-11-22 08:00+08:00", "2026-11-22 08:00"},
               {"2026-11-22 08:00+0000", "2026-11-22 16:00"},
               {"2026-11-22 08:00-05:00", "2026-11-22 21:00"},
               {"2026-11-22 08:00 +08", "2026-11-22 08:00"},
               {"2026-11-22 08:00+05:30", "2026-11-22 10:30"}});
}

TEST_CASE("so long ago") {
    check_all({{"10 min ago", "2026-11-23 20:20"},   {"10 minutes ago", "2026-11-23 20:20"},
               {"1 minute ago", "2026-11-23 20:29"}, {"10m ago", "2026-11-23 20:20"},
               {"-10m", "2026-11-23 20:20"},         {"-10 min", "2026-11-23 20:20"},
               {"10分钟前", "2026-11-23 20:20"},     {"10 分钟 前", "2026-11-23 20:20"},
               {"半小时前", "2026-11-23 20:00"},     {"半个小时前", "2026-11-23 20:00"},
               {"2 hours ago", "2026-11-23 18:30"},  {"-2h", "2026-11-23 18:30"},
               {"2小时前", "2026-11-23 18:30"},      {"1个小时前", "2026-11-23 19:30"},
               {"3分钟以前", "2026-11-23 20:27"},    {"3分钟之前", "2026-11-23 20:27"},
               {"半小时以前", "2026-11-23 20:00"},   {"一个半小时前", "2026-11-23 19:00"},
               {"一刻钟前", "2026-11-23 20:15"},     {"half an hour ago", "2026-11-23 20:00"},
               {"an hour ago", "2026-11-23 19:30"},  {"刚才", "2026-11-23 20:30"},
               {"just now", "2026-11-23 20:30"},     {"0 min ago", "2026-11-23 20:30"}});
}

TEST_CASE("what is no time is refused") {
    check_refused({"",
                   "  ",
                   "noonish",
                   "25:00",
                   "24:01",
                   "24:00:01",
                   "2401",
                   "12:60",
                   "12:30:60",
                   "9",
                   "12",
                   "2:5",
                   "2:",
                   ":30",
                   "12345",
                   "02:05x",
                   "02:05 x",
                   "2 05",
                   "25点",
                   "3点60分",
                   "点",
                   "半",
                   "10 min",
                   "ago",
                   "min ago",
                   "-10",
                   "10m",
                   "- 10m",
                   "-10m ago",
                   "in 10 min",
                   "tomorrow 08:00",
                   "明天8点",
                   "yesterday",
                   "昨天",
                   "昨晚",
                   "mon",
                   "now 5",
                   "2026-11-22",
                   "11-22",
                   "02:05+08:00",
                   "2026-11-22 08:00+8",
                   "2026-11-22 08:00+",
                   "2026/11-22 08:00",
                   "2026112 08:00",
                   "2026112208",
                   "-02:05",
                   "٠٢:٠٥",
                   "\xFF"});
}

TEST_CASE("what is no date is refused") {
    check_refused({"2026-02-30 08:00", "2026-13-01 08:00", "2026-00-10 08:00", "2026-11-31 08:00", "2027-02-29 08:00",
                   "1999-12-31 08:00", "2100-01-01 08:00", "02-30 08:00", "13-01 08:00", "0-5 08:00", "11-0 08:00",
                   "11-31 08:00", "2月30日8点"});
}

TEST_CASE("an offset that no zone has is refused") {
    check_refused({"2026-11-22 08:00+99:99", "2026-11-22 08:00+24:00", "2026-11-22 08:00+08:60"});
}

TEST_CASE("a clock that contradicts its part of the day is refused") {
    check_refused({"13am", "15:30 am", "0pm", "上午15点", "早上20点", "凌晨15点"});
}

TEST_CASE("the 29th of February of a year that has none is refused") {
    const SiteZone zone{"Asia/Shanghai"};
    // Typed in January of a leap year it can only be last year's.
    CHECK_THROWS_AS(read_time("02-29 10:00", zone, utc(2028, 1, 10, 2)), UsageError);
    CHECK(date_time_text(zone, read_time("02-29 10:00", zone, utc(2028, 3, 1, 2))) == "2028-02-29 10:00");
}

TEST_CASE("the message shows what was typed and what may be") {
    const SiteZone zone{"Asia/Shanghai"};
    try {
        read_time("noonish", zone, kEvening);
        FAIL("noonish was taken for a time");
    } catch (const UsageError& error) {
        CHECK(std::string{error.what()} ==
              "\"noonish\" is not a time. Write 02:05, \"yesterday 22:30\", \"10 min ago\" or "
              "\"2026-11-23 02:05\".");
    }
}

TEST_CASE("London: a time that the clock skipped is refused") {
    const SiteZone zone{"Europe/London"};
    const Instant noon = utc(2026, 3, 29, 11);
    CHECK_THROWS_AS(read_time("01:30", zone, noon), UsageError);
    CHECK_THROWS_AS(read_time("2026-03-29 01:00", zone, noon), UsageError);
    CHECK_THROWS_AS(read_time("today 01:59", zone, noon), UsageError);
    CHECK((read_time("00:59", zone, noon) == utc(2026, 3, 29, 0, 59)));
    CHECK((read_time("02:00", zone, noon) == utc(2026, 3, 29, 1)));
    // With an offset it is an instant, whatever the clock showed.
    CHECK((read_time("2026-03-29 01:30+00:00", zone, noon) == utc(2026, 3, 29, 1, 30)));
}

TEST_CASE("London: before the gap the same words mean yesterday") {
    const SiteZone zone{"Europe/London"};
    const Instant before = utc(2026, 3, 29, 0, 30);
    CHECK((read_time_until("01:30", zone, before, before) == utc(2026, 3, 28, 1, 30)));
}

TEST_CASE("London: a time that the clock showed twice") {
    const SiteZone zone{"Europe/London"};
    // Between the two: only the first is past.
    CHECK((read_time("01:30", zone, utc(2026, 10, 25, 0, 50)) == utc(2026, 10, 25, 0, 30)));
    // The day before both.
    const Instant day_before = utc(2026, 10, 24, 23, 0);
    CHECK((read_time_until("01:30", zone, day_before, day_before) == utc(2026, 10, 24, 0, 30)));
    CHECK((read_time("2026-10-25 01:30+01:00", zone, utc(2026, 10, 25, 9)) == utc(2026, 10, 25, 0, 30)));
    CHECK((read_time("2026-10-25 01:30+00:00", zone, utc(2026, 10, 25, 9)) == utc(2026, 10, 25, 1, 30)));
}

TEST_CASE("London: after both, the bare time is the latest one that is past") {
    const SiteZone zone{"Europe/London"};
    CHECK((read_time("01:30", zone, utc(2026, 10, 25, 1, 35)) == utc(2026, 10, 25, 1, 30)));
}

TEST_CASE("dates for reports") {
    const Date monday = date_of(2026, 11, 23);
    const auto read = [&](const char* text) { return to_text(read_date(text, monday)); };
    CHECK(read("2026-11-23") == "2026-11-23");
    CHECK(read("２０２６－１１－２２") == "2026-11-22");
    CHECK(read("11-22") == "2026-11-22");
    CHECK(read("11月2日") == "2026-11-02");
    CHECK(read("2026/11/2") == "2026-11-02");
    CHECK(read("20261102") == "2026-11-02");
    CHECK(read("2026年11月2日") == "2026-11-02");
    CHECK(read("Nov 2") == "2026-11-02");
    CHECK(read("12-31") == "2025-12-31");
    CHECK(read("today") == "2026-11-23");
    CHECK(read("今天") == "2026-11-23");
    CHECK(read("Yesterday") == "2026-11-22");
    CHECK(read("昨天") == "2026-11-22");
    CHECK(read("前天") == "2026-11-21");
    CHECK(read("mon") == "2026-11-23");
    CHECK(read("周一") == "2026-11-23");
    CHECK(read("周二") == "2026-11-17");
    CHECK(read("sunday") == "2026-11-22");
    for (const char* text : {"", "昨晚", "02:05", "2026-02-30", "02-30", "2026-11-23 08:00", "tomorrow", "next mon",
                             "monda", "23", "2026", "2026-11", "今早"}) {
        CAPTURE(std::string{text});
        CHECK_THROWS_AS(read_date(text, monday), UsageError);
    }
}

TEST_CASE("a date with its year, past or to come") {
    const auto read = [](const char* text) {
        const auto date = read_full_date(text);
        return date ? to_text(*date) : "none";
    };
    for (const char* same : {"2026-12-05", "2026/12/05", "2026/12/5", "20261205", "2026.12.5", "2026年12月5日",
                             "5 Dec 2026", "2026-12-05 Sat"}) {
        CAPTURE(std::string{same});
        CHECK(read(same) == "2026-12-05");
    }
    for (const char* other : {"", "12-05", "5/12/26", "2026-12-05 08:00", "2026-12-05 Fri", "1999-12-05", "today"}) {
        CAPTURE(std::string{other});
        CHECK(read(other) == "none");
    }
}

TEST_CASE("clock times of a plan") {
    CHECK(clock_minutes("00:00") == 0);
    CHECK(clock_minutes("09:05") == 545);
    CHECK(clock_minutes("23:59") == 1439);
    CHECK(clock_minutes("24:00") == 1440);
    for (const char* text : {"", "24:01", "25:00", "9:05", "09:5", "0905", "12:60", "09:05 ", " 09:05", "-1:00",
                             "09:05:00", "ab:cd", "０９：０５"}) {
        CAPTURE(std::string{text});
        CHECK(clock_minutes(text) == -1);
    }
}

TEST_CASE("times are shown in the site's zone") {
    const SiteZone zone{"Asia/Shanghai"};
    const Instant at = utc(2026, 11, 22, 16, 5) + 59999ms;
    CHECK(clock_text(zone, at) == "00:05");
    CHECK(date_time_text(zone, at) == "2026-11-23 00:05");
    CHECK(full_text(zone, at) == "2026-11-23 Mon 00:05");
}

TEST_CASE("offsets and durations") {
    CHECK(offset_text(8h) == "+08:00");
    CHECK(offset_text(0s) == "+00:00");
    CHECK(offset_text(-12600s) == "-03:30");
    CHECK(offset_text(20700s) == "+05:45");
    CHECK(duration_text(0ms) == "0 min");
    CHECK(duration_text(59999ms) == "0 min");
    CHECK(duration_text(35min) == "35 min");
    CHECK(duration_text(60min) == "1 h 0 min");
    CHECK(duration_text(70min) == "1 h 10 min");
    CHECK(duration_text(-70min) == "an unknown time");
    CHECK(duration_text(48h - 1min) == "47 h 59 min");
    CHECK(duration_text(48h) == "2 days");
    CHECK(duration_text(71h) == "2 days");
}

}  // namespace onduty
