// SPDX-License-Identifier: MIT
// What should lend do?
#include <doctest/doctest.h>

#include "plan/base.hpp"
#include "support.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::TestSite;

namespace {

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

// Zhang Wei is on duty, two people arrive as V1 with entry 6; it is 20:40, after closing.
void arrive(TestSite& site) {
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:40");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "flats"}).code == 0);
}

// The site with a changed plan: 3 cushions without numbers.
void add_cushions(TestSite& site) {
    const std::string plan = site.directory() + "/plan.toml";
    const Ran exported = site.run({"plan", "export"});
    REQUIRE(exported.code == 0);
    const std::string cushions = "\n[[lendable]]\ncode = \"cushion\"\nname = \"Cushion\"\nnumber = 3\nwithin = 60\n";
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, exported.out + cushions, std::chrono::seconds{0}).code == 0);
}

}  // namespace

TEST_CASE("an umbrella goes out to a visit and comes back") {
    TestSite site;
    arrive(site);
    const Ran out = site.run({"lend", "out", "umbrella", "7", "--to", "V1"});
    CHECK(out.code == 0);
    CHECK(says(out.out, "#7 Umbrella 7 lent to V1, due back 2026-11-24 Tue 20:30. 2026-11-23 Mon 20:40, seal 7-"));
    CHECK(site.run({"lend"}).out == lines({
                                        "No.  What        To  Since             Due back           Min  Remark",
                                        "  7  Umbrella 7  V1  2026-11-23 20:40  2026-11-24 20:30  1430",
                                    }));
    site.set_time("2026-11-23 21:10");
    const Ran back = site.run({"lend", "back", "umbrella", "7"});
    CHECK(back.code == 0);
    CHECK(says(back.out, "#8 Umbrella 7 back from V1 after 30 min."));
    CHECK(says(site.run({"lend", "list"}).out, "Nothing is out."));
    CHECK(site.run({"lend", "back", "umbrella", "7"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("without a time in the plan it is due back at closing of an open day, else so long after") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 10:00");
    CHECK(says(site.run({"lend", "out", "pass", "1", "--to", "zw"}).out, "due back 2026-11-24 Tue 20:30."));
    CHECK(says(site.run({"lend", "out", "night-keys", "--to", "zw"}).out, "due back 2026-11-24 Tue 22:00."));
    CHECK(says(site.run({"lend", "out", "pass", "2", "--to", "zw", "--until", "9:30"}).out,
               "due back 2026-11-25 Wed 09:30."));
    CHECK(says(site.run({"lend", "out", "pass", "4", "--to", "zw", "--until", "2026-12-10"}).out,
               "due back 2026-12-10 Thu 20:30."));
    CHECK(site.run({"lend", "out", "pass", "3", "--to", "zw", "--until", "2026-11-24 09:00"}).code == 2);
    CHECK(site.run({"lend", "out", "pass", "3", "--to", "zw", "--until", "soon"}).code == 2);
}

TEST_CASE("until when is counted from when it went out") {
    TestSite site;
    arrive(site);
    site.set_time("2026-11-24 00:30");
    const Ran late = site.run(
        {"lend", "out", "pass", "3", "--to", "zw", "--until", "23:30", "--at", "22:50", "--reason", "forgot to type"});
    CHECK_MESSAGE(says(late.out, "due back 2026-11-23 Mon 23:30."), late.out, late.err);
    CHECK(says(site.run({"lend", "out", "pass", "4", "--to", "zw", "--until", "22:40", "--at", "22:50", "--reason",
                         "forgot to type"})
                   .out,
               "due back 2026-11-24 Tue 22:40."));
    CHECK(says(site.run({"lend", "out", "pass", "5", "--to", "zw", "--until", "2026-11-23 22:40", "--at", "22:50",
                         "--reason", "forgot to type"})
                   .err,
               "\"2026-11-23 22:40\" lies before 2026-11-23 Mon 22:50."));
}

TEST_CASE("what is out already, unknown or out of range does not go out") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7-9", "--to", "V1"}).code == 0);
    const Ran again = site.run({"lend", "out", "umbrella", "6", "8", "--to", "zw"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "Out already: Umbrella 8 to V1 since 2026-11-23 20:40. First: onduty lend back umbrella 8"));
    CHECK(site.run({"log", "10"}).code == 2);  // not even number 6
    const Ran range = site.run({"lend", "out", "umbrella", "21", "--to", "V1"});
    CHECK(range.code == 2);
    CHECK(says(range.err, "the numbers go from 1 to 20."));
    const Ran which = site.run({"lend", "out", "umbrella", "--to", "V1"});
    CHECK(which.code == 2);
    CHECK(says(which.err, "Of Umbrella there are: 1-6, 10-20"));
    CHECK(site.run({"lend", "out", "umbrella", "0", "--to", "V1"}).code == 2);
    CHECK(site.run({"lend", "out", "umbrella", "--pieces", "2", "--to", "V1"}).code == 2);
    CHECK(site.run({"lend", "out", "night-keys", "1", "--to", "V1"}).code == 2);
    CHECK(site.run({"lend", "out", "bicycle", "--to", "V1"}).code == 2);
    CHECK(site.run({"lend", "out", "umbrella", "1", "--to", "V9"}).code == 2);
    CHECK(site.run({"lend", "out", "umbrella", "1", "--to", " "}).code == 2);
    CHECK(site.run({"lend", "out", "umbrella", "1"}).code == 2);
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
    const Ran left = site.run({"lend", "out", "umbrella", "1", "--to", "V1"});
    CHECK(left.code == 4);
    CHECK(says(left.err, "V1 left at"));
}

TEST_CASE("of what has no numbers no more go out than there are, and a part may come back") {
    TestSite site;
    TestSite::start_night(site);
    add_cushions(site);
    REQUIRE(site.run({"lend", "out", "cushion", "--pieces", "2", "--to", "Li Na"}).code == 0);
    const Ran more = site.run({"lend", "out", "cushion", "--pieces", "2", "--to", "zw"});
    CHECK(more.code == 4);
    CHECK(says(more.err,
               "Cushion: 2 asked for, 1 there.\n  Cushion, pieces 2 to Li Na since 2026-11-23 20:30: "
               "onduty lend back 7"));
    CHECK(site.run({"lend", "out", "cushion", "--pieces", "-1", "--to", "zw"}).code == 2);
    REQUIRE(site.run({"lend", "out", "cushion", "--to", "zw"}).code == 0);
    CHECK(site.run({"lend", "out", "cushion", "--to", "zw"}).code == 4);
    const Ran which = site.run({"lend", "back", "cushion"});
    CHECK(which.code == 2);
    CHECK(says(which.err, "Which one comes back?\n  Cushion, pieces 2 to Li Na"));
    CHECK(site.run({"lend", "back", "#7", "--pieces", "3"}).code == 2);
    const Ran part = site.run({"lend", "back", "#7", "--pieces", "1"});
    CHECK(part.code == 0);
    CHECK(says(part.out, "Cushion back from Li Na after 0 min."));
    CHECK(says(part.err, "Still out of it: 1. Back: onduty lend back 7"));
    CHECK(site.run({"lend", "back", "７"}).code == 0);
    CHECK(site.run({"lend", "back", "7"}).code == 4);
    CHECK(site.run({"lend", "back", "5"}).code == 2);
    CHECK(site.run({"lend", "back", "cushion"}).code == 0);
    CHECK(site.run({"lend", "back", "cushion"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("no fewer pieces were lent than came back") {
    TestSite site;
    TestSite::start_night(site);
    add_cushions(site);
    REQUIRE(site.run({"lend", "out", "cushion", "--pieces", "3", "--to", "Li Na"}).code == 0);
    REQUIRE(site.run({"lend", "back", "7", "--pieces", "2"}).code == 0);
    const auto corrected = [&](const char* entry, const char* pieces) {
        return site.run({"correct", entry, "--pieces", pieces, "--reason", "miscounted", "--by", "zw"});
    };
    const Ran fewer = corrected("7", "1");
    CHECK(fewer.code == 4);
    CHECK(says(fewer.err, "Entry 8 says what came back"));
    CHECK(says(fewer.err, "onduty correct 8 --void"));
    CHECK(says(corrected("8", "4").err, "More would be back than was lent"));
    CHECK(corrected("8", "1").code == 0);
    CHECK(corrected("7", "2").code == 0);
    CHECK(says(site.run({"lend"}).out, "Cushion"));
    CHECK(corrected("7", "1").code == 0);  // all of it is back
    CHECK(site.run({"lend", "back", "7"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a name from outside is kept apart and shown masked") {
    TestSite site;
    TestSite::start_night(site);
    const Ran out = site.run({"lend", "out", "umbrella", "7", "--to", "Zhou Yun", "--phone", "138 0013 8000"});
    CHECK(out.code == 0);
    CHECK(says(out.out, "Umbrella 7 lent to Z* Y*, due back"));
    CHECK_FALSE(says(out.out + out.err, "Zhou"));
    CHECK_FALSE(says(site.run({"lend", "--json"}).out + site.run({"log"}).out + site.run({"due"}).out, "Zhou"));
    CHECK(says(site.run({"log"}).out, "lent Umbrella 7 to Z* Y*, due back 2026-11-24 20:30"));
    CHECK(site.run({"lend", "out", "umbrella", "8", "--to", "Zhou Yun", "--phone", "none"}).code == 2);
    const Ran alike = site.run({"lend", "out", "umbrella", "8", "--to", "zhang"});
    CHECK(alike.code == 0);
    CHECK(says(alike.err, "If it was Zhang Wei: onduty correct 7 --void"));
    CHECK(says(site.run({"lend", "out", "umbrella", "9", "--to", "zhang wei"}).out, "lent to Zhang Wei,"));
}

TEST_CASE("damage and loss are said with the return, one of them") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "8", "--to", "V1"}).code == 0);
    const Ran damaged = site.run({"lend", "back", "umbrella", "7", "--damaged", "rib broken"});
    CHECK(damaged.code == 0);
    CHECK(says(damaged.out, "Umbrella 7 back from V1 after 0 min, DAMAGED: rib broken."));
    CHECK(site.run({"lend", "back", "8", "--damaged", "a", "--lost", "b"}).code == 2);
    const Ran lost = site.run({"lend", "back", "umbrella", "8", "--lost", "left in a taxi"});
    CHECK(lost.code == 0);
    CHECK(says(lost.out, "Umbrella 8 of V1 LOST, 0 min after it was lent: left in a taxi."));
    CHECK(says(lost.err, "lower its number in the plan"));
    const Ran offer = site.run({"handover", "offer"});
    CHECK(says(offer.out, "given back Umbrella 7: rib broken"));
    CHECK(says(offer.out, "given back Umbrella 8 LOST: left in a taxi"));
    CHECK_FALSE(says(offer.out, "due back"));
}

TEST_CASE("nothing comes back before it was lent") {
    TestSite site;
    arrive(site);
    site.set_time("2026-11-23 20:50");
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    const Ran early = site.run({"lend", "back", "umbrella", "7", "--at", "20:46"});
    CHECK(early.code == 4);
    CHECK(says(early.err, "Umbrella 7 was lent at 2026-11-23 Mon 20:50, later than that."));
    // A corrected time counts.
    REQUIRE(site.run({"correct", "7", "--time", "20:42", "--reason", "typed later"}).code == 0);
    CHECK(says(site.run({"lend", "back", "umbrella", "7", "--at", "20:46"}).out, "after 4 min."));
    // Nor is it lent to who has not come, or after it came back.
    for (const char* time : {"20:35", "20:48"}) {
        CHECK(site.run({"correct", "7", "--time", time, "--reason", "typed later"}).code == 4);
    }
    CHECK(site.run({"correct", "7", "--time", "20:41", "--reason", "typed later"}).code == 0);
}

TEST_CASE("a withdrawn loan is out no more, a withdrawn return is out again") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "8", "--to", "V1"}).code == 0);
    REQUIRE(site.run({"correct", "8", "--void", "--reason", "typed twice"}).code == 0);
    CHECK_FALSE(says(site.run({"lend"}).out, "Umbrella 8"));
    REQUIRE(site.run({"lend", "back", "umbrella"}).code == 0);
    CHECK(says(site.run({"lend"}).out, "Nothing is out."));
    REQUIRE(site.run({"correct", "10", "--void", "--reason", "another one"}).code == 0);
    CHECK(says(site.run({"lend"}).out, "Umbrella 7"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what is out stands in due until it is back, however long that takes") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    REQUIRE(site.run({"lend", "out", "night-keys", "--to", "zw"}).code == 0);
    const Ran later = site.run({"due"});
    CHECK(says(later.out, "Night keys back from Zhang Wei  "));
    CHECK(says(later.out, "  onduty lend back 8\n"));
    CHECK(says(later.out, "Umbrella 7 back from V1 "));
    site.set_time("2027-01-31 20:31");
    const Ran overdue = site.run({"due"});
    CHECK(overdue.code == 3);
    CHECK(says(overdue.out, "-97921  Umbrella 7 back from V1"));
    CHECK(says(site.run({"lend"}).out, "-97921  OVERDUE"));
    CHECK(site.run({"lend", "back", "umbrella"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "Umbrella"));
}

TEST_CASE("who leaves with something is told of it") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    REQUIRE(site.run({"lend", "out", "radio", "2", "--to", "zw"}).code == 0);
    const Ran visit = site.run({"checkin", "out", "V1"});
    CHECK(visit.code == 0);
    CHECK(visit.err == "Still out: Umbrella 7 to V1 since 2026-11-23 20:40. Back: onduty lend back umbrella 7\n");
    const Ran person = site.run({"checkin", "out", "zw"});
    CHECK(person.code == 0);
    CHECK(person.err == "Still out: Radio 2 to Zhang Wei since 2026-11-23 20:40. Back: onduty lend back radio 2\n");
}

TEST_CASE("the handover lists what is out") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    const std::string line = "\nLent\n  #7 Umbrella 7 to V1 since 2026-11-23 20:40, due back 2026-11-24 20:30\n";
    CHECK(says(site.run({"handover", "offer"}).out, line));
    REQUIRE(site.run({"lend", "out", "umbrella", "8", "--to", "V1"}).code == 0);  // after the offer
    const Ran shown = site.run({"handover", "show"});
    CHECK(says(shown.out, line));
    CHECK_FALSE(says(shown.out, "Umbrella 8"));
}

TEST_CASE("the story of a visit has umbrellas out and back") {
    TestSite site;
    arrive(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    REQUIRE(site.run({"lend", "out", "umbrella", "8", "--to", "zw"}).code == 0);
    site.set_time("2026-11-23 21:00");
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
    site.set_time("2026-11-23 21:10");
    REQUIRE(site.run({"lend", "back", "umbrella", "7-8"}).code == 0);
    CHECK(site.run({"log", "--visit", "V1"}).out ==
          lines({
              "V1",
              "No.  Time              After min  Post         Person     What",
              "  6  2026-11-23 20:40             Night guard  Zhang Wei  arrival V1 comes again, people 2 \"flats\"",
              "  7  2026-11-23 20:40          0  Night guard  Zhang Wei  lent Umbrella 7 to V1, due back 2026-11-24 "
              "20:30",
              "  9  2026-11-23 21:00         20  Night guard  Zhang Wei  left V1",
              " 10  2026-11-23 21:10         10  Night guard  Zhang Wei  given back Umbrella 7",
          }));
}

TEST_CASE("JSON has code, piece and number of pieces apart") {
    TestSite site;
    arrive(site);
    CHECK(site.run({"lend", "--json"}).out == "[]\n");
    REQUIRE(site.run({"lend", "out", "umbrella", "7", "--to", "V1"}).code == 0);
    CHECK(site.run({"lend", "--json"}).out ==
          lines({"[",
                 "{\"number\":7,\"thing\":\"umbrella\",\"piece\":7,\"pieces\":1,\"what\":\"Umbrella 7\",\"to\":\"V1\","
                 "\"since\":\"2026-11-23 20:40\",\"due\":\"2026-11-24 20:30\",\"minutes\":1430,\"remark\":null}",
                 "]"}));
}

TEST_CASE("what the plan no longer has comes back by the number of its entry") {
    TestSite site;
    TestSite::start_night(site);
    const Ran before = site.run({"plan", "export"});
    add_cushions(site);
    REQUIRE(site.run({"lend", "out", "cushion", "--to", "zw"}).code == 0);
    REQUIRE(
        site.run_with_input({"plan", "apply", "-"}, onduty::plan_file(before.out).text, std::chrono::seconds{0}).code ==
        0);
    CHECK(says(site.run({"lend"}).out, "  7  Cushion  Zhang Wei"));
    CHECK(site.run({"lend", "back", "7"}).code == 0);
}

TEST_CASE("no piece is lent for a time at which somebody else had it, whichever was typed first") {
    TestSite site;
    TestSite::start_night(site);
    add_cushions(site);
    site.set_time("2026-11-24 10:00");
    const Ran first = site.run({"lend", "out", "umbrella", "1", "--to", "Old Li", "--by", "zw"});
    REQUIRE(first.code == 0);
    const std::string number = first.out.substr(1, first.out.find(' ') - 1);
    REQUIRE(site.run({"lend", "out", "cushion", "--pieces", "2", "--to", "Old Li", "--by", "zw"}).code == 0);
    site.set_time("2026-11-24 11:00");
    REQUIRE(site.run({"lend", "back", "umbrella", "1", "--by", "zw"}).code == 0);
    REQUIRE(site.run({"lend", "back", "cushion", "--by", "zw"}).code == 0);
    site.set_time("2026-11-24 12:00");
    for (int minute = 9 * 60 + 50; minute <= 11 * 60 + 10; minute += 10) {
        const std::string then = "2026-11-24 " + std::string{minute < 600 ? "0" : ""} + std::to_string(minute / 60) +
                                 ":" + (minute % 60 == 0 ? "00" : std::to_string(minute % 60));
        CAPTURE(then);
        const bool was_out = minute < 660;
        for (const std::vector<std::string>& thing : {std::vector<std::string>{"umbrella", "1"},
                                                      {"umbrella", "2"},
                                                      {"cushion", "--pieces", "2"},
                                                      {"cushion", "--pieces", "1"}}) {
            std::vector<std::string> words{"lend", "out"};
            words.insert(words.end(), thing.begin(), thing.end());
            words.insert(words.end(),
                         {"--to", "Old Wang", "--at", then, "--reason", "no power", "--by", "zw", "--dry-run"});
            const Ran ran = site.run(words);
            const bool enough =
                thing.back() == "2" ? thing.front() == "umbrella" && thing.size() == 2 : thing.size() == 3;
            CAPTURE(ran.err);
            CHECK((ran.code == 0) == (!was_out || enough));
            CHECK(says(ran.err, "onduty log ") == (minute >= 600 && was_out && !enough));
        }
    }
    // Before it, and back before it: told at once.
    const auto before = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"lend", "out",   "umbrella", "1",  "--to",     "Old Wang",
                                       "--at", "09:50", "--by",     "zw", "--reason", "no power"};
        words.insert(words.end(), more.begin(), more.end());
        return site.run(words);
    };
    const Ran open = before({});
    CHECK(open.code == 4);
    CHECK(says(open.err, "since 2026-11-24 10:00, entry " + number + ": it was lent again then."));
    CHECK(says(open.err, "Add --back TIME"));
    CHECK(says(before({"--back", "10:10"}).err, "Put the time of --back right."));
    CHECK(says(before({"--back", "09:40"}).err, "was lent at 2026-11-24 Tue 09:50, later than that."));
    CHECK(before({"--back", "12:10"}).code == 2);
    const Ran told = before({"--back", "09:55"});
    CHECK(told.code == 0);
    CHECK(says(told.out, "Umbrella 1 back from O* W* after 5 min."));
    CHECK(says(site.run({"lend"}).out, "Nothing is out."));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what was lost is not lent again until it is there again") {
    TestSite site;
    TestSite::start_night(site);
    add_cushions(site);
    for (const char* thing : {"umbrella 7", "night-keys", "cushion"}) {
        CAPTURE(thing);
        const std::string all{thing};
        std::vector<std::string> named{all.substr(0, all.find(' '))};
        if (named[0] != all) {
            named.push_back("7");
        }
        const auto lend = [&](std::vector<std::string> words, std::vector<std::string> more) {
            words.insert(words.end(), named.begin(), named.end());
            words.insert(words.end(), more.begin(), more.end());
            return site.run(words);
        };
        const std::vector<std::string> to = named[0] == "cushion"
                                                ? std::vector<std::string>{"--to", "Old Li", "--pieces", "3"}
                                                : std::vector<std::string>{"--to", "Old Li"};
        REQUIRE(lend({"lend", "out"}, to).code == 0);
        const std::string lost =
            std::to_string(onduty::test::entry_of(lend({"lend", "back"}, {"--lost", "in a taxi"})));
        const Ran again = lend({"lend", "out"}, to);
        CHECK(again.code == 4);
        CHECK_MESSAGE(says(again.err, "was lost, entry " + lost + "."), again.err);
        CHECK(says(again.err, "onduty correct " + lost + " --note \"...\" --reason \"...\""));
        CHECK(site.run({"correct", lost, "--note", "the driver brought it", "--reason", "found"}).code == 0);
        CHECK(lend({"lend", "out"}, to).code == 0);
        CHECK(site.run({"correct", lost, "--lost", "not found", "--reason", "mixed up"}).code ==
              4);  // it is lent again
        CHECK(site.run({"verify"}).code == 0);
    }
}

TEST_CASE("of what has no numbers the plan says how many are left after a loss, once it says another number") {
    TestSite site;
    TestSite::start_night(site);
    add_cushions(site);
    REQUIRE(site.run({"lend", "out", "cushion", "--pieces", "2", "--to", "Old Li"}).code == 0);
    REQUIRE(site.run({"lend", "back", "cushion", "--lost", "gone"}).code == 0);
    CHECK(site.run({"lend", "out", "cushion", "--pieces", "2", "--to", "Old Li"}).code == 4);
    std::string plan = site.plan();
    const std::size_t at = plan.find("number = 3", plan.find("code = \"cushion\""));
    REQUIRE(at != std::string::npos);
    plan.replace(at, 10, "number = 2");
    REQUIRE(site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0}).code == 0);
    CHECK(site.run({"lend", "out", "cushion", "--pieces", "3", "--to", "Old Li"}).code == 4);
    CHECK(site.run({"lend", "out", "cushion", "--pieces", "2", "--to", "Old Li"}).code == 0);
}
