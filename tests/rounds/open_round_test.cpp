// SPDX-License-Identifier: MIT
// Which slot does a round count for that begins now, and which round is meant that was left open?
#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <vector>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::clock_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

const std::vector<std::string> kAllPoints{"patrol", "point", "P01", "P02", "P03", "P04",
                                          "P05",    "P06",   "P07", "P08", "P09"};

int number_of(const Ran& ran) {
    return std::stoi(ran.out.substr(1));
}

// "21:00", the slot that a round satisfies by the report; "" for none.
std::string slot_of(TestSite& site, int round) {
    std::istringstream slots{site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out};
    const std::string entry = std::to_string(round);
    for (std::string line; std::getline(slots, line);) {
        std::istringstream cells{line};
        std::vector<std::string> row;
        for (std::string cell; std::getline(cells, cell, ',');) {
            row.push_back(cell);
        }
        if (row.size() > 7 && row[7] == entry) {
            return row[2].substr(row[2].find(' ') + 1, 5);
        }
    }
    return {};
}

// "21:00", the slot that the answer to the begin of a round names; "" for one that is extra.
std::string slot_named(const std::string& answer) {
    const std::size_t at = answer.find("begins for ");
    return at == std::string::npos ? std::string{} : answer.substr(at + 11, 5);
}

}  // namespace

TEST_CASE("property: a round that is completed counts for the slot that its begin named") {
    int complete = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(12U); ++seed) {
        std::mt19937 dice{seed};
        TestSite site;
        TestSite::start_night(site);
        int minute = 20 * 60 + 31 + static_cast<int>(dice() % 20);  // early for the first, or in its window
        while (minute < 24 * 60 - 10) {
            site.set_time("2026-11-23 " + clock_of(minute));
            const Ran begun = site.run({"patrol", "start"});
            REQUIRE(begun.code == 0);
            const bool whole = dice() % 2 == 0;
            REQUIRE(site.run(whole ? kAllPoints : std::vector<std::string>{"patrol", "point", "P03"}).code == 0);
            REQUIRE(site.run({"patrol", "end"}).code == (whole ? 0 : 3));
            CAPTURE(seed);
            CAPTURE(begun.out);
            if (whole) {
                CHECK(slot_named(begun.out) == slot_of(site, number_of(begun)));
                ++complete;
            }
            minute += 1 + static_cast<int>(dice() % 40);
        }
    }
    CHECK(complete > onduty::test::turns(40));
}

