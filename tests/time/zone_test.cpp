// SPDX-License-Identifier: MIT
// Does the site's zone come from the plan and from nothing else?
#include "time/zone.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <ostream>
#include <random>

#include "store/scratch.hpp"
#include "text/error.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

using oracle::utc;

// Sets a variable of the environment and puts it back.
class Variable {
  public:
    Variable(const char* name, const char* value) : name_{name} {
        const char* before = std::getenv(name);
        had_ = before != nullptr;
        before_ = had_ ? before : "";
        ::setenv(name, value, 1);
    }
    ~Variable() { had_ ? ::setenv(name_, before_.c_str(), 1) : ::unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
    bool had_ = false;
    std::string before_;
};

}  // namespace

TEST_CASE("offsets of Shanghai, London, Kathmandu and UTC") {
    CHECK(SiteZone{"Asia/Shanghai"}.offset_at(utc(2026, 11, 23, 12)).count() == 28800);
    CHECK(SiteZone{"Europe/London"}.offset_at(utc(2026, 7, 1, 12)).count() == 3600);
    CHECK(SiteZone{"Europe/London"}.offset_at(utc(2026, 11, 23, 12)).count() == 0);
    CHECK(SiteZone{"Asia/Kathmandu"}.offset_at(utc(2026, 11, 23, 12)).count() == 20700);
    CHECK(SiteZone{"America/St_Johns"}.offset_at(utc(2026, 11, 23, 12)).count() == -12600);
    CHECK(SiteZone{"UTC"}.offset_at(utc(2026, 7, 1, 12)).count() == 0);
}

TEST_CASE("the offset changes at the very second") {
    const SiteZone zone{"Europe/London"};
    CHECK(zone.offset_at(utc(2026, 3, 29, 1) - std::chrono::milliseconds{1}).count() == 0);
    CHECK(zone.offset_at(utc(2026, 3, 29, 1)).count() == 3600);
    CHECK(zone.offset_at(utc(2026, 10, 25, 1) - std::chrono::milliseconds{1}).count() == 3600);
    CHECK(zone.offset_at(utc(2026, 10, 25, 1)).count() == 0);
}

TEST_CASE("whatever is asked in whatever order, the answer is the C library's") {
    const char* const kNames[] = {"Asia/Shanghai",     "Europe/London",   "America/St_Johns", "Australia/Lord_Howe",
                                  "Africa/Casablanca", "Pacific/Chatham", "America/New_York", "Asia/Tehran",
                                  "Antarctica/Troll",  "Asia/Kathmandu",  "Pacific/Apia",     "UTC"};
    std::mt19937 dice{7};
    const auto pick = [&](unsigned count) { return static_cast<unsigned>(dice()) % count; };
    for (const char* name : kNames) {
        const SiteZone zone{name};
        // Half of them around the changes of spring and autumn, where an answer for a whole day would be wrong.
        for (int i = 0; i < test::turns(4000); ++i) {
            const auto year = 1971 + static_cast<int>(pick(70));
            const auto spring = utc(year, i % 4 == 0 ? 3 : 10, 20 + pick(11), static_cast<int>(pick(24)));
            const Instant at = (i % 2 == 0 ? spring : utc(year, 1, 1, 0) + std::chrono::hours{pick(8760)}) +
                               std::chrono::seconds{pick(3600)};
            const auto asked = zone.offset_at(at);
            const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
            std::tm local{};
            ::localtime_r(&seconds, &local);  // still the zone of `zone`
            CAPTURE(name);
            CAPTURE(seconds);
            REQUIRE(asked.count() == local.tm_gmtoff);
        }
    }
}

TEST_CASE("an instant of the past has the zone of then, whatever clock changed it") {
    int asked = 0;
    const Instant first = utc(2026, 3, 1, 12);
    const Instant second = utc(2026, 11, 23, 12);
    const Instant ahead = utc(2027, 6, 1, 12);  // of a clock that was wrong
    const SiteZones zone{"Europe/London", second, [&] {
                             ++asked;
                             return std::vector<SiteZones::Since>{{Instant::min(), "Asia/Shanghai"},
                                                                  {first, "Asia/Kathmandu"},
                                                                  {ahead, "America/St_Johns"},
                                                                  {second, "Europe/London"}};
                         }};
    const std::chrono::milliseconds least{1};
    CHECK(zone.offset_at(utc(2027, 7, 1, 12)).count() == 3600);
    CHECK(zone.offset_at(second).count() == 0);
    CHECK(asked == 0);
    CHECK(zone.offset_at(second - least).count() == 20700);
    CHECK(zone.offset_at(first).count() == 20700);
    CHECK(zone.offset_at(first - least).count() == 28800);
    CHECK(zone.offset_at(utc(2001, 1, 1, 0)).count() == 28800);
    CHECK(asked == 1);
    const SiteZones same{"Europe/London", second, [] { return std::vector<SiteZones::Since>{}; }};
    CHECK(same.offset_at(utc(2026, 7, 1, 12)).count() == 3600);
    // The wall of a change westward shows some times twice, of one eastward some never.
    const LocalTime noon{std::chrono::local_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{12}};
    CHECK(meaning_of(zone, noon + std::chrono::hours{2}).kind == LocalKind::repeated);
    CHECK(meaning_of(zone, noon + std::chrono::hours{6}).kind == LocalKind::unique);
}

TEST_CASE("the user's TZ does not move the site") {
    const Variable tz{"TZ", "America/New_York"};
    ::tzset();
    CHECK(SiteZone{"Asia/Shanghai"}.offset_at(utc(2026, 11, 23, 12)).count() == 28800);
}

TEST_CASE("the user's own zone files do not move the site") {
    const scratch::Directory directory;
    std::filesystem::create_directory(directory.file("Asia"));
    std::filesystem::copy_file("/usr/share/zoneinfo/Etc/UTC", directory.file("Asia/Shanghai"));
    const Variable zones{"TZDIR", directory.path().c_str()};
    const SiteZone other{"UTC"};  // the C library reads a zone again only after another one
    CHECK(SiteZone{"Asia/Shanghai"}.offset_at(utc(2026, 11, 23, 12)).count() == 28800);
}

TEST_CASE("a zone is a file of zone data by its full name") {
    for (const char* name : {"Asia/Shanghai", "Europe/London", "UTC", "Etc/GMT+5"}) {
        CAPTURE(std::string{name});
        CHECK(zone_exists(name));
    }
    for (const char* name : {"", "Asia", "Asia/", "Mars/Base", "asia/shanghai", "/etc/localtime",
                             "../zoneinfo/Asia/Shanghai", "zone.tab", "tzdata.zi", "Beijing", "UTC+8"}) {
        CAPTURE(std::string{name});
        CHECK_FALSE(zone_exists(name));
        CHECK_THROWS_AS(SiteZone{name}, Failure);
    }
}

}  // namespace onduty
