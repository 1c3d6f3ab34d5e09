// SPDX-License-Identifier: MIT
// What should serve tour, count, clear and linen do?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Monday 2026-11-23, 09:00: Li Na alone in the show home, V1 and V2 on site; the last entry is 5.
void open_house(TestSite& site) {
    site.set_time("2026-11-23 08:50");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Li Na", "--post", "show-home"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 09:00");
    REQUIRE(site.run({"checkin", "visit", "--party", "3", "--purpose", "x", "--seat", "A1"}).code == 0);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "x"}).code == 0);
}

}  // namespace

TEST_CASE("one group, one count") {
    TestSite site;
    open_house(site);
    CHECK(says(site.run({"serve", "tour", "V1", "show-1"}).out, "#6 V1 is shown Show home 1, people 3, by Li Na."));
    const Ran second = site.run({"serve", "tour", "V2", "show-1"});
    CHECK(second.code == 4);
    CHECK(says(second.err, "Show home 1 is being shown to V1 since 09:00. First: onduty serve tour-end V1"));
    CHECK(site.run({"serve", "tour", "V2", "show-2"}).code == 0);
    CHECK(site.run({"serve", "count", "show-1", "all"}).code == 4);
    CHECK(site.run({"serve", "count", "show-1", "--json"}).out.rfind("[\n{\"item\":", 0) == 0);
    site.set_time("2026-11-23 09:20");
    const Ran end = site.run({"serve", "tour-end", "V1"});
    CHECK(says(end.out, "V1 has seen Show home 1, 20 min."));
    CHECK(says(end.err, "Count now: onduty serve count show-1"));
    CHECK(says(site.run({"due"}).out, "Show home 1: count after V1"));
    REQUIRE(site.run({"serve", "tour-end", "V2"}).code == 0);
    const Ran uncounted = site.run({"serve", "tour", "V2", "show-1"});
    CHECK(uncounted.code == 4);
    CHECK(says(uncounted.err, "Show home 1 was not counted after V1, 09:20."));
    const Ran counted = site.run({"serve", "count", "show-1", "all"});
    CHECK(counted.code == 0);
    CHECK(says(counted.out, "Show home 1 counted: 6 items, after V1."));
    CHECK(!says(site.run({"due"}).out, "Show home 1: count"));
    CHECK(site.run({"serve", "tour", "V2", "show-1"}).code == 0);
}

TEST_CASE("an uncounted room can be shown when it is said why, and the entry says so") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);
    CHECK(site.run({"serve", "tour", "V2", "show-1", "--uncounted", "the mayor waits"}).code == 0);
    CHECK(says(site.run({"log", "--last", "1"}).out, "tour begins V2 Show home 1 \"the mayor waits\" [uncounted]"));
}

TEST_CASE("an incomplete count does not free the room") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);
    const Ran part = site.run({"serve", "count", "show-1", "vase=2"});
    CHECK(part.code == 3);
    CHECK(says(part.out, "INCOMPLETE, no number for Book, Cushion, Clock, Tea set, Remote control."));
    CHECK(site.run({"serve", "tour", "V2", "show-1"}).code == 4);
}

TEST_CASE("a difference is a finding of that group until it is explained") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);
    const Ran count = site.run({"serve", "count", "show-1", "all", "vase=1", "--misplaced", "remote=under the sofa"});
    CHECK(count.code == 3);
    CHECK(says(count.out, "DIFFERENT: Vase 1 of 2, Remote control 2 of 2 not in place."));
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "Entry 8: 1 of 2, Vase"));
    CHECK(!says(due, "Remote"));
    CHECK(site.run({"serve", "explain", "8", "vase", "a child broke it"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "Entry 8"));
    CHECK(says(site.run({"log", "--visit", "V1"}).out, "room counted V1 Show home 1 Vase 1 of 2"));
}

