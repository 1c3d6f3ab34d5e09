// SPDX-License-Identifier: MIT
// What should serve stock, fridge and disinfect do?
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <sstream>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Monday 2026-11-23, 09:00: Li Na and Chen Jing at the bar; the last entry is 5.
void open_bar(TestSite& site) {
    site.set_time("2026-11-23 08:50");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Li Na", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Chen Jing", "--post", "bar"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    site.set_time("2026-11-23 09:00");
}

// Runs as Li Na.
Ran bar(TestSite& site, std::vector<std::string> words) {
    words.insert(words.end(), {"--by", "Li Na"});
    return site.run(std::move(words));
}

std::size_t entries(TestSite& site) {
    const std::string out = site.run({"log", "--last", "100", "--json"}).out;
    std::size_t count = 0;
    for (std::size_t at = out.find("\"number\""); at != std::string::npos; at = out.find("\"number\"", at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a movement waits for another person, who cannot be the one who entered it") {
    TestSite site;
    open_bar(site);
    const Ran received = bar(site, {"serve", "stock", "received", "water=48", "--best-before", "2027-06-01"});
    CHECK(received.code == 0);
    CHECK(says(received.out, "#6 received: Mineral water 48."));
    CHECK(says(received.err, "onduty serve stock approve 6 --by NAME"));
    CHECK(says(site.run({"due"}).out, "Entry 6, received: approve"));
    const Ran own = bar(site, {"serve", "stock", "approve", "6"});
    CHECK(own.code == 4);
    CHECK(says(own.err, "Li Na recorded entry 6; somebody else approves it"));
    CHECK(site.run({"serve", "stock", "approve", "6", "--by", "Chen Jing"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "Entry 6"));
    CHECK(site.run({"serve", "stock", "approve", "6", "--by", "Chen Jing"}).code == 4);
    CHECK(entries(site) == 7);
}

TEST_CASE("what is refused does not count") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "stock", "count", "water=0"}).code == 3);
    REQUIRE(bar(site, {"serve", "stock", "received", "water=48"}).code == 0);
    REQUIRE(bar(site, {"serve", "stock", "received", "water=12"}).code == 0);
    CHECK(site.run({"serve", "stock", "refuse", "7", "--by", "Chen Jing"}).code == 2);
    REQUIRE(site.run({"serve", "stock", "refuse", "7", "--note", "not ours", "--by", "Chen Jing"}).code == 0);
    CHECK(says(site.run({"serve", "stock", "--json"}).out,
               "\"item\":\"water\",\"name\":\"Mineral water\",\"on_hand\":12,"));
}

TEST_CASE("what was never counted is not known, whatever came and went") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "stock", "count", "milk=60"}).code == 3);
    REQUIRE(site.run({"correct", "6", "--void", "--reason", "other fridge", "--by", "Li Na"}).code == 0);
    const Ran received =
        bar(site, {"serve", "stock", "received", "milk=6", "cup=4", "--best-before", "2026-11-25"});  // 8
    CHECK(says(received.err, "Not counted yet: Milk, Cup. Count: onduty serve stock count milk=... cup=...\n"));
    const Ran used = bar(site, {"serve", "stock", "used", "cup=2"});  // 9
    CHECK(says(used.err, "Not counted yet: Cup. Count: onduty serve stock count cup=...\n"));
    CHECK_FALSE(says(used.err, "left"));
    CHECK(says(site.run({"serve", "stock", "--json"}).out, "\"item\":\"milk\",\"name\":\"Milk\",\"on_hand\":null,"));
    CHECK_FALSE(says(site.run({"serve", "stock", "restock"}).out, "Milk"));
    // What came is there all the same.
    CHECK(says(site.run({"due"}).out, "Milk 6: best before 2026-11-25"));
    const Ran count = bar(site, {"serve", "stock", "count", "milk=17"});  // 10
    CHECK_FALSE(says(count.out, "DIFFERENT"));
    CHECK_FALSE(says(count.err, "explain"));
    CHECK_FALSE(says(site.run({"due"}).out, "Entry 10"));
    const std::string csv = site.run({"report", "day", "--block", "stock", "--csv"}).out;
    CHECK(says(csv, "2026-11-23,milk,Milk,6,0,0,0,0,0,0,,17,,"));
    CHECK(says(bar(site, {"serve", "stock", "count", "milk=16"}).out, "DIFFERENT: Milk 16 of 17."));
}

