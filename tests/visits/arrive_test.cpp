// SPDX-License-Identifier: MIT
// What should checkin do with groups, vehicles, contractors, calls and refused persons?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Monday 2026-11-23, 10:00: Li Na alone at the desk; Zhou Kai of sales is in the plan. The last entry is 4.
void open_desk(TestSite& site) {
    site.set_time("2026-11-23 09:50");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Li Na", "--post", "front-desk"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Zhou Kai", "--post", "sales"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 10:00");
}

bool last_entry_is(TestSite& site, int number) {
    return site.run({"log", std::to_string(number)}).code == 0 &&
           site.run({"log", std::to_string(number + 1)}).code == 2;
}

}  // namespace

TEST_CASE("an announced group is accepted, arrives and is taken by somebody of sales") {
    TestSite site;
    open_desk(site);
    CHECK(says(site.run({"checkin", "notice", "silver car", "--party", "3", "--plate", "粤a12345"}).out,
               "#5 V1: announced, people 3."));
    site.set_time("2026-11-23 10:02");
    CHECK(
        says(site.run({"checkin", "accept", "V1"}).out, "#6 V1 accepted by Front desk, 2 min after the announcement."));
    CHECK(site.run({"checkin", "accept", "V1"}).code == 4);
    CHECK(says(site.run({"checkin", "host", "V1", "Zhou Kai"}).err, "If nobody came: onduty correct 5 --void"));
    CHECK(says(site.run({"checkin", "visit", "V1", "--first", "--purpose", "看房", "--seat", "A1"}).out,
               "#7 V1: first visit, people 3, seat Table A1."));
    CHECK(site.run({"checkin", "visit", "V1", "--purpose", "x"}).code == 4);  // twice
    site.set_time("2026-11-23 10:09");
    CHECK(
        says(site.run({"checkin", "host", "V1", "Zhou Kai"}).out, "#8 V1 is with Zhou Kai, 7 min after the arrival."));
    site.set_time("2026-11-23 11:00");
    CHECK(says(site.run({"checkin", "out", "V1"}).out, "#9 V1 left after 58 min."));
    CHECK(site.run({"checkin", "out", "V1"}).code == 4);
}

TEST_CASE("wrong visits are refused and nothing is written") {
    TestSite site;
    open_desk(site);
    struct Case {
        std::vector<std::string> words;
        int code;
        const char* message;
    };
    for (const Case& one : std::vector<Case>{
             {{"visit", "--party", "2"}, 2, "What do they come for?"},
             {{"visit", "--purpose", "x"}, 2, "How many people?"},
             {{"visit", "--party", "501", "--purpose", "x"}, 2, "--party takes 1 to 500"},
             {{"visit", "--party", "-1", "--purpose", "x"}, 2, "--party takes 1 to 500"},
             {{"visit", "--party", "2", "--purpose", "x", "--host", "Nobody"}, 2, "The plan has no person"},
             {{"visit", "--party", "2", "--purpose", "x", "--seat", "Z9"}, 2, "The plan has no seat"},
             {{"visit", "--party", "2", "--purpose", "x", "--plate", "no plate"}, 2, "is no number plate"},
             {{"visit", "--party", "2", "--purpose", "x", "--phone", "12"}, 2, "is no telephone number"},
             {{"visit", "--party", "2", "--purpose", "x", "--type", "king"}, 2, "--type takes first"},
             {{"visit", "--party", "2", "--purpose", "x", "--type", "vip", "--first"}, 2, "contradict"},
             {{"visit", "V9", "--purpose", "x"}, 2, "There is no visit V9"},
             {{"vehicle", "没有车牌"}, 2, "is no number plate"},
             {{"contractor", "Sun Bo"}, 2, "Which work?"},
             {{"contractor", "Sun Bo", "--work", "x", "--tool", "drill=0"}, 2, "write a thing and how many"},
             {{"call", "price", "--first"}, 2, "A first call is passed on."},
             {{"refuse", "x", "--outcome", "shot"}, 2, "--outcome takes"},
             {{"out", "V1"}, 2, "There is no visit V1"},
             {{"progress", "V1", "x"}, 2, "There is no visit V1"},
         }) {
        std::vector<std::string> words{"checkin"};
        words.insert(words.end(), one.words.begin(), one.words.end());
        const Ran ran = site.run(words);
        CAPTURE(ran.err);
        CHECK(ran.code == one.code);
        CHECK(says(ran.err, one.message));
    }
    CHECK(last_entry_is(site, 4));
}

