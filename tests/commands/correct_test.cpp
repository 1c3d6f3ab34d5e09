// SPDX-License-Identifier: MIT
// What should correct do?
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Entries 6 round-start, 7 point P01, at 21:00 and 21:02.
void begin_round(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    site.run({"patrol", "start"});
    site.set_time("2026-11-23 21:02");
    site.run({"patrol", "point", "P01"});
}

std::string slots_of(TestSite& site) {
    return site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
}

// Date, rule, due time and state of each slot of the night.
std::string states_of(TestSite& site) {
    std::string states;
    int columns = 0;
    for (const char letter : slots_of(site)) {
        columns = letter == '\n' ? 0 : columns + (letter == ',' ? 1 : 0);
        states += columns < 4 ? std::string{letter} : "";
    }
    return states;
}

}  // namespace

TEST_CASE("a correction is a new entry, the original stays") {
    TestSite site;
    begin_round(site);
    const Ran ran = site.run({"correct", "7", "--point", "P02", "--reason", "wrong code"});
    CHECK(ran.code == 0);
    CHECK(ran.out.find("#8 Entry 7 corrected; the original stays readable.") == 0);
    CHECK(site.run({"log", "7"}).out.find("P01 Main gate") != std::string::npos);
    const std::string points = site.run({"report", "day", "2026-11-23", "--block", "points", "--csv"}).out;
    CHECK(points.find("P01,Main gate,0,") != std::string::npos);
    CHECK(points.find("P02,Car park,1,") != std::string::npos);
}

TEST_CASE("a void withdraws, once, and counts no more") {
    TestSite site;
    begin_round(site);
    CHECK(site.run({"correct", "7", "--void", "--reason", "was not there"}).code == 0);
    CHECK(site.run({"log", "--kind", "point"}).out.find("[void]") != std::string::npos);
    CHECK(site.run({"report", "day", "2026-11-23", "--block", "points", "--csv"}).out.find("P01,Main gate,0,") !=
          std::string::npos);
    CHECK(site.run({"correct", "7", "--void", "--reason", "once more"}).code == 4);
}

TEST_CASE("a time that is corrected into an earlier slot makes nothing on time there") {
    TestSite site;
    begin_round(site);
    site.set_time("2026-11-24 06:30");
    site.run({"patrol", "end"});
    site.run({"patrol", "start"});  // entry 9, for 06:00
    CHECK(site.run({"correct", "9", "--time", "03:00", "--reason", "forgot to type"}).code == 0);
    CHECK(site.run({"log", "--kind", "correction"}).out.find("LATE") != std::string::npos);
    const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
    CHECK(slots.find("night-round,2026-11-24 03:00,typed_late,2026-11-24 03:00,") != std::string::npos);
    CHECK(slots.find("night-round,2026-11-24 06:00,pending,") != std::string::npos);
}

TEST_CASE("a time put right by minutes on the next day leaves each round in the state that it had") {
    for (const char* begun : {"20:44", "20:52", "21:02", "21:08", "21:14"}) {
        TestSite site;
        TestSite::start_night(site);
        site.set_time(std::string{"2026-11-23 "} + begun);
        REQUIRE(site.run({"patrol", "start", "night"}).code == 0);  // entry 6
        for (int point = 1; point <= 9; ++point) {
            site.set_time("2026-11-23 21:" + std::to_string(20 + 4 * point));
            REQUIRE(site.run({"patrol", "point", "P0" + std::to_string(point)}).code == 0);
        }
        REQUIRE(site.run({"patrol", "end"}).code == 0);
        site.set_time("2026-11-24 09:00");
        const std::string before = states_of(site);
        CHECK(says(before, "night-round,2026-11-23 21:00,"));
        CHECK_FALSE(says(before, "night-round,2026-11-23 21:00,missed"));
        for (int entry = 6; entry <= 15; ++entry) {
            const std::string earlier = entry == 6 ? std::string{begun, 4} + std::string{char(begun[4] - 1)}
                                                   : "21:" + std::to_string(20 + 4 * (entry - 6) - 1);
            CAPTURE(begun);
            CAPTURE(earlier);
            REQUIRE(site.run({"correct", std::to_string(entry), "--time", "2026-11-23 " + earlier, "--reason",
                              "the clock on the wall"})
                        .code == 0);
            CHECK(states_of(site) == before);
        }
    }
}

