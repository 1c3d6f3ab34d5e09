// SPDX-License-Identifier: MIT
// Does the shift of somebody who lives at his post lend no date, go on, and count no hours?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <random>

#include "book/duty.hpp"
#include "slots/vectors.hpp"
#include "support.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

// Li (A07) and Na (A08) are porters, whose post has neither rota nor hours nor rules.
void start_lodge(TestSite& site, const std::string& more = "") {
    std::ofstream{site.directory() + "/plan.toml"}
        << "format = 1\n[site]\nname = \"Site\"\nlanguage = \"en\"\nzone = \"Asia/Shanghai\"\n[[post]]\ncode = "
           "\"porter\"\nname = \"Porter\"\n[[staff]]\ncode = \"A07\"\nname = \"Li\"\nposts = [\"porter\"]\n[[staff]]\n"
           "code = \"A08\"\nname = \"Na\"\nposts = [\"porter\"]\n" +
               more;
    site.set_time("2026-02-20 08:00");
    const Ran ran = site.run({"init", "--plan", site.directory() + "/plan.toml"});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
}

Ran ran_at(TestSite& site, const std::string& time, std::vector<std::string> words) {
    site.set_time(time);
    Ran ran = site.run(std::move(words));
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    return ran;
}

std::string staff_of(TestSite& site, const char* date) {
    return site.run({"report", "day", date, "--block", "staff", "--csv"}).out;
}

}  // namespace

TEST_CASE("what a resident porter records counts for the day that was worked out by hand") {
    int replayed = 0;
    for (const auto& row : oracle::vectors_in("dates.csv")) {
        if (row.at("shifts").find("resident") == std::string::npos) {
            continue;
        }
        CAPTURE(row.at("id"));
        TestSite site;
        start_lodge(site);
        for (const std::string& shift : oracle::split_at(row.at("shifts"), " | ")) {
            const auto words = oracle::split_at(shift, " ");
            std::vector<std::string> come{"checkin", "staff", words[0]};
            if (words.back() == "resident") {
                come.emplace_back("--resident");
            }
            ran_at(site, words[2] + " " + words[3], come);
        }
        const std::string note = "a parcel";
        ran_at(site, row.at("told"), {"note", "task", note, "--until", "2026-12-30", "--by", row.at("doer")});
        CHECK(says(site.run({"log", "--day", row.at("expected_date")}).out, note.c_str()));
        ++replayed;
    }
    CHECK(replayed == 3);
}

