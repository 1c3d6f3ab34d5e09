// SPDX-License-Identifier: MIT
// Is the time of a call about an incident a claim like any other?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

TEST_CASE("a time that is told in the past is a claim, under whatever option it is typed") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:00");
    REQUIRE(site.run({"patrol", "incident", "a fight", "--category", "theft"}).code == 0);  // 6
    site.set_time("2026-11-25 10:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto block = [&](const char* name) {
        return site.run({"report", "day", "2026-11-23", "--block", name, "--csv"}).out;
    };
    const auto late = [&] {
        const std::string told = site.run({"verify", "--json"}).out;
        const std::size_t place = told.find("\"late\":");
        REQUIRE(place != std::string::npos);
        return std::atoi(told.c_str() + place + 7);
    };
    int claims = 0;
    REQUIRE(late() == claims);
    for (const char* option : {"--at", "--phoned-at"}) {
        CAPTURE(option);
        const std::vector<std::string> words{"patrol", "incident",         "1",    "--phoned", "Wang",
                                             option,   "2026-11-23 22:02", "--by", "Wang"};
        const Ran without = site.run(words);
        CHECK(without.code == 2);
        CHECK(says(without.err, "say why with --reason"));
        std::vector<std::string> reasoned = words;
        reasoned.insert(reasoned.end(), {"--reason", "no power"});
        const Ran with = site.run(reasoned);
        REQUIRE_MESSAGE(with.code == 0, with.err);
        CHECK(says(with.out, "LATE"));
        CHECK(late() == ++claims);
        CHECK(says(block("incidents"), "a fight,2026-11-25 10:00,Zhang Wei,Wang (A03),2,"));
        const std::string number = with.out.substr(1, with.out.find(' ') - 1);
        CHECK(says(block("supplements"), ("," + number + ",2026-11-25 10:00,incident-step,").c_str()));
        REQUIRE(site.run({"correct", number, "--void", "--reason", "the other way", "--by", "Wang"}).code == 0);
        CHECK(says(block("incidents"), "a fight,,Zhang Wei,,,"));
    }
}

TEST_CASE("a call that a correction puts into the past is a claim of when that is typed") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:00");
    REQUIRE(site.run({"patrol", "incident", "a fight", "--category", "theft"}).code == 0);  // 6
    site.set_time("2026-11-23 22:40");
    REQUIRE(site.run({"patrol", "incident", "1", "--phoned", "Wang"}).code == 0);         // 7
    REQUIRE(site.run({"patrol", "incident", "1", "--action", "parted them"}).code == 0);  // 8
    const auto block = [&] { return site.run({"report", "day", "2026-11-23", "--block", "incidents", "--csv"}).out; };
    CHECK(says(block(), "a fight,,Zhang Wei,Wang (A03),40,"));
    site.set_time("2026-11-25 10:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    for (const std::vector<std::string>& change :
         {std::vector<std::string>{"7", "--phoned-at", "2026-11-23 22:02"}, {"8", "--phoned", "Li Na"}}) {
        std::vector<std::string> words{"correct"};
        words.insert(words.end(), change.begin(), change.end());
        words.insert(words.end(), {"--reason", "was sooner", "--by", "Wang"});
        const Ran corrected = site.run(words);
        REQUIRE_MESSAGE(corrected.code == 0, corrected.err);
        if (change.front() == "8") {  // the first of the two
            REQUIRE(site.run({"correct", "7", "--void", "--reason", "not him", "--by", "Wang"}).code == 0);
        }
        CHECK(says(block(), "a fight,2026-11-25 10:00,Zhang Wei,"));
        CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "supplements", "--csv"}).out,
                   (corrected.out.substr(1, corrected.out.find(' ') - 1) + ",2026-11-25 10:00,correction,").c_str()));
        if (change.front() == "7") {
            const std::string number = corrected.out.substr(1, corrected.out.find(' ') - 1);
            REQUIRE(site.run({"correct", number, "--void", "--reason", "was right", "--by", "Wang"}).code == 0);
            CHECK(says(block(), "a fight,,Zhang Wei,Wang (A03),40,"));
        }
    }
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who is phoned was of the staff when he was") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 22:00");
    REQUIRE(site.run({"patrol", "incident", "a fight", "--category", "theft"}).code == 0);
    site.set_time("2026-11-23 22:20");
    REQUIRE(site.run({"plan", "remove", "staff", "Li Na", "--by", "Wang"}).code == 0);
    site.set_time("2026-11-23 22:25");
    for (const char* option : {"--at", "--phoned-at"}) {
        const Ran ran =
            site.run({"patrol", "incident", "1", "--phoned", "Li Na", option, "22:02", "--reason", "no power"});
        CHECK_MESSAGE(says(ran.out, "told Li Na (A02) by phone at"), ran.out, ran.err);
    }
    CHECK(says(site.run({"patrol", "incident", "1", "--phoned", "Li Na"}).out, "told Li Na by phone at"));
}
