// SPDX-License-Identifier: MIT
// What becomes of a shift that nobody closed, and of the day on which something counts?
#include "book/duty.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Sunday 2026-11-22, 20:00: Li at the night guard's post, Na at the desk, both off duty.
void found(TestSite& site) {
    site.set_time("2026-11-22 20:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Li", "--post", "night-guard"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Na", "--post", "front-desk"}).code == 0);
}

std::string block(TestSite& site, const char* span, const char* day, const char* name) {
    return site.run({"report", span, day, "--block", name, "--csv"}).out;
}

}  // namespace

TEST_CASE("a forgotten shift lends its date to nothing, is spoken of, and stops where it went stale") {
    TestSite site;
    found(site);
    site.set_time("2026-11-22 20:30");
    REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
    site.set_time("2026-11-24 21:00");
    CHECK(says(site.run({"due"}).out, "Li: not signed off"));
    CHECK(says(site.run({"checkin", "list"}).out, "not signed off, counts until 2026-11-23 09:00"));
    REQUIRE(site.run({"note", "task", "mend the fence", "--until", "2026-11-30"}).code == 0);
    CHECK(says(site.run({"log", "--day", "2026-11-24"}).out, "mend the fence"));
    const Ran back = site.run({"checkin", "staff", "Li"});
    CHECK(back.code == 0);
    CHECK(says(back.err, "that shift counts until 2026-11-23 Mon 09:00."));
    CHECK_FALSE(says(site.run({"due"}).out, "not signed off"));
    CHECK(says(block(site, "day", "2026-11-22", "staff"), "2026-11-22,night-guard,Night guard,,1,12.5,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a begin that was moved is asked of the plan again, not of what was kept with it") {
    TestSite site;
    found(site);
    site.set_time("2026-11-22 20:30");
    REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
    site.set_time("2026-11-22 20:40");
    REQUIRE(site.run({"correct", "4", "--time", "2026-11-22 13:00", "--reason", "came for the day"}).code == 0);
    site.set_time("2026-11-23 06:00");
    CHECK_FALSE(says(site.run({"due"}).out, "Li: not signed off"));
    site.set_time("2026-11-23 07:30");  // 17 hours after 13:00, and before the night's shift would be stale
    CHECK(says(site.run({"due"}).out, "Li: not signed off"));
}

TEST_CASE("who signs off a stale shift hears until when it counts, and can say another end") {
    TestSite site;
    found(site);
    site.set_time("2026-11-22 20:30");
    REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
    site.set_time("2026-11-25 10:00");
    const Ran off = site.run({"checkin", "out", "Li"});
    CHECK(says(off.out, "Li off duty after 12 h 30 min."));
    CHECK(says(off.err, "onduty correct 5 --time \"2026-11-23 09:00\" --reason"));
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,12.5,,"));
    REQUIRE(site.run({"checkin", "staff", "Na"}).code == 0);
    REQUIRE(site.run({"correct", "5", "--time", "2026-11-23 08:00", "--reason", "left at eight"}).code == 0);
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,11.5,,"));
    REQUIRE(site.run({"correct", "5", "--time", "2026-11-23 10:00", "--reason", "the police came"}).code == 0);
    CHECK(says(block(site, "week", "2026-11-22", "staff"), ",1,13.5,,"));
}

TEST_CASE("what is typed for yesterday counts for yesterday, and nobody is there twice") {
    TestSite site;
    found(site);
    site.set_time("2026-11-23 09:00");
    REQUIRE(site.run({"checkin", "staff", "Na"}).code == 0);
    site.set_time("2026-11-23 20:30");
    REQUIRE(site.run({"checkin", "out", "Na"}).code == 0);
    const Ran twice = site.run({"checkin", "staff", "Na", "--at", "15:00", "--reason", "typed again by mistake"});
    CHECK(twice.code == 4);
    CHECK(says(twice.err, "Na was on duty from 2026-11-23 Mon 09:00 to 2026-11-23 Mon 20:30 already, entry 4."));
    site.set_time("2026-11-24 09:00");
    REQUIRE(site.run({"checkin", "staff", "Na"}).code == 0);
    site.set_time("2026-11-24 09:10");
    REQUIRE(site.run({"checkin", "visit", "--party", "4", "--first", "--purpose", "look", "--at", "yesterday 20:10",
                      "--reason", "busy last night"})
                .code == 0);
    CHECK(says(block(site, "week", "2026-11-23", "reception"), "2026-11-23,1,4,"));
    CHECK_FALSE(says(block(site, "week", "2026-11-24", "reception"), "2026-11-24,"));
}

TEST_CASE("who comes early for a night comes for that night") {
    TestSite site;
    found(site);
    site.set_time("2026-11-23 17:30");
    REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
    site.set_time("2026-11-24 05:50");
    REQUIRE(site.run({"checkin", "staff", "Na"}).code == 0);  // the desk has no window: ten minutes before the day
    CHECK(says(site.run({"checkin", "list"}).out, "Na"));
    site.set_time("2026-11-24 06:30");
    CHECK(says(site.run({"log", "--day", "2026-11-23"}).out, "Li"));
    CHECK_FALSE(says(site.run({"log", "--day", "2026-11-23"}).out, "Na"));
    CHECK(says(site.run({"log", "--day", "2026-11-24"}).out, "Na"));
}

TEST_CASE("a wrong clock refuses nothing and measures nothing below zero") {
    TestSite site;
    found(site);
    site.set_time("2027-11-24 20:30");
    REQUIRE(site.run({"checkin", "staff", "Li"}).code == 0);
    site.set_time("2026-11-24 20:40");
    REQUIRE(site.run({"checkin", "staff", "Na"}).code == 0);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Na"}).code == 0);
    site.set_time("2026-11-24 20:30");
    CHECK(site.run({"checkin", "host", "V1", "Na", "--by", "Na"}).code == 0);
    CHECK(site.run({"serve", "order", "V1", "tea=1", "--by", "Na"}).code == 0);
    site.set_time("2026-11-24 20:20");
    CHECK(site.run({"serve", "deliver", "V1", "--by", "Na"}).code == 0);
    const Ran left = site.run({"checkin", "out", "V1", "--by", "Na"});
    CHECK(left.code == 0);
    CHECK(says(left.out, "V1 left after an unknown time."));
    CHECK(site.run({"checkin", "out", "Li"}).code == 0);
    for (const char* name : {"reception", "bar"}) {
        CHECK_FALSE(says(block(site, "week", "2026-11-24", name), ",-"));
    }
}
