// SPDX-License-Identifier: MIT
// Does what one types for another count as the other's deed, and is it said who typed it?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

// The guard has gone home, a colleague is there; he types what the guard did at three.
void start_morning(TestSite& site) {
    TestSite::start_night(site);  // 5
    site.set_time("2026-11-24 08:30");
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);       // 6
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);  // 7
}

Ran for_guard(TestSite& site, std::vector<std::string> words) {
    words.insert(words.end(), {"--who", "zw", "--by", "Li Na", "--reason", "his list on paper"});
    return site.run(std::move(words));
}

}  // namespace

TEST_CASE("what is typed for somebody who has gone off is his, of his shift and his slot") {
    TestSite site;
    start_morning(site);
    const Ran start = for_guard(site, {"patrol", "start", "night", "--at", "03:00"});
    REQUIRE_MESSAGE(start.code == 0, start.err);
    CHECK(start.out.rfind("#8 For Zhang Wei: Night round begins for 03:00", 0) == 0);
    REQUIRE(for_guard(site, {"patrol", "point", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "--at",
                             "03:20"})
                .code == 0);
    const Ran end = for_guard(site, {"patrol", "end", "--at", "03:20"});
    CHECK_MESSAGE(says(end.out, "Night round complete"), end.err);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out,
               "2026-11-24 03:00,typed_late,2026-11-24 03:00,0,Zhang Wei,8,,waiting,"));
    CHECK(says(site.run({"log", "--last", "1"}).out, "Zhang Wei  round ends"));
    CHECK(says(site.run({"log", "--last", "1"}).out, "typed by Li Na"));
    CHECK(says(site.run({"log", "8"}).out, "Typed by         Li Na"));
    // Nobody who typed it accepts it, and the guard does not.
    CHECK(says(site.run({"accept", "8", "--by", "Li Na"}).err, ""));
    CHECK(site.run({"accept", "8", "--by", "Li Na"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
    CHECK(says(site.run({"checkin", "list"}).out, "Li Na"));
    CHECK_FALSE(says(site.run({"checkin", "list"}).out, "Zhang Wei"));
}

TEST_CASE("who was not on duty did nothing then, and the answer says what comes first") {
    TestSite site;
    start_morning(site);
    const Ran ran = for_guard(site, {"patrol", "start", "night", "--at", "2026-11-23 20:00"});
    CHECK(ran.code == 4);
    CHECK(says(ran.err,
               "Zhang Wei was not on duty at 2026-11-23 Mon 20:00. First, when he came: onduty checkin staff A01 "
               "--at \"2026-11-23 20:00\" --reason \"...\""));
    site.set_time("2026-11-24 08:31");
    CHECK(for_guard(site, {"patrol", "start", "night"}).code == 4);
}

TEST_CASE("--who is used or refused, never dropped") {
    TestSite site;
    start_morning(site);
    for (const auto& words : {std::vector<std::string>{"due"}, {"log"}, {"report", "day"}, {"accept"}}) {
        std::vector<std::string> with = words;
        with.insert(with.end(), {"--who", "zw"});
        CHECK(site.run(with).code == 2);
    }
    for (const auto& words : {std::vector<std::string>{"handover", "offer"},
                              {"correct", "5", "--void"},
                              {"checkin", "staff", "Wang"},
                              {"plan", "add", "point", "P20", "Roof"}}) {
        std::vector<std::string> with = words;
        with.insert(with.end(), {"--who", "zw", "--at", "08:00", "--by", words.front() == "plan" ? "Wang" : "Li Na",
                                 "--reason", "asked to"});
        const Ran ran = site.run(with);
        CHECK_MESSAGE(ran.code == 2, (with.front() + ran.out + ran.err));
    }
    CHECK(site.run({"log", "--csv"}).out == site.run({"log", "--csv", "--from", "2026-11-01"}).out);
    CHECK(says(site.run({"verify"}).out, "entries 1 to 7,"));
    // For himself it says nothing more.
    REQUIRE(
        site.run({"note", "task", "mend the fence", "--until", "tomorrow", "--who", "Li Na", "--by", "Li Na"}).code ==
        0);
    CHECK_FALSE(says(site.run({"log", "--last", "1"}).out, "typed by"));
}

TEST_CASE(
    "what is typed for another lends nobody his rights, nor takes what is about the typist out of others' hands") {
    TestSite site;
    start_morning(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"complain", "new", "rude", "--against", "Li Na", "--by", "Wang"}).code == 0);
    for (const auto& words : {std::vector<std::string>{"patrol", "explain", "2026-11-24 03:00", "was asleep"},
                              {"checkin", "inspect", "Li Na", "all"},
                              {"clean", "inspect", "P05", "--score", "5"}}) {
        std::vector<std::string> with = words;
        with.insert(with.end(), {"--who", "Wang", "--by", "Li Na"});
        const Ran ran = site.run(with);
        CHECK_MESSAGE(ran.code == 2, (with[0] + with[1] + ran.out + ran.err));
        CHECK(says(ran.err, "Leave --who away"));
    }
    CHECK(site.run({"complain", "act", "C1", "talked", "--who", "Wang", "--by", "Li Na"}).code == 4);
}