TEST_CASE("a resident is there until he is signed off, and is no forgotten shift") {
    TestSite site;
    start_lodge(site);
    const Ran came = ran_at(site, "2026-03-01 08:00", {"checkin", "staff", "Li", "--resident"});
    CHECK(says(came.out, "Li on duty, living there: Porter."));
    site.set_time("2026-11-12 21:20");
    const std::string there = site.run({"checkin", "list"}).out;
    CHECK(says(there, "lives there"));
    CHECK_FALSE(says(there, "not signed off"));
    CHECK_FALSE(says(site.run({"due"}).out, "not signed off"));
    CHECK(site.run({"checkin", "staff", "Li"}).code == 4);
    const Ran note = ran_at(site, "2026-11-12 21:20", {"note", "task", "a parcel", "--until", "2026-12-30"});
    CHECK(note.err.empty());
    const Ran fixed =
        site.run({"correct", std::to_string(entry_of(came)), "--resident", "no", "--reason", "moved out"});
    CHECK(fixed.code == 4);
    CHECK(says(fixed.err, "come on anew with --at"));
    ran_at(site, "2026-11-13 09:00", {"checkin", "out", "Li"});
    CHECK(says(site.run({"log", "--day", "2026-11-13"}).out, "off duty"));
    ran_at(site, "2026-11-13 10:00", {"checkin", "staff", "Li"});
    ran_at(site, "2026-11-13 18:00", {"checkin", "out", "Li"});
    // Who lived there then was not there twice, and is the doer of what is told for then.
    CHECK(site.run({"checkin", "staff", "Li", "--at", "2026-11-12 10:00", "--reason", "typed late"}).code == 4);
    ran_at(site, "2026-11-13 19:00", {"checkin", "staff", "Na"});
    CHECK(site.run({"note", "task", "a letter", "--until", "2026-12-30", "--by", "Na", "--who", "Li", "--at",
                    "2026-11-12 10:00", "--reason", "typed late"})
              .code == 0);
    CHECK(says(site.run({"log", "--day", "2026-11-12"}).out, "a letter"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a resident is there on each day at a post without a rota, when it has hours on those on which it is open") {
    for (const bool hours : {false, true}) {
        TestSite site;
        start_lodge(site, hours ? "[[post]]\ncode = \"lodge\"\nname = \"Lodge\"\nfrom = \"08:00\"\nuntil = \"18:00\"\n"
                                  "[[staff]]\ncode = \"A09\"\nname = \"Mo\"\nposts = [\"lodge\"]\n"
                                : "");
        const char* const who = hours ? "A09" : "A07";
        const std::string row = hours ? "lodge,Lodge,,1,0," : "porter,Porter,,1,0,";
        ran_at(site, "2026-03-01 09:00", {"checkin", "staff", who, "--resident"});
        site.set_time("2026-03-10 12:00");
        CHECK(says(staff_of(site, "2026-03-01"), ("2026-03-01," + row).c_str()));
        CHECK(says(staff_of(site, "2026-03-07"), ("2026-03-07," + row).c_str()));
        CHECK_FALSE(says(staff_of(site, "2026-02-28"), row.c_str()));
    }
}

TEST_CASE("a resident is there whenever his post opens, and his hours are nobody's guess") {
    TestSite site;
    start_lodge(site,
                "[[rota]]\npost = \"porter\"\npeople = 2\nfrom = \"08:00\"\nuntil = \"16:00\"\n[[rota.need]]\n"
                "weekdays = [1, 2, 3, 4, 5, 6, 7]\nat_once = 1\n");
    ran_at(site, "2026-03-01 07:00", {"checkin", "staff", "Li", "--resident"});
    ran_at(site, "2026-11-12 09:00", {"checkin", "staff", "Na"});
    ran_at(site, "2026-11-12 13:00", {"checkin", "out", "Na"});
    ran_at(site, "2026-11-13 20:00", {"checkin", "out", "Li"});
    site.set_time("2026-11-14 17:00");
    CHECK(says(staff_of(site, "2026-11-12"), "2026-11-12,porter,Porter,1,2,4,0,0"));
    CHECK(says(staff_of(site, "2026-11-13"), "2026-11-13,porter,Porter,1,1,0,0,0"));
    CHECK(says(staff_of(site, "2026-11-14"), "2026-11-14,porter,Porter,1,0,0,1,480"));
    CHECK(says(staff_of(site, "2026-03-01"), "2026-03-01,porter,Porter,1,1,0,0,0"));
}

// The rule says: as if that shift were not open. So is one that was forgotten long ago.
TEST_CASE("on random days what a resident records counts as what somebody does whose shift was forgotten in March") {
    std::mt19937 random{20261112};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    for (int house = 0; house < test::turns(1); ++house) {
        TestSite lives;
        TestSite forgot;
        for (TestSite* site : {&lives, &forgot}) {
            start_lodge(*site);
            std::vector<std::string> come{"checkin", "staff", "Li"};
            if (site == &lives) {
                come.emplace_back("--resident");
            }
            ran_at(*site, "2026-03-01 08:00", come);
        }
        int minute = 0;
        bool there = false;
        for (int step = 0; step < 60; ++step) {
            minute += pick(1, 400);
            const std::string time = fmt::format("2026-11-{:02} {}", 3 + minute / 1440, clock_of(minute % 1440));
            std::vector<std::string> words{"note", "task", "parcel " + std::to_string(step), "--until", "2026-12-30",
                                           "--by", "Li"};
            const int kind = pick(0, 3);
            if (kind == 0) {
                words = {"checkin", there ? "out" : "staff", "Na"};
            } else if (kind == 1) {
                const int told = std::max(0, minute - pick(0, 600));
                words.insert(words.end(),
                             {"--at", fmt::format("2026-11-{:02} {}", 3 + told / 1440, clock_of(told % 1440)),
                              "--reason", "typed late"});
            }
            int codes[2] = {0, 0};
            for (TestSite* site : {&lives, &forgot}) {
                site->set_time(time);
                codes[site == &lives ? 0 : 1] = site->run(words).code;
            }
            REQUIRE(codes[0] == codes[1]);
            there = kind == 0 && codes[0] == 0 ? !there : there;
        }
        const auto tasks = [](TestSite& site) {
            return site.run({"log", "--kind", "task", "--last", "100", "--csv"}).out;
        };
        CHECK(tasks(lives).size() > 1000);
        CHECK(tasks(lives) == tasks(forgot));
    }
}

}  // namespace onduty::test