TEST_CASE("what was told within the grace and typed too late stays late when its time is put right, unless into time") {
    for (const auto& [told, typed, right, state] :
         {std::array{"21:08", "21:20", "21:05", "late"}, std::array{"21:40", "21:48", "21:38", "late"},
          std::array{"21:48", "21:50", "21:47", "late"}, std::array{"21:48", "22:02", "21:47", "late"},
          std::array{"21:40", "21:48", "21:09", "typed_late"}, std::array{"21:02", "21:09", "21:08", "on_time"},
          std::array{"20:42", "20:55", "20:44", "early"}, std::array{"20:42", "20:55", "20:52", "early"}}) {
        TestSite site;
        TestSite::start_night(site);
        site.set_time(std::string{"2026-11-23 "} + typed);
        REQUIRE(site.run({"patrol", "start", "night", "--at", told}).code == 0);  // 6
        for (int point = 1; point <= 9; ++point) {
            REQUIRE(site.run({"patrol", "point", "P0" + std::to_string(point)}).code == 0);
        }
        REQUIRE(site.run({"patrol", "end"}).code == 0);
        site.set_time("2026-11-24 20:00");
        CAPTURE(told);
        CAPTURE(typed);
        CAPTURE(right);
        REQUIRE(site.run({"correct", "6", "--time", std::string{"2026-11-23 "} + right, "--reason", "the wall clock"})
                    .code == 0);
        CHECK(says(states_of(site), (std::string{"night-round,2026-11-23 21:00,"} + state).c_str()));
    }
}

TEST_CASE("an explanation counts for its slot, whenever it is said to have been given") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 08:30");
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    site.set_time("2026-11-27 09:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"patrol", "explain", "2026-11-23 21:00", "was ill", "--rule", "night-round"}).code == 0);  // 8
    site.set_time("2026-11-27 09:10");
    REQUIRE(site.run({"correct", "8", "--time", "2026-11-27 08:50", "--reason", "typed wrongly"}).code == 0);
    for (const char* span : {"day", "month"}) {
        CHECK(says(site.run({"report", span, "2026-11-23", "--block", "slots", "--csv"}).out,
                   "2026-11-23,night-round,2026-11-23 21:00,explained,"));
    }
}

TEST_CASE("of two late claims of one slot the one that is whole counts") {
    TestSite site;
    TestSite::start_night(site);
    const auto walk = [&](const char* begun, bool whole) {
        REQUIRE(site.run({"patrol", "start", "night", "--at", begun, "--reason", "typed late"}).code == 0);
        REQUIRE(site.run({"patrol", "point", "P01", "--at", begun, "--reason", "typed late"}).code == 0);
        for (int point = 2; whole && point <= 9; ++point) {
            REQUIRE(site.run({"patrol", "point", "P0" + std::to_string(point), "--at", begun, "--reason", "typed late"})
                        .code == 0);
        }
        site.run({"patrol", "end", "--at", begun, "--reason", "typed late"});
    };
    site.set_time("2026-11-24 04:00");
    walk("22:54", false);
    site.set_time("2026-11-24 05:40");
    walk("23:40", true);
    CHECK(says(slots_of(site), "night-round,2026-11-23 23:00,typed_late,2026-11-23 23:40,"));
}

TEST_CASE("what cannot be corrected is refused and nothing is written") {
    TestSite site;
    begin_round(site);
    CHECK(site.run({"correct", "7", "--note", "x"}).code == 2);
    CHECK(site.run({"correct", "7", "--note", "x"}).err.find("A correction needs a reason of four letters or more") !=
          std::string::npos);
    CHECK(site.run({"correct", "7", "--reason", "because"}).code == 2);
    CHECK(site.run({"correct", "99", "--note", "x", "--reason", "because"}).code == 2);
    CHECK(site.run({"correct", "1", "--note", "x", "--reason", "because"}).code == 4);
    CHECK(site.run({"correct", "6", "--point", "P02", "--reason", "because"}).code == 4);
    CHECK(site.run({"correct", "7", "--result", "fine", "--reason", "because"}).code == 4);
    CHECK(site.run({"correct", "7", "--time", "21:03", "--reason", "because"}).code == 4);
    CHECK(site.run({"correct", "seven", "--note", "x"}).err.find("\"seven\" is not the number of an entry.") !=
          std::string::npos);
    CHECK(site.run({"verify"}).out.find("entries 1 to 7,") != std::string::npos);
}

TEST_CASE("who signed off by mistake is on duty again when that is withdrawn, his round with him") {
    TestSite site;
    begin_round(site);
    site.set_time("2026-11-23 21:05");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"patrol", "end", "--by", "zw"}).code == 3);  // eight points are missing
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    CHECK(site.run({"patrol", "point", "P02", "--by", "zw"}).code == 4);
    REQUIRE(site.run({"correct", "10", "--void", "--reason", "meant Li Na", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"correct", "9", "--void", "--by", "zw", "--reason", "too early"}).code == 0);
    CHECK(site.run({"patrol", "point", "P02", "--by", "zw"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a shift does not end before what was done in it, whenever that was typed") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 23:00");
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);  // 6
    site.set_time("2026-11-24 09:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    for (const char* step : {"start", "end"}) {
        const Ran ran = site.run(
            {"patrol", step, "--who", "zw", "--by", "Wang", "--at", "2026-11-23 22:00", "--reason", "late"});
        REQUIRE_MESSAGE(ran.code != 4, ran.err);
    }
    const auto end_at = [&](const char* time) {
        return site.run({"correct", "6", "--time", time, "--reason", "left earlier", "--by", "Wang"});
    };
    const Ran early = end_at("2026-11-23 21:30");
    CHECK(early.code == 4);
    CHECK(early.err ==
          "onduty: Entry 9 comes before it and was at 2026-11-23 Mon 22:00, later than that. See: onduty log 9\n"
          "You typed: onduty --site " + site.file() + " correct 6 --time '2026-11-23 21:30' --reason 'left earlier' --by Wang\n");
    CHECK(end_at("2026-11-23 22:30").code == 0);
}