TEST_CASE("a count is compared with the last one and what came and went since") {
    TestSite site;
    open_bar(site);
    const std::vector<std::string> all{"serve",    "stock",   "count",     "tea=4",  "coffee=6", "juice=24",
                                       "water=96", "milk=12", "pastry=40", "cup=60", "glass=60", "plate=40"};
    const Ran first = bar(site, all);
    CHECK(first.code == 0);
    CHECK(says(first.out, "Counted: 9 items."));
    REQUIRE(bar(site, {"checkin", "visit", "--party", "3", "--purpose", "x"}).code == 0);
    REQUIRE(bar(site, {"serve", "order", "V1", "water=3", "juice=7"}).code == 0);
    REQUIRE(bar(site, {"serve", "deliver", "V1"}).code == 0);
    REQUIRE(bar(site, {"serve", "stock", "broken", "cup=1", "--note", "slipped"}).code == 0);
    site.set_time("2026-11-23 20:10");
    // 96 - 3 = 93 water, 24 - 7/5 = 23 juice, 60 - 1 = 59 cups.
    const Ran second = bar(site, {"serve", "stock", "count", "water=92", "juice=23", "cup=59", "--closing"});
    CHECK(second.code == 3);
    CHECK(says(second.out, "DIFFERENT: Mineral water 92 of 93. INCOMPLETE, no number for Tea, Coffee beans, Milk,"));
    CHECK(says(second.err, "Compared with the count of entry 6, 2026-11-23 Mon 09:00, Li Na."));
    CHECK(says(second.err, "onduty serve explain 11 water"));
    CHECK(says(site.run({"due"}).out, "Entry 11: 92 of 93, Mineral water"));
    CHECK(bar(site, {"serve", "explain", "11", "cup", "x"}).code == 4);
    CHECK(bar(site, {"serve", "explain", "10", "cup", "x"}).code == 2);
    CHECK(bar(site, {"serve", "explain", "11", "water", "given to two drivers"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "Entry 11"));
}

TEST_CASE("a count is said to be compared with the last ones of what was counted, and with nothing else") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "stock", "count", "water=100"}).code != 4);
    const std::string water = std::to_string(Store{site.file(), Store::Mode::read}.head().number);
    site.set_time("2026-11-23 10:00");
    CHECK_FALSE(says(bar(site, {"serve", "stock", "count", "cup=59"}).err, "Compared with"));
    const std::string cup = std::to_string(Store{site.file(), Store::Mode::read}.head().number);
    site.set_time("2026-11-23 11:00");
    const Ran alone = bar(site, {"serve", "stock", "count", "water=97"});
    CHECK(says(alone.err, ("Compared with the count of entry " + water + ", 2026-11-23 Mon 09:00").c_str()));
    CHECK_FALSE(says(alone.err, ("count of entry " + cup + ",").c_str()));
    const std::string both = bar(site, {"serve", "stock", "count", "water=97", "cup=59"}).err;
    CHECK(says(both, ("count of entry " + cup + ", 2026-11-23 Mon 10:00").c_str()));
    CHECK(says(both, "2026-11-23 Mon 11:00"));
}

TEST_CASE("a reason may be given with the count, the opening count is marked") {
    TestSite site;
    open_bar(site);
    CHECK(says(bar(site, {"serve", "stock", "count", "cup=60"}).out, "Counted: 1 item. INCOMPLETE"));
    const Ran ran = bar(site, {"serve", "stock", "count", "cup=58", "--why", "cup=two in the wash", "--opening"});
    CHECK(says(ran.out, "DIFFERENT: Cup 58 of 60."));
    CHECK(!says(site.run({"due"}).out, "Entry 7"));
    CHECK(says(site.run({"log", "7"}).out, "opening"));
    CHECK(bar(site, {"serve", "stock", "count", "cup=1", "--why", "glass=x"}).code == 2);
    CHECK(bar(site, {"serve", "stock", "count", "cup=1", "--why", "cup"}).code == 2);
    CHECK(bar(site, {"serve", "stock", "count", "cup=1", "--opening", "--closing"}).code == 2);
    const Ran nothing = bar(site, {"serve", "stock", "count", "cup=58", "--why", "cup=two in the wash"});
    CHECK(nothing.code == 4);
    CHECK(says(nothing.err, "Cup is as it should be, so there is nothing to explain. Nothing was recorded.\n"));
    CHECK(bar(site, {"serve", "stock", "count", "water=90", "--why", "water=never counted before"}).code == 4);
    CHECK(entries(site) == 7);
}

