// SPDX-License-Identifier: MIT
// What should checkin do?
#include <doctest/doctest.h>

#include "store/store.hpp"
#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::TestSite;

TEST_CASE("who types that another comes or goes is somebody of the plan, and stands in the entry") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* part : {"staff", "out"}) {
        const char* whom = std::string_view{part} == "staff" ? "Li Na" : "Zhang Wei";
        CHECK(site.run({"checkin", part, whom, "--by", "Nobody Here"}).code == 2);
    }
    REQUIRE(site.run({"checkin", "staff", "Li Na", "--by", "Zhang Wei"}).code == 0);  // 6
    onduty::Store store{site.file(), onduty::Store::Mode::read};
    CHECK(store.entry(6)->actor == "A02");
    CHECK(store.entry(6)->typed_by == "A01");
    CHECK(store.entry(5)->typed_by.empty());
}

TEST_CASE("checkin staff says who is on duty, when, and the seal") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"checkin", "staff", "Li Na"});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.substr(0, ran.out.rfind(' ')) == "#6 Li Na on duty: Day guard. 2026-11-23 Mon 20:30, seal");
}

TEST_CASE("checkin list shows everybody on duty") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"checkin", "list"}).out ==
          lines({
              "No.  Who        People  Post or host  Seat  Since             For min  Remark",
              "A01  Zhang Wei       1  Night guard         2026-11-23 20:30        0",
          }));
    CHECK(site.run({"checkin", "list", "--json"}).out.find("\"who\":\"Zhang Wei\"") != std::string::npos);
}

TEST_CASE("checkin refuses a second time on duty and writes nothing") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"checkin", "staff", "zw"});
    CHECK(ran.code == 4);
    CHECK(ran.out.empty());
    CHECK(ran.err == "onduty: Zhang Wei is on duty since 2026-11-23 Mon 20:30. Going off: onduty checkin out A01\n");
    CHECK(site.run({"log", "6"}).code == 2);
}

TEST_CASE("checkin refuses a post that the person does not have") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"checkin", "staff", "Li Na", "--post", "bar"}).code == 4);
    CHECK(site.run({"checkin", "staff", "Li Na", "--post", "brr"}).err.find("Did you mean bar?") != std::string::npos);
}

TEST_CASE("checkin of an unknown person suggests the nearest") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"checkin", "staff", "Li Ma"});
    CHECK(ran.code == 2);
    CHECK(ran.err ==
          "onduty: The plan has no person \"Li Ma\". Did you mean Li Na? onduty plan shows the names.\n"
          "You typed: onduty --site " +
              site.file() + " checkin staff 'Li Ma'\n");
}

TEST_CASE("checkin out tells how long it was, and refuses an open round") {
    TestSite site;
    TestSite::start_night(site);
    site.run({"patrol", "start"});
    CHECK(site.run({"checkin", "out", "zw"}).code == 4);
    site.run({"patrol", "end"});
    site.set_time("2026-11-24 09:00");
    const Ran ran = site.run({"checkin", "out", "zw"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("Zhang Wei off duty after 12 h 30 min.") != std::string::npos);
    CHECK(site.run({"checkin", "out", "zw"}).code == 4);
}

TEST_CASE("a claim within the grace is not late, beyond it is LATE and needs a reason") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    const Ran in_time = site.run({"checkin", "staff", "Li Na", "--at", "20:50"});
    CHECK(in_time.out.find("20:50 (10 min ago), seal") != std::string::npos);
    const Ran without = site.run({"checkin", "staff", "Wang", "--at", "20:30"});
    CHECK(without.code == 2);
    CHECK(without.err.find("say why with --reason") != std::string::npos);
    const Ran with = site.run({"checkin", "staff", "Wang", "--at", "20:30", "--reason", "forgot it"});
    CHECK(with.code == 0);
    CHECK(with.out.find(" LATE, seal ") != std::string::npos);
    CHECK(site.run({"log"}).out.find("on duty (forgot it) LATE, recorded 30 min after") != std::string::npos);
}

TEST_CASE("a time in the future is refused, one of however long ago taken with its reason") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"checkin", "staff", "Wang", "--at", "2026-11-23 21:30"}).code == 4);
    CHECK(site.run({"checkin", "staff", "Wang", "--at", "25:00"}).code == 2);
    CHECK(says(site.run({"checkin", "staff", "Wang", "--at", "2026-11-23 20:46"}).err, "say so with --reason"));
    CHECK(site.run({"checkin", "staff", "Wang", "--at", "２０：２５"}).code == 0);
    CHECK(site.run({"complain", "new", "the lift stood", "--at", "2026-08-20 21:30", "--by", "Wang"}).code == 2);
    CHECK(says(site.run({"complain", "new", "the lift stood", "--at", "2026-08-20 21:30", "--reason", "on paper",
                         "--by", "Wang"})
                   .out,
               "C1 complaint, severity 3: the lift stood. 2026-08-20 Thu 21:30 (94 days ago) LATE"));
}

TEST_CASE("a shift that begins after midnight belongs to the evening's business date") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 00:30");
    site.run({"checkin", "staff", "Wang"});
    CHECK(site.run({"log", "6", "--json"}).out.find("\"business_date\":\"2026-11-23\"") != std::string::npos);
}

TEST_CASE("a dry run shows the entry and records nothing") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"checkin", "staff", "Li Na", "--dry-run"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("Not recorded (dry run): Li Na on duty") == 0);
    CHECK(site.run({"verify"}).out.find("entries 1 to 5,") != std::string::npos);
}