TEST_CASE("wrong input about rooms writes nothing") {
    TestSite site;
    open_house(site);
    CHECK(site.run({"serve", "tour", "V9", "show-1"}).code == 2);
    CHECK(site.run({"serve", "tour", "V1", "show-9"}).code == 2);
    CHECK(site.run({"serve", "tour-end", "V1"}).code == 4);
    CHECK(says(site.run({"serve", "count", "show-1", "all", "piano=1"}).err, "The plan has no item \"piano\"."));
    CHECK(site.run({"serve", "count", "show-1", "all", "--why", "piano=x"}).code == 2);
    CHECK(
        says(site.run({"serve", "count", "show-1", "all", "--why", "vase=x"}).err, "so there is nothing to explain."));
    CHECK(site.run({"serve", "count", "show-1", "all", "vase=-1"}).code == 2);
    CHECK(site.run({"serve", "clear", "V1"}).code == 4);
    CHECK(site.run({"serve", "linen", "back"}).code == 4);
    CHECK(site.run({"serve", "linen", "washed", "sheet=1"}).code == 2);
    CHECK(site.run({"serve", "linen", "sent"}).code == 2);
    CHECK(site.run({"log", "6"}).code == 2);
}

TEST_CASE("a departure ends the tour and asks for the area to be tidied up") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);
    site.set_time("2026-11-23 09:30");
    const Ran out = site.run({"checkin", "out", "V1"});
    CHECK(out.code == 0);
    CHECK(says(out.err, "Table A1 is to be tidied up"));
    CHECK(says(site.run({"due"}).out, "Show home 1: count after V1"));
    CHECK(says(site.run({"due"}).out, "V1: tidy up Table A1"));
    site.set_time("2026-11-23 09:41");
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-23 09:40"));
    CHECK(says(site.run({"serve", "clear", "V1"}).out, "Table A1 tidied up after V1, 11 min after it was asked for."));
    CHECK(!says(site.run({"due"}).out, "tidy up"));
    CHECK(site.run({"serve", "clear", "V1"}).code == 4);
}

TEST_CASE("who sits elsewhere leaves a table to be tidied up, too") {
    TestSite site;
    open_house(site);
    CHECK(says(site.run({"serve", "seat", "V1", "A2"}).err, "Table A1 is to be tidied up"));
    CHECK(says(site.run({"due"}).out, "V1: tidy up Table A1"));
}

TEST_CASE("linen comes back in parts") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "linen", "sent", "sheet=4", "curtain=2"}).code == 0);
    CHECK(says(site.run({"serve", "linen", "back", "sheet=5"}).err, "Of entry 6 these are away: sheet 4, curtain 2."));
    site.set_time("2026-11-25 09:00");
    CHECK(says(site.run({"serve", "linen", "back", "sheet=3"}).out, "Back from the laundry: sheet 3, 2 days after"));
    CHECK(says(site.run({"serve", "linen"}).out, "sheet 1, curtain 2"));
    site.set_time("2026-12-01 09:00");
    CHECK(says(site.run({"due"}).out, "Linen of entry 6 comes back"));
    CHECK(site.run({"serve", "linen", "back"}).code == 0);
    CHECK(says(site.run({"serve", "linen"}).out, "No linen is away."));
}

TEST_CASE("a meeting is booked, made ready, held and cleared up") {
    TestSite site;
    open_house(site);
    CHECK(site.run({"serve", "meeting", "B1", "08:00", "--party", "8"}).code == 2);
    CHECK(site.run({"serve", "meeting", "B1", "2026-11-22 08:00", "--party", "8", "--purpose", "x"}).code == 2);
    CHECK(site.run({"serve", "meeting", "B9", "14:00", "--party", "8", "--purpose", "x"}).code == 2);
    const Ran booked = site.run({"serve", "meeting", "B1", "2026-11-25 14:00", "--party", "8", "--purpose", "board"});
    CHECK(says(booked.out, "#6 V3: Negotiation room B1 for 8 people, 2026-11-25 Wed 14:00."));
    CHECK(!says(site.run({"due"}).out, "V3"));
    CHECK(site.run({"serve", "ready", "V1"}).code == 4);
    site.set_time("2026-11-25 13:20");
    REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    CHECK(says(site.run({"due"}).out, "V3: make Negotiation room B1 ready"));
    site.set_time("2026-11-25 13:31");
    CHECK(says(site.run({"due"}).out, "OVERDUE  2026-11-25 13:30"));
    CHECK(says(site.run({"serve", "ready", "V3"}).out, "V3: Negotiation room B1 is ready for 14:00."));
    CHECK(site.run({"serve", "ready", "V3"}).code == 4);
    CHECK(says(site.run({"due"}).out, "V3: meeting, Negotiation room B1"));
    site.set_time("2026-11-25 14:00");
    CHECK(says(site.run({"checkin", "visit", "V3"}).out, "V3: business, people 8, seat Negotiation room B1."));
    CHECK(site.run({"serve", "order", "V3", "tea=8"}).code == 0);
    CHECK(says(site.run({"report", "day", "--block", "reception", "--csv"}).out, "2026-11-25,1,8"));
    site.set_time("2026-11-25 15:00");
    CHECK(says(site.run({"checkin", "out", "V3"}).err, "Negotiation room B1 is to be tidied up"));
    CHECK(says(site.run({"log", "--visit", "V3"}).out, "meeting V3 2026-11-25 14:00, people 8, Negotiation room B1"));
}