TEST_CASE("wrong stock input writes nothing") {
    TestSite site;
    open_bar(site);
    struct Case {
        std::vector<std::string> words;
        const char* message;
    };
    for (const Case& one : std::vector<Case>{
             {{"count", "petrol=3"}, "The plan has no item \"petrol\"."},
             {{"count", "cup=-1"}, "\"cup=-1\": write a thing and how many"},
             {{"count", "cup=many"}, "\"cup=many\": write a thing and how many"},
             {{"count"}, "What is there?"},
             {{"broken", "cup=1"}, "Say why"},
             {{"broken", "cup=0", "--note", "x"}, "write a thing and how many"},
             {{"received", "milk=1", "--best-before", "2026-13-01"}, "is not a date"},
             {{"used", "milk=1", "--best-before", "2026-12-01"}, "belongs to what is received"},
             {{"received"}, "Which items? onduty serve stock received coffee=2"},
             {{"recieved", "milk=1"}, "Did you mean received?"},
             {{"used", "milk=1", "--opening"}, "belong to a count"},
             {{"approve"}, "Which entry?"},
             {{"approve", "six"}, "is not the number of an entry"},
         }) {
        std::vector<std::string> words{"serve", "stock"};
        words.insert(words.end(), one.words.begin(), one.words.end());
        const Ran ran = bar(site, words);
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(says(ran.err, one.message));
    }
    CHECK(entries(site) == 5);
}

TEST_CASE("what expires soon and what has expired stands in due, the oldest first out") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "stock", "received", "pastry=10", "--best-before", "2026-11-25"}).code == 0);
    REQUIRE(bar(site, {"serve", "stock", "received", "pastry=10", "--best-before", "2026-11-28"}).code == 0);
    CHECK(says(site.run({"due"}).out, "Pastry 10: best before 2026-11-25"));
    CHECK(!says(site.run({"due"}).out, "2026-11-28"));
    REQUIRE(bar(site, {"serve", "stock", "used", "pastry=4"}).code == 0);
    site.set_time("2026-11-26 09:00");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "Pastry 6: best before 2026-11-25"));
    CHECK(says(due, "Pastry 10: best before 2026-11-28"));
    REQUIRE(bar(site, {"serve", "stock", "expired", "pastry=6", "--note", "thrown away"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "Pastry 6"));
    // A lot that was withdrawn is no lot.
    REQUIRE(site.run({"correct", "7", "--void", "--reason", "typed twice", "--by", "Li Na"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "Pastry"));
}

TEST_CASE("a temperature outside the limits needs an action") {
    TestSite site;
    open_bar(site);
    CHECK(says(bar(site, {"serve", "fridge", "4.5"}).out, "Bar fridge at 4.5 degrees."));
    CHECK(bar(site, {"serve", "fridge", "8"}).code == 0);
    const Ran hot = bar(site, {"serve", "fridge", "9"});
    CHECK(hot.code == 4);
    CHECK(says(hot.err, "9 degrees is outside 0 to 8. Nothing was recorded."));
    const Ran done = bar(site, {"serve", "fridge", "9", "--action", "door closed"});
    CHECK(done.code == 3);
    CHECK(says(done.out, "OUTSIDE 0 to 8: door closed."));
    CHECK(bar(site, {"serve", "fridge", "-0.1"}).code == 4);
    for (const char* absurd : {"61", "-61", "cold", "4.55", ""}) {
        CAPTURE(absurd);
        CHECK(bar(site, {"serve", "fridge", absurd}).code == 2);
    }
    CHECK(entries(site) == 8);
    CHECK(says(site.run({"log", "--last", "1"}).out, "fridge Bar fridge 9 C fault \"door closed\""));
}

TEST_CASE("three readings a day are slots of the plan") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "fridge", "4"}).code == 0);
    site.set_time("2026-11-23 20:30");
    const std::string slots = site.run({"report", "day", "--block", "slots", "--csv"}).out;
    CHECK(says(slots, "2026-11-23,fridge-reading,2026-11-23 09:00,on_time"));
    CHECK(says(slots, "2026-11-23,fridge-reading,2026-11-23 14:00,missed"));
}

TEST_CASE("what is typed behind a list is refused, and a count needs its number") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "stock", "count", "milk=12"}).code == 3);
    for (const char* part : {"list", "restock", "补货"}) {
        const Ran listed = bar(site, {"serve", "stock", part, "milk=6"});
        CHECK(listed.code == 2);
        CHECK(says(listed.err, "onduty serve stock received ITEM=2"));
        CHECK(bar(site, {"serve", "stock", part, "--note", "came today"}).code == 2);
        CHECK(bar(site, {"serve", "stock", part}).code == 0);
    }
    CHECK(says(bar(site, {"serve", "stock", "进货", "milk=6"}).out, "received: Milk 6"));
    const Ran bare = bar(site, {"serve", "stock", "count", "milk"});
    CHECK(bare.code == 2);
    CHECK(says(bare.err, "How many Milk? Write it behind the thing: Milk=..."));
    CHECK(bar(site, {"serve", "count", "show-1", "all", "vase"}).code == 2);
    CHECK(bar(site, {"serve", "stock", "used", "milk"}).code == 0);
}