TEST_CASE("a result that becomes a fault says how its repair is opened, and that works as printed") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P01"}).code == 0);
    REQUIRE(site.run({"patrol", "point", "P02", "--fault", "lamp"}).code == 0);  // 8, case 9
    const Ran silent = site.run({"correct", "7", "--result", "fault", "--reason", "looked again"});
    CHECK(says(silent.err, "There are no words in it."));
    const Ran said =
        site.run({"correct", "7", "--result", "fault", "--note", "door is open", "--reason", "looked again"});
    CHECK(said.err == "If it is to be put right: onduty complain new repair --from 7 --place P01\n");
    CHECK(says(site.run({"complain", "new", "repair", "--from", "7", "--place", "P01"}).out, "door is open"));
    // Where there is a case nothing is to be opened.
    REQUIRE(site.run({"complain", "act", "C1", "new lamp ordered"}).code == 0);
    REQUIRE(site.run({"correct", "8", "--result", "ok", "--reason", "it lit up"}).code == 0);
    CHECK(site.run({"correct", "8", "--result", "fault", "--reason", "dark again"}).err.empty());
}

TEST_CASE("a result is corrected with the word that shows it") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00");
    site.run({"patrol", "start"});
    site.run({"patrol", "point", "P01", "--fault", "lamp"});
    const Ran refused = site.run({"--lang", "zh", "correct", "7", "--result", "好", "--reason", "看错了灯"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "可以写：正常，异常"));
    CHECK(says(site.run({"correct", "7", "--result", "good", "--reason", "wrong lamp"}).err, "It can be: ok, fault"));
    CHECK(site.run({"--lang", "zh", "correct", "7", "--result", "正常", "--reason", "看错了灯"}).code == 0);
    CHECK(says(site.run({"report", "week", "--block", "points", "--csv"}).out, "P01,Main gate,1,0"));
    CHECK(says(site.run({"correct", "6", "--result", "ok", "--reason", "wrong lamp"}).err,
               "--result does not belong to entry 6."));
}

TEST_CASE("things that are corrected at once are answered, withdrawn and given back at once, by any of their numbers") {
    const std::array<std::vector<std::string>, 4> kThings{
        {{"--category", "fire"}, {"--place", "P08"}, {"--note", "pipe burst, hall"}, {"--time", "20:55"}}};
    for (unsigned which = 1; which < 1U << kThings.size(); ++which) {
        CAPTURE(which);
        TestSite site;
        TestSite::start_night(site);
        site.set_time("2026-11-23 21:00");
        REQUIRE(site.run({"patrol", "incident", "pipe burst", "--category", "equipment", "--place", "P07"}).code == 0);
        const auto stands = [&] {
            const std::string csv = site.run({"log", "6", "--json"}).out;
            return csv.substr(0, csv.find("\"status\"")) + site.run({"patrol", "incident", "1"}).out;
        };
        const std::string before = stands();
        std::vector<std::string> words{"correct", "6", "--reason", "typed wrongly"};
        int things = 0;
        for (std::size_t i = 0; i < kThings.size(); ++i) {
            if ((which >> i & 1U) != 0) {
                words.insert(words.end(), kThings[i].begin(), kThings[i].end());
                ++things;
            }
        }
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        const std::string number = things == 1 ? "#7 " : "#7-" + std::to_string(6 + things) + " ";
        CHECK_MESSAGE(ran.out.find(number + "Entry 6 corrected") == 0, ran.out);
        CHECK((things == 1 || says(ran.out, (which & 1U) != 0 ? "category" : (which & 2U) != 0 ? "place" : "note")));
        const std::string after = stands();
        CHECK(after != before);
        for (int number_typed = 7; number_typed < 7 + things; ++number_typed) {
            CAPTURE(number_typed);
            const Ran gone =
                site.run({"correct", std::to_string(number_typed), "--void", "--reason", "was right before"});
            CHECK_MESSAGE(gone.code == 0, gone.err);
            CHECK(stands() == before);
            REQUIRE(site.run({"correct", "7", "--restore", "--reason", "was wrong after all"}).code == 0);
            CHECK(stands() == after);
        }
        words.push_back("--json");
        TestSite again;
        TestSite::start_night(again);
        again.set_time("2026-11-23 21:00");
        REQUIRE(again.run({"patrol", "incident", "pipe burst", "--category", "equipment", "--place", "P07"}).code == 0);
        const std::string lines = again.run(words).out;
        CHECK(std::count(lines.begin(), lines.end(), '\n') == things);
        CHECK(again.run({"verify"}).code == 0);
    }
}