TEST_CASE("who comes again is met with what he had") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "1", "--purpose", "x", "--name", "Chen", "--type", "vip"}).code ==
            0);
    REQUIRE(site.run({"serve", "order", "V3", "tea", "--note", "no sugar"}).code == 0);
    site.set_time("2026-12-20 10:00");
    const Ran again = site.run({"checkin", "visit", "--party", "1", "--purpose", "x", "--name", "Chen"});
    CHECK(says(again.err, "Had Tea 1; no sugar."));
}

namespace {

// 20:30 a visit, shown a room from 20:40 to 20:50, gone at 21:00.
void show_and_leave(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);  // 6
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);  // 7
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);  // 8
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);  // 9
    site.set_time("2026-11-23 21:10");
}

std::string rooms_of(TestSite& site) {
    return site.run({"due", "--all"}).out + site.run({"report", "day", "--block", "show-home", "--csv"}).out +
           site.run({"report", "day", "--block", "open-items", "--csv"}).out;
}

}  // namespace

TEST_CASE("a tour whose end is withdrawn after the group left ends when it left, and not before it counts again") {
    TestSite site;
    show_and_leave(site);
    const auto change = [&](const char* entry, const char* how) {
        const Ran ran = site.run({"correct", entry, how, "--reason", "typed wrongly"});
        CAPTURE(ran.err);
        REQUIRE(ran.code == 0);
        CHECK(site.run({"verify"}).code == 0);
        return ran.out + ran.err;
    };
    const std::string before = rooms_of(site);
    CHECK(says(change("8", "--void"),
               "The tour of Show home 1 ended when the group left, 21:00. Count now: onduty "
               "serve count show-1"));
    CHECK(says(rooms_of(site), "Show home 1: count after V1"));
    CHECK(says(site.run({"log", "--visit", "V1", "--csv"}).out, "2026-11-23 21:00"));
    // When the group is still here it is still shown the room.
    change("9", "--void");
    CHECK_FALSE(says(site.run({"due"}).out, "count after V1"));
    CHECK(says(site.run({"serve", "tour-end", "V1", "--at", "20:55", "--reason", "forgot to type"}).out,
               "V1 has seen Show home 1, 15 min"));
    CHECK(change("14", "--void").size() > 0);
    change("9", "--restore");
    CHECK(says(rooms_of(site), "Show home 1: count after V1"));
    change("8", "--restore");
    CHECK(rooms_of(site) == before);
}