TEST_CASE("a batch of utensils ends after its time, or is incomplete") {
    TestSite site;
    open_bar(site);
    CHECK(bar(site, {"serve", "disinfect", "end"}).code == 4);
    CHECK(bar(site, {"serve", "disinfect", "steam"}).code == 2);
    CHECK(bar(site, {"serve", "disinfect", "boiling", "cup=4"}).code == 2);
    const auto states = [&] {
        const std::string slots = site.run({"report", "day", "--block", "slots", "--csv"}).out;
        const std::size_t row = slots.find("disinf");
        const std::size_t state = slots.find(',', slots.find(',', row) + 1) + 1;
        return slots.substr(state, slots.find(',', state) - state);
    };
    site.set_time("2026-11-23 19:50");
    CHECK(says(bar(site, {"serve", "disinfect", "steam", "cup=40"}).out, "#6 Steam begins: Cup 40."));
    CHECK(says(site.run({"due"}).out, "Steam is through, entry 6"));
    site.set_time("2026-11-23 20:04");
    // Neither what is not through yet nor what was too short is done.
    CHECK(states() == "incomplete");
    CHECK(says(bar(site, {"serve", "disinfect", "end"}).out, "ended after 14 min, TOO SHORT: 15 min are needed."));
    CHECK(states() == "incomplete");
    REQUIRE(bar(site, {"serve", "disinfect", "steam", "cup=40"}).code == 0);
    site.set_time("2026-11-23 20:19");
    const Ran end = bar(site, {"serve", "disinfect", "end"});
    CHECK(end.code == 0);
    CHECK(says(end.out, "Steam of entry 8 through after 15 min."));
    CHECK(states() == "on_time");
    // What is told of a time is of what had begun by then.
    REQUIRE(bar(site, {"serve", "disinfect", "steam", "cup=40"}).code == 0);
    site.set_time("2026-11-23 20:40");
    REQUIRE(bar(site, {"serve", "disinfect", "steam", "cup=20"}).code == 0);
    site.set_time("2026-11-23 20:45");
    CHECK(bar(site, {"serve", "disinfect", "end"}).code == 2);
    CHECK(
        says(bar(site, {"serve", "disinfect", "end", "--at", "20:35"}).out, "Steam of entry 10 through after 16 min."));
}

