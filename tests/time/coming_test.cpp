// SPDX-License-Identifier: MIT
// Is a time to come understood as the next such one, and a past one refused?
#include "time/coming.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/error.hpp"
#include "time/told.hpp"
#include "time/zone.hpp"

namespace onduty {

namespace {

// Monday, 2026-11-23 20:30 in Shanghai.
const Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{12} +
                   std::chrono::minutes{30}};

}  // namespace

TEST_CASE("a time to come is the next such time") {
    const SiteZone zone{"Asia/Shanghai"};
    const struct {
        const char* typed;
        const char* meant;
    } examples[] = {{"21:00", "2026-11-23 21:00"},          {"20:30", "2026-11-24 20:30"},
                    {"0800", "2026-11-24 08:00"},           {"9pm", "2026-11-23 21:00"},
                    {"８：００", "2026-11-24 08:00"},       {"上午9点半", "2026-11-24 09:30"},
                    {"今晚9点", "2026-11-23 21:00"},        {"today 21:00", "2026-11-23 21:00"},
                    {"Tomorrow 10:00", "2026-11-24 10:00"}, {"明天10点", "2026-11-24 10:00"},
                    {"明早8点", "2026-11-24 08:00"},        {"明晚8点", "2026-11-24 20:00"},
                    {"后天下午3点", "2026-11-25 15:00"},    {"mon 21:00", "2026-11-23 21:00"},
                    {"mon 20:00", "2026-11-30 20:00"},      {"周五18:00", "2026-11-27 18:00"},
                    {"11-24 09:00", "2026-11-24 09:00"},    {"12-05 09:00", "2026-12-05 09:00"},
                    {"12月5日9点", "2026-12-05 09:00"},     {"2026-11-24 20:30", "2026-11-24 20:30"}};
    for (const auto& example : examples) {
        CAPTURE(std::string{example.typed});
        CHECK(date_time_text(zone, read_coming_time(example.typed, zone, kNow)) == example.meant);
    }
}

TEST_CASE("a day alone is its closing time, the next one that is to come") {
    const SiteZone zone{"Asia/Shanghai"};
    const struct {
        const char* typed;
        const char* at_noon;  // of the same Monday; closing time is 18:00
        const char* evening;
    } examples[] = {{"today", "2026-11-23 18:00", ""},
                    {"今天", "2026-11-23 18:00", ""},
                    {"今晚", "2026-11-23 18:00", ""},
                    {"Tomorrow", "2026-11-24 18:00", "2026-11-24 18:00"},
                    {"明天", "2026-11-24 18:00", "2026-11-24 18:00"},
                    {"明晚", "2026-11-24 18:00", "2026-11-24 18:00"},
                    {"后天", "2026-11-25 18:00", "2026-11-25 18:00"},
                    {"mon", "2026-11-23 18:00", "2026-11-30 18:00"},
                    {"Monday", "2026-11-23 18:00", "2026-11-30 18:00"},
                    {"fri", "2026-11-27 18:00", "2026-11-27 18:00"},
                    {"周五", "2026-11-27 18:00", "2026-11-27 18:00"},
                    {"星期日", "2026-11-29 18:00", "2026-11-29 18:00"},
                    {"11-23", "2026-11-23 18:00", "2027-11-23 18:00"},
                    {"12-04", "2026-12-04 18:00", "2026-12-04 18:00"},
                    {"12月4日", "2026-12-04 18:00", "2026-12-04 18:00"},
                    {"2-1", "2027-02-01 18:00", "2027-02-01 18:00"},
                    {"2026-11-23", "2026-11-23 18:00", ""},
                    {"2026-12-04", "2026-12-04 18:00", "2026-12-04 18:00"},
                    {"fri 17:00", "2026-11-27 17:00", "2026-11-27 17:00"},
                    {"21:00", "2026-11-23 21:00", "2026-11-23 21:00"}};
    const auto meant = [&](const char* typed, Instant now) {
        try {
            return date_time_text(zone, read_coming_time(typed, zone, now, std::chrono::hours{18}));
        } catch (const UsageError& error) {
            CHECK(std::string{error.what()}.find("lies before") != std::string::npos);
            return std::string{};
        }
    };
    for (const auto& example : examples) {
        CAPTURE(std::string{example.typed});
        CHECK(meant(example.typed, kNow - std::chrono::hours{8}) == example.at_noon);
        CHECK(meant(example.typed, kNow) == example.evening);
    }
    for (const char* text : {"yesterday", "昨天", "前天", "2026-11-22"}) {
        CAPTURE(std::string{text});
        CHECK(meant(text, kNow).empty());
    }
    for (const char* text : {"明早", "今早", "soon", "fr", "13-04", ""}) {
        CAPTURE(std::string{text});
        CHECK_THROWS_WITH_AS(read_coming_time(text, zone, kNow, std::chrono::hours{18}),
                             doctest::Contains("or a day alone"), UsageError);
    }
}

TEST_CASE("property: whatever stands before a clock time may stand alone") {
    const SiteZone zone{"Asia/Shanghai"};
    for (int day = 0; day < 800; ++day) {
        for (const int hour : {9, 12, 19}) {
            const Instant now = kNow + std::chrono::days{day} + std::chrono::hours{hour};
            for (const char* word : {"tomorrow", "明天", "后天", "明晚", "mon", "thu", "周六", "礼拜一", "1-1", "12-31",
                                     "6月15日", "03-1"}) {
                CAPTURE(std::string{word});
                CAPTURE(day);
                CHECK((read_coming_time(word, zone, now, std::chrono::hours{18}) ==
                       read_coming_time(std::string{word} + " 18:00", zone, now)));
            }
        }
    }
}

TEST_CASE("what is past or no time is refused") {
    const SiteZone zone{"Asia/Shanghai"};
    for (const char* text : {"now", "today 20:00", "yesterday 22:00", "昨晚9点", "今早8点", "10 min ago", "10分钟前",
                             "-10m", "2026-11-23 20:30", "tomorrow", "soon", "25:00", ""}) {
        CAPTURE(std::string{text});
        CHECK_THROWS_AS(read_coming_time(text, zone, kNow), UsageError);
    }
}

}  // namespace onduty
