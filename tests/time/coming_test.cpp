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

TEST_CASE("what is past or no time is refused") {
    const SiteZone zone{"Asia/Shanghai"};
    for (const char* text : {"now", "today 20:00", "yesterday 22:00", "昨晚9点", "今早8点", "10 min ago", "10分钟前",
                             "-10m", "2026-11-23 20:30", "tomorrow", "soon", "25:00", ""}) {
        CAPTURE(std::string{text});
        CHECK_THROWS_AS(read_coming_time(text, zone, kNow), UsageError);
    }
}

}  // namespace onduty