TEST_CASE("a round that was left open takes its points and its end when its guard is on duty anew") {
    TestSite site;
    TestSite::start_night(site);
    const auto at = [&](const char* time, std::vector<std::string> words) {
        site.set_time(time);
        return site.run(std::move(words));
    };
    at("2026-11-23 21:00", {"patrol", "start"});  // 6
    at("2026-11-23 21:04", {"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08"});
    const Ran back = at("2026-11-24 20:30", {"checkin", "staff", "A01"});  // 16
    CHECK(says(back.err,
               "The round of entry 6 was not ended. When it was over: onduty patrol end --by A01 --at "
               "\"2026-11-23 21:04\" --reason \"forgot to end it\""));
    CHECK(says(site.run({"patrol", "end"}).err, "No round is open."));
    // A round of today is not the one that is meant.
    at("2026-11-24 21:00", {"patrol", "start"});  // 17
    const Ran point =
        at("2026-11-24 21:05", {"patrol", "point", "P09", "--at", "2026-11-23 21:09", "--reason", "forgot"});
    CAPTURE(point.err);
    CHECK(says(point.out, "#18 P09 Fire pump and switch room, ok. 2026-11-23 Mon 21:09"));
    const Ran end = site.run({"patrol", "end", "--at", "2026-11-23 21:12", "--reason", "forgot to end it"});
    CAPTURE(end.err);
    CHECK(end.code == 0);
    CHECK(says(end.out, "#19 Night round complete: visits 9, faults 0, took 12 min"));
    CHECK(says(site.run({"log", "18", "--json"}).out, "\"business_date\":\"2026-11-23\""));
    CHECK(slot_of(site, 6) == "21:00");
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "points", "--csv"}).out, "P09,"));
    // That of today goes on, and the other is over.
    CHECK(site.run({"patrol", "end", "--at", "2026-11-23 21:13", "--reason", "forgot to end it"}).code == 4);
    CHECK(says(at("2026-11-24 21:06", {"patrol", "end"}).out, "#20 Night round INCOMPLETE: visits 0"));
    CHECK(site.run({"verify"}).code == 0);
    // Withdrawn, the end leaves it as it was left.
    CHECK(site.run({"correct", "19", "--void", "--reason", "was not so"}).code == 0);
    CHECK(site.run({"patrol", "end", "--at", "2026-11-23 21:10", "--reason", "forgot to end it"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the hint for a round that was left open works however old it is, and leaves what is to be signed") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 21:00:40");
    REQUIRE(site.run({"patrol", "start"}).code == 0);
    site.set_time("2026-11-29 20:30");
    const Ran back = site.run({"checkin", "staff", "A01"});
    const std::string hint = "patrol end --by A01 --at \"2026-11-23 21:01\" --reason \"forgot to end it\"";
    CHECK_MESSAGE(says(back.err, ("onduty " + hint).c_str()), back.err);
    const auto due = [&] {
        std::istringstream rows{site.run({"due", "--all", "--json"}).out};
        std::string others;
        int left = 0;
        for (std::string line; std::getline(rows, line);) {
            const bool is_left = says(line, "round of entry 6 is not ended");
            left += is_left ? 1 : 0;
            others += is_left ? "" : line + "\n";
        }
        return std::pair{others, left};
    };
    const auto open = due();
    CHECK(open.second == 1);
    const Ran end =
        site.run({"patrol", "end", "--by", "A01", "--at", "2026-11-23 21:01", "--reason", "forgot to end it"});
    CHECK_MESSAGE(end.code == 3, end.err);
    CHECK(due() == std::pair{open.first, 0});
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a whole round that was forgotten is told when its guard is on duty anew") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 08:00");
    REQUIRE(site.run({"checkin", "out", "A01"}).code == 0);
    site.set_time("2026-11-24 20:30");
    REQUIRE(site.run({"checkin", "staff", "A01"}).code == 0);       // 8
    for (const char* day : {"2026-11-23 21:", "2026-11-24 19:"}) {  // in his shift, and at home
        const auto told = [&](std::vector<std::string> words, const char* minute) {
            words.insert(words.end(), {"--at", std::string{day} + minute, "--reason", "forgot"});
            const Ran ran = site.run(std::move(words));
            CAPTURE(ran.err);
            CHECK(ran.code == 0);
        };
        told({"patrol", "start"}, "00");
        told(kAllPoints, "05");
        told({"patrol", "end"}, "09");
    }
    CHECK(slot_of(site, 9) == "21:00");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a wrong checkpoint is put right though the plan has the right one no more") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start"}).code == 0);         // 6
    REQUIRE(site.run({"patrol", "point", "P01"}).code == 0);  // 7
    REQUIRE(site.run({"patrol", "end"}).code == 3);           // 8
    std::string plan = site.plan();
    for (std::size_t at = 0; (at = plan.find(", \"P09\"")) != std::string::npos;) {
        plan.erase(at, 7);
    }
    const std::size_t point = plan.rfind("[[point]]", plan.find("code = \"P09\""));
    plan.erase(point, plan.find("[[", point + 2) - point);
    const Ran applied = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);  // 9
    const Ran right = site.run({"correct", "7", "--point", "P09", "--reason", "wrong door"});
    CHECK_MESSAGE(right.code == 0, right.err);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "points", "--csv"}).out, "P09,"));
}