TEST_CASE("nobody leaves before he came") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "x"}).code == 0);
    site.set_time("2026-11-23 10:10");
    const Ran ran = site.run({"checkin", "out", "V1", "--at", "09:55", "--reason", "was busy"});
    CHECK(ran.code == 4);
    CHECK(says(ran.err, "V1 came at 2026-11-23 Mon 10:00, later than that."));
    CHECK(last_entry_is(site, 5));
}

TEST_CASE("a contractor works, is noted, leaves, his tools are spoken of") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"checkin", "contractor", "Sun Bo", "--work", "floor", "--permit", "P1", "--tool", "drill=2",
                      "--tool", "saw", "--supervisor", "Zhou Kai"})
                .code == 0);
    CHECK(says(site.run({"log", "--last", "1"}).out,
               "arrival V1 contractor, people 1, permit P1, watched by Zhou Kai, drill 2, saw "
               "1 \"floor\""));
    CHECK(says(site.run({"checkin", "progress", "V1", "half done"}).out, "V1: half done."));
    CHECK(says(site.run({"checkin", "out", "V1"}).err,
               "Brought in: drill 2, saw 1. Check that it leaves, too. If one of them stays: onduty correct 7 --tool "
               "'drill=0' --reason"));
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "x"}).code == 0);
    CHECK(site.run({"checkin", "progress", "V2", "x"}).code == 4);
    CHECK(site.run({"serve", "order", "V1", "tea"}).code == 4);
}

TEST_CASE("calls and refused persons are recorded with their outcome") {
    TestSite site;
    open_desk(site);
    CHECK(says(site.run({"checkin", "call", "price", "--first", "--host", "Zhou Kai"}).out,
               "First call: price. Passed on to Zhou Kai."));
    CHECK(says(site.run({"checkin", "refuse", "sells filters", "--told", "Zhou Kai"}).out,
               "turned away: sells filters. Zhou Kai was told."));
    CHECK(says(site.run({"checkin", "refuse", "at night", "--outcome", "盘问"}).out, "questioned: at night."));
    CHECK(says(site.run({"checkin", "refuse", "courier", "--outcome", "let-in"}).out, "let in: courier."));
    CHECK(says(site.run({"report", "day", "--block", "reception", "--csv"}).out, "2026-11-23,0,0,0,1,1,0,0,1,1,,"));
    CHECK(says(site.run({"log", "5"}).out, "first call, passed on to Zhou Kai"));
    CHECK(says(site.run({"log", "--csv"}).out, "\"first call, passed on to Zhou Kai\""));
    CHECK(says(site.run({"log", "6"}).out, "turned away, told Zhou Kai"));
}

