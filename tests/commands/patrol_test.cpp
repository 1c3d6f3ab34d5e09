// SPDX-License-Identifier: MIT
// What should patrol do?
#include <doctest/doctest.h>

#include <fstream>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// A round from `start`, points two minutes apart, without those in `left_out`.
void walk(TestSite& site, const std::string& date, int hour, const std::string& left_out = "") {
    const auto at = [&](int minute) {
        site.set_time(date + (hour < 10 ? " 0" : " ") + std::to_string(hour) + (minute < 10 ? ":0" : ":") +
                      std::to_string(minute));
    };
    at(2);
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    int minute = 2;
    for (const std::string point : {"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}) {
        if (point != left_out) {
            at(minute += 2);
            REQUIRE(site.run({"patrol", "point", point}).code == 0);
        }
    }
    at(minute + 1);
    REQUIRE(site.run({"patrol", "end"}).code == (left_out.empty() ? 0 : 3));
}

}  // namespace

TEST_CASE("a round: start, points, end") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:03");
    const Ran start = site.run({"patrol", "start", "night"});
    CHECK(start.code == 0);
    CHECK(start.out.find(
              "#6 Night round begins for 21:00: points 9, first P01 Main gate. 2026-11-23 Mon 21:03, seal 6-") == 0);
    CHECK(start.out.find("\nLook for fire, theft, explosion, sabotage.\n") != std::string::npos);
    site.set_time("2026-11-23 21:05");
    const Ran point = site.run({"patrol", "point", "P01"});
    CHECK(point.out.find("#7 P01 Main gate, ok. 2026-11-23 Mon 21:05, seal 7-") == 0);
    site.set_time("2026-11-23 21:07");
    const Ran fault = site.run({"patrol", "point", "p02", "--fault", "灯坏了"});
    CHECK(fault.out.find("#8 P02 Car park, FAULT: 灯坏了. Repair C1. 2026-11-23 Mon 21:07") == 0);
    const Ran end = site.run({"patrol", "end"});
    CHECK(end.code == 3);
    CHECK(end.out.find("#10 Night round INCOMPLETE: visits 2, faults 1, took 4 min; left out: P03 Pool and garden, P04 ") ==
          0);
}

TEST_CASE("a number is a point of the route, several are typed at once, and the answer says how it goes on") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    site.set_time("2026-11-23 21:05");
    const Ran first = site.run({"patrol", "point", "3"});
    CHECK(says(first.out, "#7 P03 "));
    CHECK(says(first.out, "\nNext P04 "));
    CHECK(says(first.out, ", left 8.\n"));
    site.set_time("2026-11-23 21:20");
    const Ran range = site.run({"patrol", "point", "5-6"});
    CHECK(says(range.out, "#8 P05 "));
    CHECK(says(range.out, "#9 P06 "));
    CHECK(says(range.out, "\nNext P07 "));
    site.set_time("2026-11-23 21:40");
    const Ran list = site.run({"patrol", "point", "P07，P08", "９"});
    CHECK(says(list.out, "#12 P09 "));
    CHECK(says(list.out, "\nNext P01 Main gate, left 3.\n"));
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"P01", "nowhere"}, {"1-12"}, {"P01，P99"}}) {
        std::vector<std::string> command{"patrol", "point"};
        command.insert(command.end(), words.begin(), words.end());
        const Ran refused = site.run(command);
        CHECK(refused.code != 0);
        CHECK(says(refused.err, "None of these points was recorded."));
    }
    CHECK_FALSE(says(site.run({"patrol", "point", "12"}).err, "None of these"));
    CHECK(site.run({"log", "13"}).code == 2);
    const std::string due = site.run({"patrol"}).out;
    CHECK(says(due, "open round, left 3 of 9, next P01 Main gate"));
    CHECK(says(due, "onduty patrol point P01"));
    site.set_time("2026-11-23 21:50");
    CHECK(
        says(site.run({"patrol", "point", "1", "2", "4"}).out, "\nAll points are visited. Next: onduty patrol end\n"));
    CHECK(says(site.run({"patrol"}).out, "all points visited, the round is open"));
    CHECK(site.run({"patrol", "end"}).code == 0);
    CHECK_FALSE(says(site.run({"patrol"}).out, "open round"));
}