TEST_CASE("what was counted or tidied after it does not keep a departure from being told late") {
    TestSite site;
    show_and_leave(site);
    REQUIRE(site.run({"correct", "9", "--void", "--reason", "was later"}).code == 0);
    site.set_time("2026-11-23 21:01");
    REQUIRE(site.run({"serve", "seat", "V1", "A1"}).code == 0);
    REQUIRE(site.run({"serve", "seat", "V1", "A2"}).code == 0);
    site.set_time("2026-11-23 21:10");
    REQUIRE(site.run({"serve", "count", "show-1", "all"}).code == 0);
    REQUIRE(site.run({"serve", "clear", "V1"}).code == 0);
    site.set_time("2026-11-23 21:15");
    const Ran gone = site.run({"checkin", "out", "V1", "--at", "21:05"});
    CHECK_MESSAGE(gone.code == 0, gone.err);
    const std::string departure = gone.out.substr(1, gone.out.find(' ') - 1);
    const Ran corrected = site.run({"correct", departure, "--time", "21:02", "--reason", "was sooner"});
    CHECK_MESSAGE(corrected.code == 0, corrected.err);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a tour of the whole group goes along with how many they were, another one does not") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);                  // 6, all three
    REQUIRE(site.run({"serve", "tour", "V2", "show-2", "--party", "1"}).code == 0);  // 7, one of two
    const auto shown = [&] { return site.run({"report", "day", "--block", "show-home", "--csv"}).out; };
    const std::string before = shown();
    const Ran ran = site.run({"correct", "4", "--party", "30", "--reason", "typed wrongly"});  // 8, 9
    CHECK_MESSAGE(ran.code == 0, ran.err);
    CHECK(says(ran.out, "With it: "));
    REQUIRE(site.run({"correct", "5", "--party", "4", "--reason", "typed wrongly"}).code == 0);
    CHECK(says(shown(), "show-1,Show home 1,1,1,30,"));
    CHECK(says(shown(), "show-2,Show home 2,1,1,1,"));
    REQUIRE(site.run({"correct", "4", "--people", "2", "--reason", "typed wrongly"}).code == 0);  // 11, 12
    CHECK(says(shown(), "show-1,Show home 1,1,1,2,"));
    REQUIRE(site.run({"correct", "11", "--void", "--reason", "typed wrongly"}).code == 0);
    CHECK(says(shown(), "show-1,Show home 1,1,1,30,"));
    REQUIRE(site.run({"correct", "8", "--void", "--reason", "typed wrongly"}).code == 0);
    CHECK(shown() == before);
}

TEST_CASE("the tour of a group that was announced goes along with how many came") {
    for (const bool booked : {true, false}) {
        TestSite site;
        open_house(site);  // 5
        const Ran first = booked ? site.run({"serve", "meeting", "B1", "09:30", "--party", "3", "--purpose", "sign"})
                                 : site.run({"checkin", "notice", "a coach", "--party", "3"});
        REQUIRE_MESSAGE(first.code == 0, first.err);                                                 // 6
        REQUIRE(site.run({"checkin", "visit", "V3", "--party", "40", "--purpose", "x"}).code == 0);  // 7
        REQUIRE(site.run({"serve", "tour", "V3", "show-1"}).code == 0);                              // 8
        REQUIRE(site.run({"correct", "7", "--party", "4", "--reason", "typed 40"}).code == 0);
        CHECK(says(site.run({"report", "day", "--block", "show-home", "--csv"}).out, "show-1,Show home 1,1,1,4,"));
    }
}

TEST_CASE("who may not withdraw a tour alone is told of all that goes along") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"serve", "tour", "V1", "show-1"}).code == 0);  // 6
    site.set_time("2026-11-23 09:20");
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);                    // 7
    REQUIRE(site.run({"serve", "count", "show-1", "all", "vase=1"}).code == 3);  // 8, with a case
    const Ran refused = site.run({"correct", "6", "--void", "--reason", "it was V2"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "onduty correct 6 --void --all"));
    CHECK(says(refused.err, "\n  #7 "));
    CHECK(says(refused.err, "\n  #8 "));
    const Ran all = site.run({"correct", "6", "--void", "--all", "--reason", "it was V2"});
    REQUIRE(all.code == 0);
    for (int number = 7; number <= 9; ++number) {
        const std::string named = "#" + std::to_string(number) + " ";
        CHECK(says(refused.err, named.c_str()) == says(all.out, named.c_str()));
    }
}