TEST_CASE("a health certificate is spoken of from 30 days before its end") {
    TestSite site;
    open_bar(site);
    CHECK(says(site.run({"due"}).out, "Li Na: no health certificate in the plan"));
    CHECK(site.run({"plan", "certificate", "Li Na", "2026-02-30"}).code == 2);
    REQUIRE(site.run({"plan", "certificate", "Li Na", "2026-12-24", "--by", "Li Na"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "Li Na:"));
    REQUIRE(site.run({"plan", "certificate", "Li Na", "2026-12-23", "--by", "Li Na"}).code == 0);
    CHECK(says(site.run({"due"}).out, "Li Na: health certificate until 2026-12-23"));
    REQUIRE(site.run({"plan", "certificate", "Li Na", "2026-11-22", "--by", "Li Na"}).code == 0);
    CHECK(says(site.run({"due"}).out, "OVERDUE"));
    REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
    CHECK(says(site.run({"checkin", "staff", "Li Na"}).err, "The health certificate of Li Na ran out on 2026-11-22"));
}

TEST_CASE("which of several batches is through is asked, and the hints name it") {
    TestSite site;
    open_bar(site);
    CHECK(says(bar(site, {"serve", "disinfect", "cabinet", "glass=20"}).err, "onduty serve disinfect end\n"));
    CHECK(says(bar(site, {"serve", "disinfect", "steam", "plate=5"}).err, "onduty serve disinfect end 7\n"));
    site.set_time("2026-11-23 09:16");
    CHECK(says(site.run({"due"}).out, "onduty serve disinfect end 7\n"));
    // Through is it when its time from the told beginning is over.
    CHECK(says(bar(site, {"serve", "disinfect", "steam", "cup=1", "--at", "09:06", "--dry-run"}).err,
               "When it is through, at 09:21: onduty serve disinfect end 8\n"));
    const Ran which = bar(site, {"serve", "disinfect", "end"});
    CHECK(which.code == 2);
    CHECK(says(which.err, "Being disinfected: 6 ("));
    CHECK(bar(site, {"serve", "disinfect", "end", "5"}).code == 2);
    CHECK(bar(site, {"serve", "disinfect", "end", "7"}).code == 0);
    site.set_time("2026-11-23 10:30");
    CHECK(says(bar(site, {"serve", "disinfect", "end"}).out, "of entry 6 through"));
}

TEST_CASE("a count that differs can be explained when the plan no longer has the thing") {
    TestSite site;
    open_bar(site);
    std::string plan = site.plan();
    REQUIRE(bar(site, {"serve", "stock", "count", "plate=40"}).code == 3);  // fewer than there are to be
    REQUIRE(bar(site, {"serve", "stock", "count", "plate=30"}).code == 3);
    const auto at = plan.find("\n[[item]]\ncode = \"plate\"");
    REQUIRE(at != std::string::npos);
    plan.erase(at, plan.find("\n[[", at + 1) - at);
    REQUIRE(site.run_with_input({"plan", "apply", "-", "--by", "Li Na"}, plan, std::chrono::seconds{0}).code == 0);
    CAPTURE(site.run({"due"}).out);
    CHECK(says(site.run({"due"}).out, "30 of 40, Plate"));
    CHECK(says(site.run({"due"}).out, "onduty serve explain 7 plate \"...\"\n"));
    CHECK(bar(site, {"serve", "explain", "7", "cup", "two boxes broken"}).code == 4);
    CHECK(bar(site, {"serve", "explain", "7", "plate", "two boxes broken"}).code == 0);
    CHECK(!says(site.run({"due"}).out, "serve explain"));
}

TEST_CASE("what was thrown away is expired no more, though as much of it is there without a date") {
    TestSite site;
    open_bar(site);
    REQUIRE(bar(site, {"serve", "stock", "count", "milk=12"}).code == 3);
    REQUIRE(bar(site, {"serve", "stock", "received", "milk=6", "--best-before", "2026-12-05"}).code == 0);
    site.set_time("2026-12-06 09:00");
    CHECK(says(site.run({"due"}).out, "Milk 6: best before 2026-12-05"));
    const Ran thrown = bar(site, {"serve", "stock", "expired", "milk=6", "--note", "thrown away"});
    REQUIRE(thrown.code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "best before"));
    CHECK_FALSE(says(site.run({"serve", "stock"}).out, "EXPIRED"));
    REQUIRE(site.run({"correct", std::to_string(entry_of(thrown)), "--void", "--reason", "other box", "--by", "Li Na"})
                .code == 0);
    CHECK(says(site.run({"due"}).out, "Milk 6: best before 2026-12-05"));
}

TEST_CASE("property: who orders or brings what by the stock is out hears so, and of nothing else") {
    int out = 0;
    int there = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(4U); ++seed) {
        CAPTURE(seed);
        std::mt19937 dice{seed};
        const auto below = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
        TestSite site;
        open_bar(site);
        REQUIRE(bar(site, {"checkin", "visit", "--party", "9", "--purpose", "look"}).code == 0);
        // Tea is never counted: nobody knows how much there is.
        REQUIRE(bar(site, {"serve", "stock", "count", "juice=1", "water=3"}).code == 3);
        std::map<std::string, int> waiting;
        for (int step = 0; step < 12; ++step) {
            site.set_time("2026-11-23 09:" + std::to_string(10 + step));
            const std::string drink =
                std::vector<std::string>{"juice", "water", "tea"}[static_cast<std::size_t>(below(3))];
            const bool brings = waiting[drink] > 0 && below(2) == 0;
            const int number = brings ? waiting[drink] : 1 + below(2);
            const Ran ran =
                bar(site, {"serve", brings ? "deliver" : "order", "V1", drink + "=" + std::to_string(number)});
            REQUIRE_MESSAGE(ran.code == 0, ran.err);
            waiting[drink] += brings ? -number : number;
            std::istringstream rows{site.run({"serve", "stock", "--json"}).out};
            for (std::string row; std::getline(rows, row);) {
                if (!says(row, ("\"item\":\"" + drink + "\"").c_str())) {
                    continue;
                }
                const bool none = says(row, "\"on_hand\":0,") || says(row, "\"on_hand\":-");
                CHECK_MESSAGE(says(ran.err, "By the stock there is none left") == none, row << ran.err);
                CHECK(says(ran.err, ("onduty serve stock count " + drink + "=...").c_str()) == none);
                out += none ? 1 : 0;
                there += none ? 0 : 1;
            }
        }
    }
    CHECK(out > 0);
    CHECK(there > 0);
}