TEST_CASE("a range of points means the same however it is typed, and what does not fit is refused with the way") {
    const std::vector<std::vector<std::string>> ranges{{"4-6"},
                                                       {"4..6"},
                                                       {"4~6"},
                                                       {"4至6"},
                                                       {"P04-P06"},
                                                       {"P04..P06"},
                                                       {"p04～p06"},
                                                       {"P04至P06"},
                                                       {"P04到06"},
                                                       {"P04—P06"},
                                                       {"P4-P6"},
                                                       {"P04", "-", "P06"},
                                                       {"P04", "至", "P06"},
                                                       {"P04", "to", "P06"}};
    for (const std::vector<std::string>& range : ranges) {
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
        site.set_time("2026-11-23 20:40");
        std::vector<std::string> command{"patrol", "point"};
        command.insert(command.end(), range.begin(), range.end());
        const Ran typed = site.run(command);
        CAPTURE(range.front());
        CHECK_MESSAGE(typed.code == 0, typed.err);
        CHECK(says(typed.out, "#7 P04 "));
        CHECK(says(typed.out, "#8 P05 "));
        CHECK(says(typed.out, "#9 P06 "));
        CHECK(says(typed.out, "left 6.\n"));
    }
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    CHECK(says(site.run({"patrol", "point", "P07-P12"}).err, "P10 is not on this route. Its points are: P01"));
    CHECK(says(site.run({"patrol", "point", "P06-P04"}).err, "Forwards: onduty patrol point P04-P06"));
    CHECK(says(site.run({"patrol", "point", "6..4"}).err, "Forwards: onduty patrol point P04-P06"));
    CHECK(says(site.run({"patrol", "point", "Car park..Offices and storage"}).err, "onduty patrol point P02-P08"));
    CHECK(site.run({"patrol", "point", "P01-Z03"}).code != 0);
    CHECK(site.run({"log", "7"}).code == 2);
    CHECK(site.run({"patrol", "point", "P02-P03,P05"}).code == 0);
    CHECK(site.run({"log", "9"}).code == 0);
}

TEST_CASE("a number that fits two points of the route is asked") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    const std::string name = "name = \"Car park\"";
    REQUIRE(says(plan, name.c_str()));
    plan.insert(plan.find(name) + name.size(), "\naliases = [\"No.5\"]");
    std::ofstream{site.directory() + "/two.toml"} << plan;
    REQUIRE(site.run({"plan", "apply", site.directory() + "/two.toml"}).code == 0);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    const Ran asked = site.run({"patrol", "point", "5"});
    CHECK(asked.code == 2);
    CHECK(says(asked.err, "\"5\" can mean Car park (P02), "));
    CHECK(site.run({"patrol", "point", "P05"}).code == 0);
}

TEST_CASE("a round that was left open over the next one is incomplete, and its end says so") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 03:00");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08"}).code == 0);
    site.set_time("2026-11-24 07:40");
    REQUIRE(site.run({"patrol", "point", "P09"}).code == 0);
    const Ran end = site.run({"patrol", "end"});
    CHECK(end.code == 3);
    CHECK(says(end.err,
               "The last point came at 07:40, and the round of 03:00 had to be complete before 04:10: it counts as "
               "incomplete."));
    site.set_time("2026-11-24 10:00");
    const Ran day = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"});
    CHECK(says(day.out, "2026-11-23,night-round,2026-11-24 03:00,incomplete,2026-11-24 03:00,0,Zhang Wei,6,,"));
    CHECK(says(site.run({"report", "day", "2026-11-23"}).out,
               "2026-11-24 03:00  Night round: Zhang Wei: last point 2026-11-24 07:40"));
}

TEST_CASE("a round goes by its route as it was when it began, whatever the plan says meanwhile") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    const std::string points =
        "points = [\"P01\", \"P02\", \"P03\", \"P04\", \"P05\", \"P06\", \"P07\", \"P08\", \"P09\"]";
    const std::size_t place = plan.find(points);
    REQUIRE(place != std::string::npos);
    plan.replace(place, points.size(), "points = [\"P01\", \"P02\"]");
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P01"}).code == 0);
    site.set_time("2026-11-23 21:02");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0}).code == 0);
    site.set_time("2026-11-23 21:20");
    CHECK(site.run({"patrol", "point", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}).code == 0);
    CHECK(site.run({"patrol", "end"}).code == 0);
    site.set_time("2026-11-23 22:00");
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    CHECK(says(site.run({"patrol", "point", "P03"}).err, "P03 Pool and garden is not on this route."));
}

TEST_CASE("a round that was typed late is said to be that, as the report says") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 03:30");
    REQUIRE(site.run({"patrol", "start", "night", "--at", "23:00", "--reason", "had no light"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}).code == 0);
    const Ran end = site.run({"patrol", "end"});
    CHECK(end.code == 3);
    CHECK(says(end.err, "The round of 23:00 counts as typed late, and another has to accept it: onduty accept 6"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out,
               "2026-11-23,night-round,2026-11-23 23:00,typed_late,"));
}

