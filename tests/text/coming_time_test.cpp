// SPDX-License-Identifier: MIT
// How is a time typed that is still to come?
#include "text/coming_time.hpp"

#include <doctest/doctest.h>

#include "error.hpp"
#include "text/site_zone.hpp"
#include "text/time_words.hpp"

using namespace onduty;

TEST_CASE("a time to come is read in the site's zone") {
    const SiteZone zone{"Asia/Shanghai"};
    const Instant now = read_time("2026-11-28 13:30", zone, Instant{} + std::chrono::hours{24 * 366 * 60});
    const auto read = [&](const char* text) { return date_time_text(zone, read_coming_time(text, zone, now)); };
    CHECK(read("14:00") == "2026-11-28 14:00");
    CHECK(read("１４：００") == "2026-11-28 14:00");
    CHECK(read("9:30") == "2026-11-29 09:30");
    CHECK(read("13:30") == "2026-11-29 13:30");
    CHECK(read("tomorrow 09:00") == "2026-11-29 09:00");
    CHECK(read("明天 09:00") == "2026-11-29 09:00");
    CHECK(read("2026-12-01 09:00") == "2026-12-01 09:00");
    CHECK(read("12-01 09:00") == "2026-12-01 09:00");
    CHECK(read("01-15 09:00") == "2027-01-15 09:00");
    for (const char* wrong : {"", "later", "25:00", "2026-02-30 09:00", "today 13:00", "2026-11-27 09:00", "14"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(read_coming_time(wrong, zone, now), UsageError);
    }
}

TEST_CASE("a time that the clock skips is refused") {
    const SiteZone zone{"Europe/Berlin"};
    const Instant now = read_time("2026-03-28 12:00", zone, Instant{} + std::chrono::hours{24 * 366 * 60});
    CHECK_THROWS_AS(read_coming_time("2026-03-29 02:30", zone, now), UsageError);
    CHECK(date_time_text(zone, read_coming_time("2026-03-29 03:30", zone, now)) == "2026-03-29 03:30");
}
