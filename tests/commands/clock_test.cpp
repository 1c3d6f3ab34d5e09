// SPDX-License-Identifier: MIT
// Is nobody hindered by a wrong clock, is what it spoiled in doubt, and right again once somebody declares it?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app.hpp"
#include "support.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

Ran by_wang(TestSite& site, std::vector<std::string> words) {
    words.insert(words.end(), {"--by", "Wang", "--reason", "the battery was changed"});
    return site.run(std::move(words));
}

// Wang comes on duty; then Li Na by a clock that is a year ahead, which is set right five minutes later. With it entry
// 7 closes the days of that year.
void start_year_ahead(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2027-11-23 20:40");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).out.find("#8 ") == 0);
    site.set_time("2026-11-23 20:45");
    REQUIRE(site.run({"patrol", "start", "night", "--by", "Li Na"}).code == 0);
}

}  // namespace

TEST_CASE("no clock is in doubt in a log in order") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = site.run({"clock"});
    CHECK(ran.code == 0);
    CHECK(ran.out == "No clock is in doubt.\n");
}

TEST_CASE("a clock a year ahead hinders nobody, and its declaration puts the shift where it was") {
    TestSite site;
    start_year_ahead(site);
    CHECK(site.run({"patrol", "point", "P01", "--by", "Li Na"}).code == 0);
    CHECK(site.run({"patrol", "end", "--by", "Li Na"}).code == 3);
    site.set_time("2026-11-23 21:50");
    CHECK(site.run({"checkin", "out", "Li Na"}).code == 0);
    site.set_time("2026-11-24 09:00");
    const std::string due = site.run({"due"}).out;
    CHECK(due.rfind("This clock stands at 2026-11-24 Tue 09:00, before what was recorded at 2027-11-23", 0) == 0);
    CHECK(says(due, "Clock in doubt: #7-12  onduty clock"));
    CHECK(says(site.run({"log"}).out, "on duty [clock in doubt]"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--csv"}).out, "night-round,Night round,12,0,0,0,0,0,0,12,0,"));
    const Ran shown = site.run({"clock"});
    CHECK(shown.code == 3);
    CHECK(says(shown.out, "What was due from 2026-11-23 20:30 on is in doubt, neither on time nor missed."));
    CHECK(says(shown.out, "#7-8 were recorded from 2027-11-23 20:40 to 2027-11-23 20:40 by their clock."));
    CHECK(says(shown.out, "#9-12 were recorded from 2026-11-23 20:45 to 2026-11-23 21:50 by their clock."));
    const Ran said = by_wang(site, {"clock", "7-8", "--was", "2026-11-23 20:40"});
    CHECK(says(said.out, "#13 Clock of #7-8: -525600 min. #7 was recorded at 2026-11-23 Mon 20:40. "));
    CHECK(site.run({"clock"}).out == "No clock is in doubt.\nEntry 13 declares the clock of #7-8: -525600 min.\n");
    CHECK_FALSE(says(site.run({"due"}).out, "clock"));
    CHECK(says(site.run({"report", "day", "2026-11-23"}).out,
               "The clock that recorded #7-8 was wrong; it is read with -525600 min, as entry 13 declares."));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--csv"}).out, "night-round,Night round,12,0,0,0,0,0,0,0,11,"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "staff", "--csv"}).out, "guard,Day guard,,1,1.17,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a time that was told without its date moves along, one with its date stands") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-24 05:00");  // nine in the evening
    const auto note = [&](const char* at) {
        return entry_of(by_wang(site, {"note", "task", "lock the gate", "--until", "2026-12-01 10:00", "--at", at}));
    };
    const int moving = note("04:50");
    const int standing = note("2026-11-23 20:50");
    site.set_time("2026-11-23 21:10");
    REQUIRE(by_wang(site, {"note", "task", "ring the bell", "--until", "2026-12-01 10:00"}).code == 0);
    REQUIRE(by_wang(site, {"clock", std::to_string(moving) + "-" + std::to_string(standing), "--was", "21:00"}).code ==
            0);
    for (const int task : {moving, standing}) {
        const std::string shown = site.run({"note", "show", std::to_string(task)}).out;
        CHECK_MESSAGE(says(shown, "2026-11-23 Mon 20:50"), shown);
    }
    CHECK(says(site.run({"log", std::to_string(moving)}).out, "correction clock"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("while the clock is behind a told time refuses nothing, nor is one with its date ahead") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "A B"}).code == 0);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);
    site.set_time("2020-11-23 21:30");
    const Ran back = site.run({"lend", "back", "umbrella", "7", "--at", "21:25"});
    CHECK_MESSAGE(back.code == 0, back.err);
    const Ran left = site.run({"checkin", "out", "V1", "--at", "2026-11-23 21:20"});
    CHECK_MESSAGE(left.code == 0, left.err);
    site.set_time("2026-11-23 21:40");
    CHECK(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(by_wang(site, {"clock", "8-9", "--was", "2026-11-23 21:30"}).code == 0);
    CHECK(site.run({"clock"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the hint goes on past the newest time in front, as far as the shifts of the wrong clock go") {
    TestSite site;
    TestSite::start_night(site);
    const auto task = [&](const char* when, const char* who) {
        site.set_time(when);
        return entry_of(site.run({"note", "task", "lock the gate", "--until", "2026-12-01 10:00", "--by", who}));
    };
    const int before = task("2026-11-23 20:35", "zw");
    site.set_time("2026-11-23 12:40");  // eight hours behind
    const int first = entry_of(site.run({"checkin", "staff", "Wang"}));
    REQUIRE(first == before + 1);
    const int middle = task("2026-11-23 19:00", "Wang");
    const int last = task("2026-11-23 22:30", "Wang");
    const int right = task("2026-11-24 07:00", "zw");
    REQUIRE(right > last);
    const std::string range = std::to_string(first) + "-" + std::to_string(last);
    const std::string shown = site.run({"clock"}).out;
    CHECK_MESSAGE(says(shown, ("#" + range).c_str()), shown);
    const Ran half = by_wang(site, {"clock", std::to_string(first) + "-" + std::to_string(middle), "--was", "20:40"});
    const std::string remark = "#" + std::to_string(middle + 1) + " stands before #" + std::to_string(middle) +
                               " now. If the same clock wrote it: onduty clock " + range;
    CHECK_MESSAGE(says(half.err, remark.c_str()), half.err);
    const Ran whole = by_wang(site, {"clock", range, "--was", "2026-11-23 20:40"});
    CHECK_MESSAGE(!says(whole.err, "stands before"), whole.err);
    const std::string moved = site.run({"log", std::to_string(last)}).out;
    CHECK_MESSAGE(says(moved, "2026-11-24 06:30"), moved);
    CHECK(site.run({"verify"}).code == 0);
}

namespace {

// By a machine that was started meanwhile, so that it has no other clock to compare with.
Ran since_boot(const std::string& boot, TestSite& site, std::vector<std::string> words) {
    Ran ran;
    Output out{[&](std::string_view text) { return ran.out += text, true; }};
    Output err{[&](std::string_view text) { return ran.err += text, true; }};
    Environment environment = site.environment(out, err);
    environment.clock = [&boot, clock = environment.clock] { return Moment{clock().wall, clock().boot, boot}; };
    words.insert(words.begin(), {"--site", site.file()});
    ran.code = run(words, environment);
    return ran;
}

// Zhang Wei walks the whole night route from then on by the clock of the machine, a point every two minutes. Answers
// the first and the last of its entries.
std::pair<int, int> walk(TestSite& site, const std::string& date, int hour, int minute) {
    const auto set = [&](int after) {
        const int at = hour * 60 + minute + after;
        site.set_time(fmt::format("{} {:02}:{:02}", date, at / 60, at % 60));
    };
    const std::string boot = fmt::format("{:02}:{:02}", hour, minute);
    set(0);
    const int first = entry_of(since_boot(boot, site, {"patrol", "start", "night", "--by", "zw"}));
    for (int point = 1; point <= 9; ++point) {
        set(2 * point);
        REQUIRE(since_boot(boot, site, {"patrol", "point", "P0" + std::to_string(point), "--by", "zw"}).code == 0);
    }
    return {first, entry_of(since_boot(boot, site, {"patrol", "end", "--by", "zw"}))};
}

std::string range_text(std::pair<int, int> range) {
    return std::to_string(range.first) + "-" + std::to_string(range.second);
}

}  // namespace

TEST_CASE("a clock that was wrong is said to have been wrong for whole rounds") {
    for (const bool ahead : {true, false}) {
        CAPTURE(ahead);
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
        // Really at 22:02 and 23:02; the one by a clock that is an hour ahead, or the other by one an hour behind.
        const auto one = walk(site, "2026-11-23", ahead ? 23 : 22, 2);
        const auto other = walk(site, "2026-11-23", ahead ? 23 : 22, ahead ? 3 : 15);
        const auto wrong = ahead ? one : other;
        const std::string was = ahead ? "2026-11-23 22:02" : "2026-11-23 23:15";
        site.set_time("2026-11-24 00:30");
        const std::string shown = site.run({"clock"}).out;
        CHECK_MESSAGE(says(shown, ("#" + range_text(wrong) + " were recorded").c_str()), shown);
        // Who declares a part is told of the rest, and what is printed then declares all of it.
        const std::pair<int, int> part{ahead ? wrong.first + 1 : wrong.first, ahead ? wrong.second : wrong.first + 2};
        const Ran half =
            by_wang(site, {"clock", range_text(part), "--was", ahead ? "2026-11-23 22:04" : "2026-11-23 23:15"});
        REQUIRE_MESSAGE(half.code == 0, half.err);
        const std::string hint = "onduty clock " + range_text(wrong) + " --was \"" + was + "\"";
        CHECK_MESSAGE(says(half.err, hint.c_str()), half.err);
        const Ran whole = by_wang(site, {"clock", range_text(wrong), "--was", was});
        REQUIRE_MESSAGE(whole.code == 0, whole.err);
        CHECK_MESSAGE(!says(whole.err, "stands before"), whole.err);
        CHECK(says(site.run({"clock"}).out, "No clock is in doubt."));
        const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
        for (const char* due : {"2026-11-23 22:00,on_time", "2026-11-23 23:00,"}) {
            CHECK_MESSAGE(says(slots, due), slots);
        }
        CHECK(!says(slots, "2026-11-23 23:00,missed"));
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("who declares the begin of a round by a clock that was far behind is told of the rest of it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto round = walk(site, "2026-11-23", 18, 2);  // really at 22:02, all of it behind what is in front
    site.set_time("2026-11-24 00:30");
    const Ran part = by_wang(site, {"clock", range_text({round.first, round.first + 5}), "--was", "2026-11-23 22:02"});
    REQUIRE_MESSAGE(part.code == 0, part.err);
    const std::string hint = "onduty clock " + range_text(round) + " --was \"2026-11-23 22:02\"";
    CHECK_MESSAGE(says(part.err, hint.c_str()), part.err);
    const Ran whole = by_wang(site, {"clock", range_text(round), "--was", "2026-11-23 22:02"});
    REQUIRE_MESSAGE(whole.code == 0, whole.err);
    CHECK_MESSAGE(!says(whole.err, "stands before"), whole.err);
}

TEST_CASE("what was told while something in front stood ahead counts for its own date once that is declared") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    site.set_time("2027-11-24 08:00");
    const std::string closing = site.run({"report", "day", "2026-11-23", "--block", "reception"}).err;
    site.set_time("2026-11-24 08:50");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const int told =
        entry_of(by_wang(site, {"checkin", "visit", "--party", "3", "--purpose", "look", "--at", "2026-11-23 18:00"}));
    const auto groups = [&](const char* date) {
        return site.run({"report", "day", date, "--block", "reception", "--json"}).out;
    };
    const std::string clocks = site.run({"clock"}).out;
    const std::size_t at = clocks.find("  #") + 3;
    const std::string first = clocks.substr(at, clocks.find(' ', at) - at);
    const Ran said = by_wang(site, {"clock", first, "--was", "2026-11-24 08:45"});
    CHECK_MESSAGE(said.code == 0, said.err);
    CHECK_MESSAGE(says(groups("2026-11-23"), "\"groups\":1"), groups("2026-11-23"));
    CHECK_MESSAGE(!says(groups("2026-11-24"), "\"groups\":1"), groups("2026-11-24"));
    CHECK(told > 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what is no declaration is refused with what to type") {
    TestSite site;
    start_year_ahead(site);
    const std::vector<std::string> good{"clock", "7-8", "--was", "20:40"};
    CHECK(says(by_wang(site, {"clock", "8"}).err, "Add --was TIME"));
    CHECK(says(by_wang(site, {"clock", "9-7", "--was", "20:40"}).err, "Write the first and the last one: 3-9."));
    CHECK(says(by_wang(site, {"clock", "70", "--was", "20:40"}).err, "There is no entry 70; the last one is 9."));
    CHECK(says(by_wang(site, {"clock", "--was", "20:40"}).err, "Of which entries was the clock wrong?"));
    CHECK(says(site.run({"clock", "8", "--was", "20:40", "--by", "Wang"}).err, "Add --reason \"...\""));
    CHECK(says(site.run({"clock", "8", "--was", "20:40", "--by", "Li Na", "--reason", "I saw it"}).err,
               "Li Na may not say what a wrong clock was. Who may: Wang."));
    REQUIRE(by_wang(site, good).code == 0);
    CHECK(by_wang(site, good).code == 0);  // the last one holds, they are not added
    CHECK(says(site.run({"log", "8"}).out, "2026-11-23 20:40"));
}

TEST_CASE("a plan that is changed behind a report, the clock set back, takes away nothing that was missed") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-25 12:00");
    const auto rounds = [&] {
        const std::string rows = site.run({"report", "day", "2026-11-23", "--block", "patrol", "--csv"}).out;
        return rows.substr(rows.find("night-round"),
                           rows.find('\n', rows.find("night-round")) - rows.find("night-round"));
    };
    const std::string before = rounds();
    CHECK(before.rfind("night-round,Night round,12,0,0,0,0,0,0,0,12,", 0) == 0);
    site.set_time("2026-11-23 20:35");
    const Ran removed = site.run({"plan", "remove", "rule", "night-round", "--by", "Wang"});
    CHECK(says(removed.out, "What is due goes by it from 2026-11-25 Wed 12:00 on"));
    site.set_time("2026-11-25 12:01");
    CHECK(rounds() == before);
    // The clock is asked for all the same.
    const Ran shown = site.run({"clock"});
    CHECK(shown.code == 3);
    CHECK_FALSE(says(shown.out, "What was due"));
    CHECK(says(shown.out, "was recorded at 2026-11-23 20:35 by its clock."));
}

}  // namespace onduty