TEST_CASE("points that come too fast or twice are marked") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    site.run({"patrol", "start"});
    site.set_time("2026-11-23 21:05");
    const Ran both = site.run({"patrol", "point", "P01", "P02"});
    CHECK(both.out.find("P01 Main gate, ok. 2026") != std::string::npos);
    CHECK(both.out.find("P02 Car park, ok. Too fast from the point before; it is marked.") != std::string::npos);
    site.set_time("2026-11-23 21:15");
    CHECK(site.run({"patrol", "point", "P01"}).out.find("Already visited in this round; it is marked.") !=
          std::string::npos);
    CHECK(site.run({"log", "--kind", "point"}).out.find("[repeated]") != std::string::npos);
}

TEST_CASE("a round that is typed at the desk within the grace is marked as typed together") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:10");
    REQUIRE(site.run({"patrol", "start", "--at", "21:56"}).code == 0);
    for (int point = 1; point <= 9; ++point) {
        const Ran ran = site.run({"patrol", "point", "P0" + std::to_string(point), "--at", "22:0" + std::to_string(point)});
        CHECK(says(ran.out, "Typed together with the one before; it is marked.") == (point > 0));
    }
    CHECK(site.run({"patrol", "end"}).code == 0);
    CHECK(says(site.run({"log"}).out, "[typed together]"));
    const std::string points = site.run({"report", "day", "2026-11-23", "--block", "points", "--csv"}).out;
    CHECK(says(points, "point,name,visits,faults,too_fast,repeated,typed_together,"));
    CHECK(says(points, "P09,Fire pump and switch room,1,0,0,0,1,"));
    // Walked and typed as he went, with his watch a minute behind, is nothing of the kind.
    site.set_time("2026-11-23 23:00");
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    for (int point = 1; point <= 9; ++point) {
        site.set_time("2026-11-23 23:" + std::to_string(10 + 2 * point));
        const Ran ran = site.run({"patrol", "point", "P0" + std::to_string(point), "--at", "1 min ago"});
        CHECK_FALSE(says(ran.out, "marked"));
    }
}