TEST_CASE("checkin answers in Chinese") {
    TestSite site;
    TestSite::start_night(site);
    site.language = "zh";
    const Ran ran = site.run({"签到", "上岗", "Li Na"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("Li Na") != std::string::npos);
    CHECK(ran.out.find("周一 20:30") != std::string::npos);
    CHECK(ran.out.find("封签") != std::string::npos);
}

TEST_CASE("who comes too late to a post with too few people hears by how much") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* name : {"Ann", "Bea", "Cay"}) {
        REQUIRE(site.run({"plan", "add", "staff", name, "--post", "front-desk", "--by", "Wang"}).code == 0);
    }
    // The plan came after the desk had opened: nothing was planned on that day.
    CHECK(site.run({"checkin", "staff", "Cay"}).err.empty());
    site.run({"checkin", "out", "Cay"});
    site.set_time("2026-11-24 08:55");
    CHECK(site.run({"checkin", "staff", "Ann"}).err.empty());
    site.set_time("2026-11-24 09:17");
    const Ran second = site.run({"checkin", "staff", "Bea"});
    CHECK(second.code == 0);
    CHECK(second.err == "Late by 17 min: Front desk opened at 09:00 and needs 2 at once; there so far: 1.\n");
    site.set_time("2026-11-24 12:00");
    CHECK(site.run({"checkin", "staff", "Cay"}).err.empty());
    CHECK(site.run({"checkin", "staff", "Li Na"}).err.empty());
    // Relieved without a gap, and after one.
    site.set_time("2026-11-24 13:00");
    for (const char* name : {"Bea", "Cay", "Li Na"}) {
        REQUIRE(site.run({"checkin", "out", name}).code == 0);
    }
    CHECK(site.run({"checkin", "staff", "Bea"}).err.empty());
    REQUIRE(site.run({"checkin", "out", "Bea"}).code == 0);
    site.set_time("2026-11-24 13:30");
    CHECK(site.run({"checkin", "staff", "Bea"}).err ==
          "Too few for 30 min: Front desk needs 2 at once and was short from 13:00; there so far: 1.\n");
}

TEST_CASE("a post that is short, or that nobody is left at, is said when somebody leaves, and in due while it is open") {
    TestSite site;
    site.set_time("2026-11-24 08:50");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
    onduty::test::bring_on_duty(site, {{"Ann", "front-desk"}, {"Dora", "front-desk"}, {"Nat", "night-guard"}});
    site.set_time("2026-11-24 10:00");
    CHECK_FALSE(says(site.run({"due"}).out, "Front desk: "));
    CHECK(says(site.run({"checkin", "out", "Dora"}).err, "Front desk needs 2 at once until 20:30; there now: 1.\n"));
    site.set_time("2026-11-24 10:04");
    CHECK_FALSE(says(site.run({"due"}).out, "Front desk: "));  // within the tolerance
    site.set_time("2026-11-24 10:30");
    const std::string due = site.run({"due", "--json"}).out;
    CHECK(says(due, "\"due\":\"2026-11-24 10:00\",\"minutes\":-30,\"what\":\"Front desk: 1 of 2 there\""));
    CHECK(says(site.run({"report", "day", "--block", "staff", "--csv"}).out, "front-desk,Front desk,2,2,2.83,0,0,30\r\n"));
    site.set_time("2026-11-24 22:00");
    CHECK_FALSE(says(site.run({"due"}).out, "Front desk: "));
    CHECK(says(site.run({"checkin", "out", "Nat"}).err, "Nobody is left at Night guard, until 08:00.\n"));
}

TEST_CASE("the begin of a shift that is put on another day takes the shift there, with what its person did in it") {
    TestSite site;
    site.set_time("2026-11-25 08:50");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
    onduty::test::bring_on_duty(site, {{"Ann", "front-desk"}, {"Wang", "supervisor"}});
    site.set_time("2026-11-26 09:00");
    const int begun = onduty::test::entry_of(site.run({"checkin", "staff", "Ann"}));
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Ann"}).code == 0);
    REQUIRE(site.run({"checkin", "out", "Ann"}).code == 0);
    site.set_time("2026-11-26 09:05");
    const auto staff = [&] { return site.run({"report", "week", "2026-11-26", "--block", "staff", "--csv"}).out; };
    const std::string before = staff();
    const std::string number = std::to_string(begun);
    const Ran moved = site.run(
        {"correct", number, "--time", "2026-11-25 22:00", "--reason", "was here since yesterday", "--by", "Wang"});
    REQUIRE_MESSAGE(moved.code == 0, moved.err);
    CHECK(says(moved.out, "It counts for 2026-11-25."));
    CHECK(says(staff(), "2026-11-26,front-desk,Front desk,2,0,0,"));
    CHECK(says(site.run({"report", "week", "2026-11-26", "--block", "reception", "--csv"}).out, "\r\n2026-11-25,1,2,"));
    REQUIRE(site.run({"correct", std::to_string(onduty::test::entry_of(moved)), "--void", "--reason", "no", "--by", "Wang"})
                .code == 2);
    REQUIRE(site.run({"correct", std::to_string(onduty::test::entry_of(moved)), "--void", "--reason", "it was not so",
                      "--by", "Wang"})
                .code == 0);
    CHECK(staff() == before);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("hours that two shifts of one person have in common count once") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 08:00");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-24 12:00");
    REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
    site.set_time("2026-11-24 11:00");  // the clock was put back
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-24 13:00");
    REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
    const std::string csv = site.run({"report", "day", "--block", "staff", "--csv"}).out;
    CHECK_MESSAGE(csv.find(",guard,Day guard,,1,5,,") != std::string::npos, csv);
}
