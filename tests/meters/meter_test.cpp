// SPDX-License-Identifier: MIT
// What should serve meter do, and what do due, log and report tell of it?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

constexpr const char* kMeters = R"(
[[meter]]
code = "water"
name = "Water meter"
unit = "m3"
limit = 12.5

[[rule]]
code = "water-reading"
name = "Read the water"
kind = "at"
times = ["21:00"]
early = 60
late = 60
meter = "water"
)";

void open_with_meter(TestSite& site) {
    TestSite::start_night(site);
    const Ran plan = site.run({"plan", "export"});
    REQUIRE(
        site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan.out + kMeters, std::chrono::seconds{0}).code ==
        0);
}

}  // namespace

TEST_CASE("a meter is read daily: due until then, the use since, too much and too little") {
    TestSite site;
    open_with_meter(site);
    CHECK(says(site.run({"due"}).out, "onduty serve meter water ..."));
    const Ran first = site.run({"serve", "meter", "water", "4200"});
    CHECK(first.code == 0);
    CHECK(says(first.out, "Water meter 4200 m3, the first reading."));
    CHECK(!says(site.run({"due"}).out, "serve meter"));
    const auto new_day = [&](const char* time) {
        site.run({"checkin", "out", "zw"});
        site.set_time(time);
        site.run({"checkin", "staff", "zw"});
    };
    new_day("2026-11-24 20:30");
    const Ran second = site.run({"serve", "抄表", "Water meter", "4211.5"});
    CHECK(second.code == 0);
    CHECK(says(second.out, "Water meter 4211.5 m3: 11.5 m3 since 2026-11-23 Mon 20:30, 11.5 m3 a day."));
    CHECK(says(site.run({"log", "--last", "1"}).out, "Water meter 4211.5 m3"));
    new_day("2026-11-25 20:30");
    const Ran over = site.run({"serve", "meter", "water", "4230"});
    CHECK(over.code == 3);
    CHECK(says(over.out, "18.5 m3 a day, OVER the limit of 12.5 m3."));
    new_day("2026-11-26 20:30");
    const Ran less = site.run({"serve", "meter", "water", "12", "--note", "new meter"});
    CHECK(less.code == 3);
    CHECK(says(less.out, "Water meter 12 m3, BELOW the 4230 m3 of 2026-11-25 Wed 20:30."));
    CHECK(says(less.err, "--void"));
    CHECK(says(site.run({"log", "--last", "1"}).out, "below the last"));
    CHECK(site.run({"report", "week", "2026-11-24", "--block", "meters", "--csv"}).out ==
          "meter,name,unit,readings,last,used,used_a_day,limit,over,below\r\n"
          "water,Water meter,m3,4,12,30,15,12.5,1,1\r\n");
    CHECK(says(site.run({"report", "week", "2026-11-24"}).out, "Meters"));
}

TEST_CASE("what is no reading, and what is no meter, is not recorded") {
    TestSite bare;
    TestSite::start_night(bare);
    const Ran none = bare.run({"serve", "meter", "water", "4200"});
    CHECK(none.code == 4);
    CHECK(says(none.err, "The plan has no [[meter]]"));
    TestSite site;
    open_with_meter(site);
    CHECK(site.run({"serve", "meter", "gas", "4200"}).code == 2);
    for (const char* wrong : {"much", "-4", "4.25"}) {
        const Ran ran = site.run({"serve", "meter", "water", wrong});
        CHECK(ran.code == 2);
        CHECK(says(ran.err, "is no reading such as 4211.5"));
    }
}

TEST_CASE("a reading is held against the limit of its own time, whatever the plan says later") {
    TestSite site;
    open_with_meter(site);
    REQUIRE(site.run({"serve", "meter", "water", "4200"}).code == 0);
    site.set_time("2026-11-24 20:30");
    CHECK(site.run({"serve", "meter", "water", "4230"}).code == 3);
    const auto block = [&] { return site.run({"report", "week", "2026-11-24", "--block", "meters", "--csv"}).out; };
    CHECK(says(block(), ",1,0\r\n"));
    std::string plan = site.plan();
    plan.replace(plan.find("limit = 12.5"), 12, "limit = 99.5");
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    CHECK(says(block(), ",1,0\r\n"));
}

TEST_CASE("what a meter was called and measured in stays when the plan no longer has it, and often is not less") {
    TestSite site;
    open_with_meter(site);
    site.run({"serve", "meter", "water", "4200"});
    site.set_time("2026-11-23 23:30");
    CHECK(site.run({"serve", "meter", "water", "4207"}).code == 0);
    site.set_time("2026-11-24 02:30");
    const Ran often = site.run({"serve", "meter", "water", "4214"});
    CHECK(often.code == 3);
    CHECK(says(often.out, "7 m3 since 2026-11-23 Mon 23:30; 14 m3 on 2026-11-23, OVER the limit of 12.5 m3."));
    std::string plan = site.plan();
    plan.erase(plan.find(kMeters));
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Wang"}, plan, std::chrono::seconds{0}).code == 0);
    CHECK(says(site.run({"log", "--last", "2"}).out, "Water meter 4214 m3"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "meters", "--csv"}).out,
               "water,Water meter,m3,3,4214,14,"));
}