TEST_CASE("what a contractor does not take out again is told and becomes a finding") {
    TestSite site;
    open_desk(site);
    const auto come = [&] {
        REQUIRE(site.run({"checkin", "contractor", "Sun Bo", "--work", "floor", "--tool", "drill=2", "--tool", "saw"})
                    .code == 0);
    };
    come();  // 5
    CHECK(says(site.run({"checkin", "out", "V1", "--tool", "drill=3"}).err,
               "V1 brought in drill 2, saw 1. If more came in, first: onduty correct 5 --tool 'drill=3' --reason"));
    CHECK(site.run({"checkin", "out", "V1", "--tool", "ladder"}).code == 4);
    CHECK(site.run({"checkin", "out", "Li Na", "--tool", "saw"}).code == 2);
    CHECK(last_entry_is(site, 5));
    const Ran left = site.run({"checkin", "out", "V1", "--tool", "Drill=1", "--tool", "saw"});
    CHECK(says(left.out, "#6 V1 left after 0 min. Stays here: drill 1. Finding C1."));
    CHECK_FALSE(says(left.err, "Brought in"));
    CHECK(says(site.run({"log", "6"}).out, "V1, drill 1 of 2, saw 1"));
    CHECK(says(site.run({"complain", "list"}).out, "left behind by V1: drill 1"));
    // Nothing was said at the gate: it is said afterwards.
    come();                                                 // 8
    REQUIRE(site.run({"checkin", "out", "V2"}).code == 0);  // 9
    const Ran later = site.run({"correct", "9", "--tool", "saw=0", "--reason", "the saw stayed"});
    CHECK(later.code == 0);
    CHECK(says(later.err, "onduty complain new finding \"...\" --from 9"));
    CHECK(says(site.run({"log", "--last", "1"}).out, "correction tools #9 \"drill 2, saw 0\" (the saw stayed)"));
    come();
    CHECK_FALSE(says(site.run({"checkin", "out", "V3", "--tool", "drill=2", "--tool", "saw"}).out, "Stays"));
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "x"}).code == 0);
    CHECK(says(site.run({"checkin", "out", "V4", "--tool", "saw"}).err, "V4 brought no tools in. Leave out --tool."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("each post that is to accept an announcement has its own clock, and the report says who did when") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar", "--by", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    REQUIRE(site.run({"checkin", "notice", "--party", "2", "--by", "Li Na"}).code == 0);
    CHECK(says(site.run({"due"}).out, "V1 announced: Front desk accepts"));
    site.set_time("2026-11-23 10:01");
    CHECK(says(site.run({"checkin", "accept", "V1", "--by", "Li Na"}).out, "Still to accept: Bar."));
    site.set_time("2026-11-23 10:05");
    const std::string due = site.run({"due"}).out;
    CHECK_FALSE(says(due, "Front desk accepts"));
    CHECK(says(due, "V1 announced: Bar accepts"));
    CHECK(says(due, "onduty checkin accept V1 --by A03"));
    const auto block = [&] { return site.run({"report", "day", "--block", "announcements", "--csv"}).out; };
    CHECK(says(block(), "V1,2026-11-23,2026-11-23 10:00,front-desk,Front desk,Li Na,2026-11-23 10:01,1,on_time"));
    CHECK(says(block(), "V1,2026-11-23,2026-11-23 10:00,bar,Bar,,,,missed"));
    // Only the bar is left, so only the bar can be meant.
    CHECK(says(site.run({"checkin", "accept", "V1"}).out, "V1 accepted by Bar, 5 min after the announcement. 2026"));
    CHECK_FALSE(says(site.run({"due"}).out, "V1 announced"));
    CHECK(says(block(), ",bar,Bar,Chen Jing,2026-11-23 10:05,5,late"));
    CHECK(says(site.run({"report", "day"}).out, "Announcements"));
}

TEST_CASE("lists show personal values masked, and still stand when they are purged") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "x", "--name", "陈明", "--phone", "13800138000"})
                .code == 0);
    for (const char* language : {"en", "zh"}) {
        site.language = language;
        const std::string list = site.run({"checkin", "list"}).out;
        CHECK(says(list, "陈* 13***00"));
        CHECK(!says(list, "陈明"));
        CHECK(!says(list + site.run({"log", "--visit", "V1"}).out + site.run({"log", "5"}).out, "13800138000"));
    }
    site.language = "en";
    CHECK(says(site.run({"checkin", "visit", "--party", "1", "--purpose", "x", "--phone", "138 0013 8000"}).err,
               "13***00: known from entry 5"));
}

