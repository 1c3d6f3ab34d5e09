// SPDX-License-Identifier: MIT
// What was used between two readings of a meter, and is it too much?
#include "meters/rules.hpp"

#include <doctest/doctest.h>

using namespace onduty;
using namespace std::chrono_literals;

namespace {

constexpr Instant kMorning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h;

MeterReading reading(EntryNumber number, std::chrono::minutes after, std::int64_t tenths) {
    return {number, "water", kMorning + after, {}, tenths};
}

}  // namespace

TEST_CASE("what was used is the difference to the reading before, and nothing is known when that was higher") {
    const auto use = use_between(reading(1, 0h, 1000), reading(2, 48h, 1250));
    REQUIRE(use);
    CHECK(use->tenths == 250);
    CHECK(use->during == 48h);
    CHECK(use->tenths_a_day() == 125);
    CHECK(!use_between(reading(1, 0h, 1000), reading(2, 24h, 999)));
    CHECK(use_between(reading(1, 0h, 1000), reading(2, 24h, 1000))->tenths == 0);
}

TEST_CASE("a day's use is rounded, and not made up of less than an hour") {
    CHECK(MeterUse{1, 36h}.tenths_a_day() == 1);
    CHECK(MeterUse{1, 49h}.tenths_a_day() == 0);
    CHECK(MeterUse{5, 59min}.tenths_a_day() == std::nullopt);
    CHECK(MeterUse{5, 0s}.tenths_a_day() == std::nullopt);
}

TEST_CASE("over the limit is more than it in a day, and an hour does not stand for a day") {
    CHECK(!MeterUse{100, 24h}.is_over(100));
    CHECK(MeterUse{101, 24h}.is_over(100));
    CHECK(!MeterUse{200, 48h}.is_over(100));
    CHECK(!MeterUse{100, 1h}.is_over(100));
    CHECK(MeterUse{101, 1h}.is_over(100));
    CHECK(!MeterUse{9'999'999'999, 24h}.is_over(0));
}

TEST_CASE("sums: each reading beside the one before it, the first beside the last of earlier days") {
    const Date day{std::chrono::year{2026} / 11 / 23};
    std::vector<MeterReading> readings{reading(12, 48h, 1300), reading(10, 0h, 1000),  reading(11, 24h, 1100),
                                       reading(13, 72h, 20),   reading(3, -240h, 900), reading(14, 96h, 50)};
    for (MeterReading& one : readings) {
        one.limit = 150;
        one.business_date = day + std::chrono::floor<std::chrono::days>(one.at - kMorning);
    }
    const DateRange week{day, day + std::chrono::days{7}};
    const auto sums = meter_sums(readings, week);
    REQUIRE(sums.size() == 1);
    const MeterSums& water = sums.at("water");
    CHECK(water.readings == 5);
    CHECK(water.last.tenths == 50);
    CHECK(water.use.tenths == 100 + 100 + 200 + 30);
    CHECK(water.use.during == 240h + 24h + 24h + 24h);
    CHECK(water.over == 1);
    CHECK(water.below == 1);
    CHECK(meter_sums({readings[1]}, week).at("water").use.during == 0s);
    CHECK(meter_sums({readings[4]}, week).empty());
}

TEST_CASE("the limit of a day is not escaped by reading often") {
    const Date day{std::chrono::year{2026} / 11 / 23};
    for (const int readings_a_day : {1, 2, 6, 24, 96}) {
        CAPTURE(readings_a_day);
        std::vector<MeterReading> readings;
        for (int i = 0; i <= 2 * readings_a_day; ++i) {
            readings.push_back(reading(i + 1, i * 24h / readings_a_day, 480 * i / readings_a_day));
            readings.back().limit = 400;
            readings.back().business_date = day + std::chrono::days{(i + readings_a_day - 1) / readings_a_day};
        }
        const MeterSums sums = meter_sums(readings, {day, day + std::chrono::days{7}}).at("water");
        CHECK(sums.use.tenths == 960);
        CHECK(sums.over == 2);
    }
}