TEST_CASE("a point that was forgotten is told between those that were typed at once") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    site.set_time("2026-11-23 21:05");
    REQUIRE(site.run({"patrol", "point", "P01"}).code == 0);
    site.set_time("2026-11-23 21:11");
    REQUIRE(site.run({"patrol", "point", "P03"}).code == 0);
    const Ran forgotten = site.run({"patrol", "point", "P02", "--at", "21:07"});
    CHECK(says(forgotten.out, "#9 P02 Car park, ok. 2026-11-23 Mon 21:07 (4 min ago)"));
    CHECK(says(site.run({"patrol", "point", "P04", "--at", "21:05"}).out, "Too fast from the point before"));
    CHECK(says(site.run({"patrol", "point", "P05", "--at", "20:59"}).err, "Entry 6 comes before it and was at"));
    // The next one is counted from the last one, not from what was typed last.
    CHECK(says(site.run({"patrol", "point", "P09"}).out,
               "P09 Fire pump and switch room, ok. Too fast from the point before"));
    site.set_time("2026-11-23 21:20");
    CHECK(says(site.run({"patrol", "end"}).out, "visits 5, faults 0, took 20 min"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the answer says for which planned round a round counts, and that another was walked for it") {
    TestSite site;
    TestSite::start_night(site);
    const auto walk = [&](const char* time) {
        site.set_time(std::string{"2026-11-23 "} + time);
        const Ran begun = site.run({"patrol", "start"});
        REQUIRE(site.run({"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}).code == 0);
        REQUIRE(site.run({"patrol", "end"}).code == 0);
        return begun.out;
    };
    CHECK(says(walk("20:55"), "begins for 21:00"));
    CHECK(says(walk("21:05"), "begins as an extra one, that of 21:00 was walked"));
    CHECK(says(walk("21:40"), "begins for 22:00"));  // early
    CHECK(says(site.run({"report", "day", "--block", "patrol", "--csv"}).out, "night-round"));
}

TEST_CASE("words behind an option that may be repeated are words by their place") {
    TestSite site;
    TestSite::start_night(site);
    CHECK(site.run({"patrol", "check", "closing", "1", "--fault", "2=lamp is out", "3", "4"}).code == 3);
    CHECK(says(site.run({"report", "day", "--block", "checks", "--csv"}).out, ",1,1,4,3,0,1,0,75.0"));
}

TEST_CASE("what was missed is explained however long ago it was") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2027-02-03 20:00");
    CHECK(says(site.run({"patrol", "explain", "2026-11-24 03:07", "was ill then"}).err, "Nothing was due at"));
    CHECK(site.run({"patrol", "explain", "2026-11-24 03:00", "was ill then"}).code == 0);
    CHECK(says(site.run({"patrol", "explain", "2026-11-24 03:00", "was ill then"}).err, "it is explained"));
    // The last slot of a night is of the date before.
    CHECK(site.run({"patrol", "explain", "2026-11-24 08:00", "was ill then"}).code == 0);
    CHECK(says(site.run({"log", "--last", "1", "--csv"}).out, ",2026-11-23,"));
}

TEST_CASE("a scanner's lines are logged one by one, bad ones answered and passed over") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    site.run({"patrol", "start"});
    const Ran ran = site.run_with_input({"patrol", "point", "-"}, "P01\r\nP0X\n\nＰ０２\n", std::chrono::seconds{60});
    CHECK(ran.code == 2);
    CHECK(ran.out.find("#7 P01 Main gate, ok. 2026-11-23 Mon 21:01") == 0);
    CHECK(ran.out.find("#8 P02 Car park, ok. 2026-11-23 Mon 21:04") != std::string::npos);
    CHECK(ran.err.find("The plan has no checkpoint \"P0X\".") != std::string::npos);
}

TEST_CASE("what does not fit is refused and nothing is written") {
    TestSite site;
    TestSite::start_night(site);
    const std::string before = site.run({"verify"}).out;
    CHECK(site.run({"patrol", "point", "P01"}).code == 4);
    CHECK(site.run({"patrol", "point", "P01"}).err == "onduty: No round is open. First: onduty patrol start\n");
    CHECK(site.run({"patrol", "end"}).code == 4);
    CHECK(site.run({"patrol", "start", "nigth"}).err.find("Did you mean night?") != std::string::npos);
    CHECK(site.run({"patrol", "start", "--by", "Li Na"}).code == 4);
    CHECK(site.run({"patrol", "strat"}).code == 2);
    CHECK(site.run({"patrol", "point", "P01", "--falt", "x"})
              .err.find("There is no option --falt. Did you mean --fault?") != std::string::npos);
    CHECK(site.run({"patrol", "point", "P01\x1b[2J"}).code == 2);
    CHECK(site.run({"patrol", "point", "\xc4\xe3"}).err.find("is not UTF-8") != std::string::npos);
    CHECK(site.run({"verify"}).out == before);
    CHECK(site.run({"patrol", "start"}).code == 0);
    CHECK(site.run({"patrol", "start"}).code == 4);
    CHECK(site.run({"patrol", "point", "P99"}).code == 2);
}

TEST_CASE("the closing check lists its items, takes answers, and says what has none") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:45");
    const Ran list = site.run({"patrol", "check", "closing"});
    CHECK(says(site.run({"patrol", "check", "closing", "--json"}).out, "{\"number\":1,\"block\":"));
    CHECK(list.code == 0);
    CHECK(list.out.find("   1  All lamps off except the emergency lamps\n") != std::string::npos);
    const Ran part = site.run({"patrol", "check", "closing", "1-3,5", "--fault", "4=tap drips"});
    CHECK(part.code == 3);
    CHECK(
        part.out.find("Closing check: ok 4, fixed 0, faults 1, not applicable 0. INCOMPLETE, no answer for 6, 7, 8.") !=
        std::string::npos);
    const Ran whole = site.run({"patrol", "check", "closing", "all", "--fixed", "3=was on", "--na", "8=no smokers"});
    CHECK(whole.code == 0);
    CHECK(whole.out.find("Closing check: ok 6, fixed 1, faults 0, not applicable 1.") != std::string::npos);
    CHECK(site.run({"patrol", "check", "closing", "9"}).code == 2);
    CHECK(site.run({"patrol", "check", "closing", "1", "1"}).code == 2);
    CHECK(site.run({"patrol", "check", "closing", "--fault", "4"}).code == 2);
}

TEST_CASE("an item with a season is asked in its months, by business date") {
    TestSite site;
    TestSite::start_night(site);
    const std::string plan = site.plan();
    const std::string gas = "[[checklist.item]]\ncode = \"pipes\"\ntext = \"Pipes warm\"\nmonths = [12]\n\n";
    const std::string winter = std::string{plan}.insert(plan.find("[[checklist.item]]"), gas);
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, winter, std::chrono::seconds{0}).code == 0);
    const std::string november = "   8  No smouldering ash, nothing that burns near heat\n";
    const std::string december = "   1  Pipes warm\nLamps\n   2  All lamps off";
    // The night that began in November is November's.
    site.set_time("2026-12-01 05:59");
    CHECK(site.run({"patrol", "check", "closing"}).out.find(november) != std::string::npos);
    CHECK(site.run({"patrol", "check", "closing", "9"}).err.find("numbered 1 to 8.") != std::string::npos);
    CHECK(site.run({"patrol", "check", "closing", "all"}).out.find("Closing check: ok 8,") != std::string::npos);
    site.set_time("2026-12-01 06:00");
    CHECK(site.run({"patrol", "check", "closing"}).out.find(december) != std::string::npos);
    CHECK(site.run({"patrol", "check", "closing", "all"}).out.find("Closing check: ok 9,") != std::string::npos);
    CHECK(site.run({"patrol", "check", "closing", "all", "--at", "05:50"}).out.find("ok 8,") != std::string::npos);
    site.set_time("2027-01-01 06:00");
    CHECK(site.run({"patrol", "check", "closing"}).out.find(november) != std::string::npos);
}