TEST_CASE("a meeting that is moved tells what is booked there, and what was made ready before") {
    TestSite site;
    open_house(site);  // 5, V1 and V2
    const auto ran = [&](std::vector<std::string> words) {
        const Ran done = site.run(std::move(words));
        CHECK_MESSAGE(done.code == 0, done.err);
        return done.err;
    };
    ran({"serve", "meeting", "B1", "11:00", "--party", "5", "--purpose", "bank"});  // 6, V3
    ran({"serve", "meeting", "B2", "15:00", "--party", "4", "--purpose", "law"});   // 7, V4
    CHECK(
        says(ran({"serve", "meeting", "B2", "11:00", "--party", "6", "--purpose", "art"}), "that day, too, at 15:00"));
    CHECK(!says(ran({"correct", "7", "--party", "3", "--reason", "fewer come"}), "is booked there"));
    CHECK(says(ran({"correct", "7", "--begin", "11:00", "--reason", "sooner"}),
               "V5 is booked there at the same time, people 6: is that right?"));
    CHECK(says(ran({"correct", "7", "--seat", "B1", "--reason", "a larger one"}),
               "V3 is booked there at the same time, people 5: is that right?"));
    ran({"serve", "ready", "V3"});
    CHECK(!says(ran({"correct", "6", "--party", "7", "--reason", "more come"}), "was made ready"));
    const std::string elsewhere = ran({"correct", "6", "--seat", "B2", "--reason", "the other room"});
    CHECK(says(elsewhere, "Negotiation room B1 was made ready at 2026-11-23 Mon 09:00, entry 12."));
    ran({"correct", "12", "--void", "--reason", "the other room"});
    CHECK(says(site.run({"due"}).out, "B2"));
    ran({"serve", "ready", "V3"});
    CHECK(says(ran({"correct", "6", "--begin", "2026-11-24 11:00", "--reason", "a day later"}), "was made ready"));
}

TEST_CASE("a nought is no number of people, of a severity, of an entry") {
    TestSite site;
    open_house(site);  // 5
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"serve", "tour", "V1", "show-1", "--party", "0"},
                                               {"serve", "tour", "V1", "show-1", "--party", "\uFF10"},
                                               {"serve", "tour", "V1", "show-1", "--party", "+3"},
                                               {"checkin", "visit", "--party", "00", "--purpose", "x"},
                                               {"checkin", "notice", "a coach", "--party", "0"},
                                               {"complain", "new", "waited", "--severity", "0"},
                                               {"complain", "list", "--severity", "0"},
                                               {"note", "task", "mend it", "--until", "18:00", "--about", "0"},
                                               {"lend", "out", "umbrella", "--pieces", "0", "--to", "Li Na"}}) {
        const Ran ran = site.run(words);
        CHECK(ran.code == 2);
        CHECK_MESSAGE(says(ran.err, " takes a number from 1 on, not "), ran.err);
    }
    CHECK(site.run({"log", "6"}).code == 2);
}

TEST_CASE("a group is in two rooms at once only in parts, as it is told") {
    TestSite site;
    open_house(site);
    const auto shown = [&](const char* visit, const char* room, std::vector<std::string> more = {}) {
        std::vector<std::string> words{"serve", "tour", visit, room};
        words.insert(words.end(), more.begin(), more.end());
        return site.run(words);
    };
    REQUIRE(shown("V1", "show-1").code == 0);  // 6
    CHECK(says(shown("V1", "show-2").err, "V1 is being shown Show home 1 since 2026-11-23 Mon 09:00. First:"));
    CHECK(shown("V1", "show-2", {"--party", "1"}).code == 4);
    site.set_time("2026-11-23 09:20");
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);  // 7
    REQUIRE(site.run({"serve", "count", "show-1", "all"}).code == 0);
    site.set_time("2026-11-23 09:40");
    const Ran told = shown("V1", "show-2", {"--at", "09:10", "--reason", "typed late"});
    CHECK(told.code == 4);
    CHECK_MESSAGE(says(told.err, "V1 was shown Show home 1 from 2026-11-23 Mon 09:00 to 2026-11-23 Mon 09:20"),
                  told.err);
    REQUIRE(shown("V1", "show-2", {"--at", "09:20", "--reason", "typed late"}).code == 0);  // 9
    const auto corrected = [&](const char* entry, const char* time) {
        return site.run({"correct", entry, "--time", time, "--reason", "typed wrongly"});
    };
    CHECK(says(corrected("9", "09:15").err, "was shown"));
    REQUIRE(corrected("7", "09:12").code == 0);
    CHECK(corrected("9", "09:15").code == 0);
    CHECK(says(corrected("7", "09:18").err, "is being shown"));
    // Two people, one in each room.
    REQUIRE(shown("V2", "show-1", {"--party", "1"}).code == 0);
    REQUIRE(site.run({"serve", "tour-end", "V1"}).code == 0);
    REQUIRE(site.run({"serve", "count", "show-2", "all"}).code == 0);
    CHECK(shown("V2", "show-2", {"--party", "1"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}