TEST_CASE("the clocks of a group are due, overdue after their limit, and gone when it was done") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"checkin", "notice", "--party", "2"}).code == 0);
    CHECK(says(site.run({"due"}).out, "V1 announced: Front desk accepts"));
    site.set_time("2026-11-23 10:02");
    CHECK(!says(site.run({"due"}).out, "OVERDUE"));
    site.set_time("2026-11-23 10:03");
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-23 10:02"));
    REQUIRE(site.run({"checkin", "accept", "V1"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "V1"));
    REQUIRE(site.run({"checkin", "visit", "V1", "--purpose", "x"}).code == 0);
    CHECK(says(site.run({"due"}).out, "V1: somebody of sales"));
    REQUIRE(site.run({"checkin", "host", "V1", "Zhou Kai"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "V1"));
    site.set_time("2026-11-23 13:03");
    CHECK(!says(site.run({"due"}).out, "still here?"));
    site.set_time("2026-11-23 13:04");
    CHECK(says(site.run({"due"}).out, "V1: still here?"));
    CHECK(says(site.run({"checkin", "list"}).out, "LONG"));
    site.set_time("2026-11-24 08:00");
    REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(says(site.run({"due"}).out, "V1 has not left since yesterday"));
    CHECK(says(site.run({"checkin", "out", "V1", "--forgotten"}).out, "V1 is gone; nobody saw it leave."));
    CHECK(!says(site.run({"due"}).out, "V1"));
}

TEST_CASE("who is still on site after closing is asked about, vehicles and contractors, too") {
    TestSite site;
    open_desk(site);
    site.set_time("2026-11-23 19:00");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "x", "--host", "Zhou Kai"}).code == 0);
    REQUIRE(site.run({"checkin", "vehicle", "粤A12345"}).code == 0);
    site.set_time("2026-11-23 20:30");
    CHECK(!says(site.run({"due"}).out, "still here?"));
    site.set_time("2026-11-23 20:31");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "V1: still here?"));
    CHECK(says(due, "V2: still here?"));
    CHECK(site.run({"checkin", "out", "V2", "--forgotten"}).code == 0);
    // Who comes after closing may stay.
    REQUIRE(site.run({"checkin", "visit", "--party", "1", "--purpose", "late"}).code == 0);
    site.set_time("2026-11-23 21:31");
    CHECK(!says(site.run({"due"}).out, "V3: still here?"));
}

TEST_CASE("who books a room that others have on that day is told, and told louder at the same minute") {
    TestSite site;
    open_desk(site);
    const auto book = [&](const char* seat, const char* time) {
        return site.run({"serve", "meeting", seat, time, "--party", "8", "--purpose", "board"});
    };
    CHECK(book("A1", "2026-11-25 14:00").err.empty());
    CHECK(book("A2", "2026-11-25 14:00").err.empty());
    CHECK(book("A1", "2026-11-26 14:00").err.empty());
    CHECK(book("A1", "2026-11-25 16:00").err == "V1 is booked there that day, too, at 14:00, people 8.\n");
    const Ran twice = book("A1", "2026-11-26 14:00");
    CHECK(twice.code == 0);
    CHECK(twice.err ==
          "V3 is booked there at the same time, people 8: is that right? If not: onduty correct 9 --void --reason "
          "\"...\"\n");
}

TEST_CASE("who did not leave is due at the time at which he was to, also on the next day") {
    TestSite site;
    open_desk(site);
    site.set_time("2026-11-23 10:05");
    REQUIRE(site.run({"checkin", "vehicle", "AB 12345", "--purpose", "parcels"}).code == 0);
    for (const char* time : {"2026-11-23 21:40", "2026-11-24 05:30", "2026-11-24 06:30"}) {
        site.set_time(time);
        CAPTURE(std::string{time});
        const std::string due = site.run({"due", "--json"}).out;
        const std::size_t line = due.find("V1");
        REQUIRE(line != std::string::npos);
        CHECK(due.rfind("2026-11-23 20:30", line) > due.rfind('{', line));
    }
}

TEST_CASE("who got a part of the order is to be served again while the rest waits") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    site.set_time("2026-11-23 10:00");
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "Chen Jing"});
        return site.run(words);
    };
    REQUIRE(run({"checkin", "visit", "--party", "3", "--purpose", "look"}).code == 0);
    REQUIRE(run({"serve", "order", "V1", "tea=1", "coffee=2"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "serve again"));
    REQUIRE(run({"serve", "deliver", "V1", "tea=1"}).code == 0);
    site.set_time("2026-11-23 10:45");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "V1: bring the order"));
    CHECK(says(due, "V1: serve again"));
}