TEST_CASE("a scored check says its points, when every item has an answer") {
    TestSite site;
    TestSite::start_night(site);
    std::string plan = site.plan();
    plan.insert(plan.find("[[checklist.item]]"), "scored = true\n\n");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0}).code == 0);
    const auto answer = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"patrol", "check", "closing"});
        return site.run(std::move(words)).out;
    };
    CHECK(answer({"all"}).find(" not applicable 0. Score 8 of 8. 2026-") != std::string::npos);
    CHECK(answer({"all", "--fixed", "1=off", "--na", "2=none", "--fault", "5=warm"})
              .find("ok 5, fixed 1, faults 1, not applicable 1. Score 7 of 8. Repair C1. 2026-") != std::string::npos);
    CHECK(answer({"1-7"}).find("INCOMPLETE, no answer for 8. No score. 2026-") != std::string::npos);
}

TEST_CASE("only a miss can be explained, once, and by an entry") {
    TestSite site;
    TestSite::start_night(site);
    walk(site, "2026-11-23", 21);
    walk(site, "2026-11-23", 23);
    site.set_time("2026-11-24 00:20");
    CHECK(site.run({"patrol", "explain", "22:00"}).code == 2);
    CHECK(site.run({"patrol", "explain", "21:00", "was away"}).code == 4);
    CHECK(site.run({"patrol", "explain", "21:00", "was away"}).err.find("was not missed, it is on time") !=
          std::string::npos);
    CHECK(site.run({"patrol", "explain", "22:30", "was away"}).code == 4);
    const Ran ran = site.run({"patrol", "explain", "22:00", "helped the fire brigade"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("Night round of 2026-11-23 22:00 explained: helped the fire brigade.") != std::string::npos);
    CHECK(site.run({"patrol", "explain", "22:00", "once more"}).code == 4);
}

TEST_CASE("incidents are numbered, and witnesses stay out of the log") {
    TestSite site;
    TestSite::start_night(site);
    const Ran first = site.run({"patrol", "incident", "门被撬", "--category", "theft", "--place", "P01", "--phoned",
                                "Wang", "--witness", "老赵 13800000000"});
    CHECK(first.code == 0);
    CHECK(first.out.find("Incident 1, Theft: 门被撬.") != std::string::npos);
    const Ran second = site.run({"patrol", "incident", "smoke", "--category", "fire"});
    CHECK(second.out.find("Incident 2, Fire: smoke.") != std::string::npos);
    CHECK(second.err.find("Nobody was phoned yet.") == 0);
    CHECK(site.run({"log", "--json"}).out.find("13800000000") == std::string::npos);
    CHECK(site.run({"verify"}).code == 0);
    CHECK(site.run({"patrol", "incident", "smoke", "--category", "fier"}).err.find("Did you mean fire?") !=
          std::string::npos);
    CHECK(site.run({"patrol", "incident", "smoke"}).err.find("--category CATEGORY is missing.") != std::string::npos);
}

TEST_CASE("a round after midnight belongs to the business date on which the shift began") {
    TestSite site;
    TestSite::start_night(site);
    walk(site, "2026-11-24", 2, "P07");
    const Ran day = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"});
    CHECK(day.out.find("2026-11-23,night-round,2026-11-24 02:00,incomplete,2026-11-24 02:02,2,Zhang Wei,6,P07,") !=
          std::string::npos);
}
