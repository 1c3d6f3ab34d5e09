// SPDX-License-Identifier: MIT
// What should due do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::TestSite;

TEST_CASE("due lists what is late first and says what to type") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:05");
    const Ran ran = site.run({"due"});
    CHECK(ran.code == 3);
    CHECK(ran.out == lines({
                         "State    Due               Min  What           Type",
                         "OVERDUE  2026-11-23 20:30  -35  Closing check  onduty patrol check closing",
                         "now      2026-11-23 21:00   -5  Night round    onduty patrol start night",
                         "later    2026-11-23 22:00   55  Night round    onduty patrol start night",
                     }));
}

TEST_CASE("a miss stays in due until it is explained") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"patrol", "check", "closing", "all"});
    site.set_time("2026-11-23 22:00");
    CHECK(site.run({"due"}).out.find(
              "MISSED  2026-11-23 21:00  -60  Night round  onduty patrol explain \"2026-11-23 21:00\" \"...\"") !=
          std::string::npos);
    CHECK(site.run({"due"}).code == 3);
    site.run({"patrol", "explain", "21:00", "accident at the gate"});
    CHECK(site.run({"due"}).code == 0);
    CHECK(site.run({"due"}).out.find("MISSED") == std::string::npos);
}

TEST_CASE("without a command a terminal shows what is due, a pipe gets the help") {
    TestSite site;
    TestSite::start_night(site);
    site.terminal = true;
    CHECK(site.run({}).out.find("Closing check") != std::string::npos);
    site.terminal = false;
    const Ran piped = site.run({});
    CHECK(piped.code == 2);
    CHECK(piped.out.empty());
    CHECK(piped.err.find("Usage: onduty") != std::string::npos);
}

TEST_CASE("JSON lists everything that comes in the next hours") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"due", "--json"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("{\"state\":\"soon\",\"due\":\"2026-11-24 08:00\",\"minutes\":690,\"what\":\"Night round\"") !=
          std::string::npos);
}