TEST_CASE("who was here before is told with whom he was last, whenever that was said") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* seller : {"Zhou Kai", "Deng Bo"}) {
        REQUIRE(site.run({"plan", "add", "staff", seller, "--post", "sales", "--by", "Wang"}).code == 0);
    }
    const auto comes = [&](const char* name, std::vector<std::string> more) {
        more.insert(more.begin(), {"checkin", "visit", "--party", "1", "--purpose", "look", "--name", name});
        const Ran ran = site.run(std::move(more));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran.err;
    };
    comes("Ye Qing", {"--host", "Zhou Kai"});
    comes("Bai Yu", {});
    for (const char* visit : {"V1", "V2"}) {
        REQUIRE(site.run({"checkin", "host", visit, "Deng Bo"}).code == 0);
        REQUIRE(site.run({"checkin", "out", visit}).code == 0);
    }
    CHECK(says(comes("Ye Qing", {}), "Then with Deng Bo."));
    CHECK(says(comes("Bai Yu", {}), "Then with Deng Bo."));
}

TEST_CASE("two people of one name are told apart by their telephones") {
    TestSite site;
    TestSite::start_night(site);
    const auto comes = [&](std::vector<std::string> person) {
        std::vector<std::string> words{"checkin", "visit", "--party", "1", "--purpose", "look"};
        words.insert(words.end(), person.begin(), person.end());
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran.err;
    };
    CHECK_FALSE(says(comes({"--name", "Chen Ming", "--phone", "13800138000"}), "known from"));  // 6
    CHECK_FALSE(says(comes({"--name", "Chen Ming", "--phone", "13900139000"}), "known from"));  // 7
    CHECK(says(comes({"--name", "Chen Ming", "--phone", "13800138000"}), "known from entry 6"));
    CHECK(says(comes({"--name", "Chen Ming", "--phone", "13900139000"}), "known from entry 7"));
    CHECK(says(comes({"--name", "Chen Ming"}), "known from entry 9"));
    CHECK(says(comes({"--name", "Chen Li", "--phone", "13900139000"}), "known from entry 9"));
    CHECK_FALSE(says(comes({"--name", "Chen Ming", "--phone", "13700137000"}), "known from entry 9"));
}

TEST_CASE("who arrived as booked keeps that when the booking is corrected, and the answer says so") {
    struct Booked {
        const char* option;
        const char* before;
        const char* after;
    };
    const std::vector<Booked> fields{{"--party", "8", "5"},
                                     {"--purpose", "board", "signing"},
                                     {"--host", "Zhou Kai", "Li Na"},
                                     {"--seat", "A1", "A2"}};
    for (const Booked& field : fields) {
        for (const bool typed_anew : {false, true}) {
            TestSite site;
            open_desk(site);
            std::vector<std::string> booking{"serve", "meeting", "A1", "14:00"};
            std::vector<std::string> arrival{"checkin", "visit", "V1"};
            for (const Booked& one : fields) {
                if (std::string{one.option} != "--seat") {
                    booking.insert(booking.end(), {one.option, one.before});
                }
            }
            if (typed_anew) {
                const std::string own = std::string{field.option} == "--party"  ? "7"
                                        : std::string{field.option} == "--seat" ? "A3"
                                        : std::string{field.option} == "--host" ? "Li Na"
                                                                                : "tour";
                arrival.insert(arrival.end(), {field.option, own});
            }
            REQUIRE(site.run(booking).code == 0);  // 5
            site.set_time("2026-11-23 14:00");
            const Ran early = site.run({"correct", "5", field.option, field.after, "--reason", "said so", "--dry-run"});
            CHECK_FALSE(says(early.err, "keeps what it took over"));
            const Ran came = site.run(arrival);  // 6
            REQUIRE_MESSAGE(came.code == 0, came.err);
            const Ran corrected = site.run({"correct", "5", field.option, field.after, "--reason", "said so"});
            REQUIRE_MESSAGE(corrected.code == 0, corrected.err);
            const std::string hint = std::string{"onduty correct 6 "} + field.option + " " +
                                     (std::string{field.after} == "Li Na" ? "'Li Na'" : field.after) +
                                     " --reason \"...\"";
            CHECK_MESSAGE(says(corrected.err, hint.c_str()) == !typed_anew, corrected.err);
            if (!typed_anew) {
                CHECK(site.run({"correct", "6", field.option, field.after, "--reason", "said so"}).code == 0);
            }
        }
    }
}