TEST_CASE("a point that was forgotten in a round that was ended is told with its time") {
    TestSite site;
    TestSite::start_night(site);
    const auto at = [&](const char* time, std::vector<std::string> words) {
        site.set_time(std::string{"2026-11-23 "} + time);
        return site.run(std::move(words));
    };
    at("21:01", {"patrol", "start"});  // 6
    REQUIRE(at("21:10", {"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P07", "P08"}).code == 0);
    REQUIRE(at("21:11", {"patrol", "end"}).code == 3);  // 14
    CHECK(
        says(at("21:12", {"patrol", "point", "P06"}).err,
             "The round of entry 6 was ended at 21:11. A point that was forgotten is told with its time: onduty patrol "
             "point POINT --at TIME. If the round goes on, its end is withdrawn: onduty correct 14 --void"));
    CHECK(says(at("21:13", {"patrol", "end", "--at", "21:10"}).err, "The round of entry 6 was ended at 21:11."));
    const Ran first = at("21:13", {"patrol", "point", "P09", "--at", "21:07", "--by", "A01"});  // 15
    CHECK(first.code == 0);
    CHECK(says(first.out, "The round of 21:00 counts as incomplete. Left out: P06."));
    // An end that is withdrawn and given back stands as it did.
    CHECK(site.run({"correct", "14", "--void", "--reason", "was not so"}).code == 0);  // 16
    CHECK(site.run({"correct", "16", "--void", "--reason", "it was so"}).code == 0);
    // While another round goes on, too.
    REQUIRE(at("21:14", {"patrol", "start"}).code == 0);
    const Ran last = at("21:16", {"patrol", "point", "P06", "--at", "21:06"});
    CHECK(last.code == 0);
    CHECK_FALSE(says(last.out, "patrol end"));
    CHECK(slot_of(site, 6) == "21:00");
    CHECK(says(site.run({"report", "day", "--block", "slots", "--csv"}).out, "2026-11-23 21:00,on_time"));
    CHECK(says(at("21:29", {"patrol", "end"}).out, "INCOMPLETE: visits 0"));
    CHECK(says(at("21:45", {"patrol", "point", "P04"}).err, "No round is open. First: onduty patrol start"));
    // Beyond its end it belongs to none.
    CHECK(at("21:46", {"patrol", "point", "P06", "--at", "21:13"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a round that a wrong clock recorded takes no point of the open one, and stands in the way of no end") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 04:03");  // really 23:03
    site.run({"patrol", "start"});
    site.set_time("2026-11-24 04:04");
    site.run(kAllPoints);
    site.set_time("2026-11-24 04:08");
    REQUIRE(site.run({"patrol", "end"}).code == 0);
    site.set_time("2026-11-24 00:38");
    site.run({"patrol", "start"});
    site.run(kAllPoints);
    REQUIRE(site.run({"patrol", "end"}).code == 0);
    REQUIRE(site.run({"clock"}).code == 3);
    site.set_time("2026-11-24 04:36");
    const int open = number_of(site.run({"patrol", "start", "--at", "04:00", "--reason", "pen lost"}));
    for (const char* point : {"P01", "P02", "P03"}) {
        const Ran told = site.run({"patrol", "point", point, "--at", "04:04", "--reason", "pen lost"});
        REQUIRE(told.code == 0);
        CHECK(says(told.out, "ok."));
        CHECK_FALSE(says(told.out, "Already visited"));
    }
    site.set_time("2026-11-24 05:00");
    const Ran ended = site.run({"patrol", "end"});
    CHECK(ended.code == 3);
    CHECK_FALSE(says(ended.out, "P01"));
    CHECK(says(ended.out, "P04"));
    CHECK(says(site.run({"log", std::to_string(open)}).out, "P03"));
    CHECK(site.run({"checkin", "out", "zw", "--no-handover"}).code == 0);
}

TEST_CASE("property: what was forgotten of a round is told by its guard a night later, and judged as if told at once") {
    for (unsigned seed = 1; seed <= onduty::test::turns(6U); ++seed) {
        std::mt19937 dice{seed};
        TestSite site;
        TestSite::start_night(site);
        const auto at = [&](const std::string& time, std::vector<std::string> words) {
            site.set_time(time);
            return site.run(std::move(words));
        };
        std::vector<std::string> typed{"patrol", "point"};
        std::vector<std::string> forgotten;
        for (std::size_t i = 2; i < kAllPoints.size(); ++i) {
            (dice() % 3 == 0 || (i == 6 && forgotten.empty()) ? forgotten : typed).push_back(kAllPoints[i]);
        }
        REQUIRE(at("2026-11-23 21:00", {"patrol", "start"}).code == 0);  // 6
        if (typed.size() > 2) {
            REQUIRE(at("2026-11-23 21:05", typed).code == 0);
        }
        REQUIRE(at("2026-11-23 21:30", {"patrol", "end"}).code == 3);
        // What he typed is handed over, so that he withdraws nothing of it.
        const bool handed_over = dice() % 2 == 0;
        if (handed_over) {
            REQUIRE(at("2026-11-24 08:00", {"checkin", "staff", "Wang"}).code == 0);
            REQUIRE(at("2026-11-24 08:01", {"checkin", "staff", "Li Na"}).code == 0);
            REQUIRE(at("2026-11-24 08:02", {"handover", "offer", "--by", "A01"}).code != 2);
            REQUIRE(at("2026-11-24 08:03", {"handover", "accept", "--by", "A02"}).code != 2);
        }
        REQUIRE(at("2026-11-24 08:05", {"checkin", "out", "A01", "--by", "A01"}).code == 0);
        REQUIRE(at("2026-11-24 20:30", {"checkin", "staff", "A01"}).code == 0);
        CAPTURE(seed);
        for (const std::string& point : forgotten) {
            const std::string minute = std::to_string(10 + dice() % 20);
            const Ran told = at("2026-11-24 20:40", {"patrol", "point", point, "--by", "A01", "--at",
                                                     "2026-11-23 21:" + minute, "--reason", "was there, forgot"});
            CHECK_MESSAGE(told.code == 0, told.err);
            CHECK(says(told.out,
                       "The round of 21:00 counts as typed late, and another has to accept it: onduty accept 6"));
            CHECK(says(told.out, "Left out: ") == (point != forgotten.back()));
        }
        CHECK(slot_of(site, 6) == "21:00");
        const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
        CHECK(says(slots, "2026-11-23 21:00,typed_late,2026-11-23 21:00"));
        CHECK(says(site.run({"log", "--last", "1", "--json"}).out, "\"business_date\":\"2026-11-23\""));
        CHECK(site.run({"verify"}).code == 0);
    }
}