TEST_CASE("who typed a movement of stock for another does not approve it") {
    TestSite site;
    TestSite::start_night(site);
    onduty::test::bring_on_duty(site, {{"Bo Li", "bar"}, {"Ba Wu", "bar"}});
    const Ran moved = site.run({"serve", "stock", "received", "water=5", "--by", "Ba Wu", "--who", "Bo Li"});
    REQUIRE_MESSAGE(moved.code == 0, moved.err);
    const std::string number = std::to_string(onduty::test::entry_of(moved));
    CHECK(says(site.run({"serve", "stock", "approve", number, "--by", "Ba Wu"}).err, "somebody else approves it"));
    CHECK(site.run({"serve", "stock", "approve", number, "--by", "zw"}).code == 0);
}

TEST_CASE("who has gone stale was not on duty, and nobody types for him") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 13:00");
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(site.run({"note", "task", "a lamp", "--until", "tomorrow", "--who", "zw", "--by", "Li Na"}).code == 4);
    CHECK(site.run({"note", "task", "a lamp", "--until", "tomorrow", "--who", "zw", "--by", "Li Na", "--at", "06:00",
                    "--reason", "he said so"})
              .code == 0);
}

TEST_CASE("an answer in JSON has the number of what it is about, and the seal") {
    TestSite site;
    start_morning(site);
    const std::string visit =
        site.run({"checkin", "visit", "--party", "2", "--first", "--purpose", "viewing", "--json"}).out;
    CHECK(says(visit, "\"code\":\"V1\",\"seal\":\"8-"));
    CHECK(says(site.run({"complain", "new", "the lift stood", "--json"}).out, "\"code\":\"C1\",\"seal\":\"9-"));
    CHECK(says(site.run({"checkin", "out", "V1", "--json"}).out, "\"code\":\"V1\""));
    CHECK(says(site.run({"note", "minutes", "all well", "--people", "2", "--json"}).out, "\"code\":null,\"seal\":\""));
    CHECK(says(site.run({"complain", "new", "a lamp", "--json", "--dry-run"}).out, "\"seal\":null"));
}

TEST_CASE("a correction is of who types it, whoever's entry it is of") {
    TestSite site;
    start_morning(site);
    REQUIRE(for_guard(site, {"patrol", "start", "night", "--at", "03:00"}).code == 0);  // 8
    for (const char* number : {"6", "7", "8"}) {
        const Ran ran = for_guard(site, {"correct", number, "--note", "and more"});
        CHECK(ran.code == 2);
        CHECK(says(ran.err, "--who says whose deed it was; this is the act of who types it."));
    }
}

TEST_CASE("whom --by names who is at home does not type, and it is said who may and how he would come") {
    const std::vector<std::vector<std::string>> typed{
        {"note", "task", "mend the fence", "--until", "tomorrow 18:00"},
        {"patrol", "start", "fire"},
        {"checkin", "visit", "--party", "2", "--purpose", "look"},
        {"clean", "inspect", "P01", "--score", "4"},
        {"patrol", "sign", "2026-11-23"},
        {"handover", "offer"},
    };
    int with_others = 0;
    for (const std::vector<std::string>& words : typed) {
        for (const bool somebody : {true, false}) {
            TestSite site;
            TestSite::start_night(site);
            REQUIRE(site.run({"plan", "add", "staff", "Ben", "--code", "B9", "--post", "supervisor", "--post", "guard",
                              "--by", "Wang"})
                        .code == 0);
            for (const char* name : {"Li Na", "Wang"}) {
                REQUIRE(site.run({"checkin", "staff", name}).code == 0);
            }
            if (!somebody) {
                for (const char* name : {"zw", "Li Na", "Wang"}) {
                    REQUIRE(site.run({"checkin", "out", name}).code == 0);
                }
            }
            site.set_time("2026-11-23 20:45");
            std::vector<std::string> from_home = words;
            from_home.insert(from_home.end(), {"--by", "Ben"});
            const Ran refused = site.run(from_home);
            CAPTURE(refused.err);
            CHECK(refused.code == 4);
            CHECK(says(refused.err, "Ben is not on duty"));
            CHECK_FALSE(says(refused.err, "First:"));
            CHECK(says(refused.err, "nor is anybody else") != somebody);
            // Each who is named there types it himself.
            for (std::size_t at = refused.err.find("(--by "); at != std::string::npos;
                 at = refused.err.find("(--by ", at + 1)) {
                std::vector<std::string> by = words;
                by.insert(by.end(),
                          {"--by", refused.err.substr(at + 6, refused.err.find(')', at) - at - 6), "--dry-run"});
                const Ran ran = site.run(by);
                CHECK_MESSAGE((!says(ran.err, "may not") && !says(ran.err, "not on duty")), ran.err);
                ++with_others;
            }
            // How he comes runs as it is printed, and then he types it.
            const std::size_t come = refused.err.find("onduty checkin staff");
            REQUIRE(come != std::string::npos);
            std::vector<std::string> coming =
                onduty::test::shell_words(refused.err.substr(come, refused.err.find('\n', come) - come));
            coming.erase(coming.begin());
            const Ran came = site.run(coming);
            CHECK_MESSAGE(came.code == 0, came.err);
            CHECK_FALSE(says(site.run(from_home).err, "not on duty"));
        }
    }
    CHECK(with_others > 6);
}

}  // namespace onduty
