// SPDX-License-Identifier: MIT
// What should serve do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Two people arrive at 20:40 as V1.
void arrive(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "看房"}).code == 0);
}

}  // namespace

TEST_CASE("an order is brought, the minutes between are told") {
    TestSite site;
    arrive(site);
    const Ran order = site.run({"serve", "order", "V1", "tea=2"});
    CHECK(order.code == 0);
    CHECK(says(order.out, "V1 orders"));
    site.set_time("2026-11-23 20:44");
    const Ran brought = site.run({"serve", "deliver", "V1"});
    CHECK(brought.code == 0);
    CHECK(says(brought.out, "4 min after the order."));
    CHECK(site.run({"serve", "deliver", "V1"}).code == 4);
}

TEST_CASE("of two orders each waits from its own time, in answers, due and the bar's figures") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"serve", "order", "V1", "tea=1"}).code == 0);
    site.set_time("2026-11-23 20:55");
    REQUIRE(site.run({"serve", "order", "V1", "coffee=1"}).code == 0);
    const Ran too_soon = site.run({"serve", "deliver", "V1", "coffee", "--at", "20:50"});
    CHECK(too_soon.code == 4);
    CHECK(says(too_soon.err, "V1 ordered at 2026-11-23 Mon 20:55, later than that."));
    site.set_time("2026-11-23 20:56");
    CHECK(says(site.run({"serve", "deliver", "V1", "tea"}).out, "16 min after the order."));
    site.set_time("2026-11-23 20:58");
    CHECK(says(site.run({"due"}).out, "bring the order"));
    CHECK(says(site.run({"serve", "deliver", "V1"}).out, "3 min after the order."));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "bar", "--csv"}).out,
               "2026-11-23,1,2,3,16,1,1,100.0,2"));
}

TEST_CASE("more drinks than people would drink are remarked, not refused") {
    TestSite site;
    arrive(site);
    const Ran order = site.run({"serve", "order", "V1", "tea=7"});
    CHECK(order.code == 0);
    CHECK(says(order.out + order.err, "7 drinks for 2 people"));
    CHECK(!says(site.run({"serve", "order", "V1", "tea=6"}).err, "6 drinks for 2 people"));
}

TEST_CASE("a group that has left orders nothing") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
    const Ran order = site.run({"serve", "order", "V1", "tea"});
    CHECK(order.code == 4);
    CHECK(says(order.err, "V1 left at"));
    CHECK(site.run({"log", "8"}).code == 2);
}

TEST_CASE("a seat in use, an unknown drink and an unknown visit are refused") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"serve", "seat", "V1", "A1"}).code == 0);
    REQUIRE(site.run({"checkin", "visit", "--party", "1", "--purpose", "x"}).code == 0);
    const Ran taken = site.run({"serve", "seat", "V2", "A1"});
    CHECK(taken.code == 4);
    CHECK(says(taken.err, "is taken by V1"));
    // Who sat there at the time that is told is not sent away.
    REQUIRE(site.run({"serve", "seat", "V1", "A2"}).code == 0);
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run({"serve", "seat", "V1", "A3"}).code == 0);
    REQUIRE(site.run({"serve", "seat", "V2", "A1"}).code == 0);
    CHECK(site.run({"serve", "seat", "V2", "A2", "--at", "20:45"}).err ==
          "onduty: Seat Table A2 was that of V1 at 20:45. Choose another, or see: onduty log --visit V1\n");
    CHECK(site.run({"serve", "order", "V1", "petrol"}).code == 2);
    CHECK(site.run({"serve", "order", "V1", "tea=-1"}).code == 2);
    CHECK(site.run({"serve", "order", "V9", "tea"}).code == 2);
}
