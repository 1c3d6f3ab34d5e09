// SPDX-License-Identifier: MIT
// Does what was told last hold, in whatever order it was typed, and whatever is withdrawn and put to its time?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

#include "log/last_told.hpp"
#include "support.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

using onduty::test::bring_on_duty;
using onduty::test::clock_of;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

using TypedWords = std::vector<std::string>;

void open_told(TestSite& site) {
    site.set_time("2026-11-23 09:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
    bring_on_duty(site, {{"Li Na", "front-desk"},
                         {"Chen Jing", "bar"},
                         {"Zhou Kai", "sales"},
                         {"Sun Li", "sales"},
                         {"He Yu", "sales"},
                         {"Liu Yang", "show-home"},
                         {"Wang", "supervisor"}});
    site.set_time("2026-11-23 09:50");
    for (const TypedWords& words :
         {TypedWords{"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Li Na"},
          TypedWords{"complain", "new", "complaint", "loud", "--by", "Li Na"},
          TypedWords{"customer", "new", "--name", "Wu Min", "--by", "Li Na"}}) {
        REQUIRE(site.run(words).code == 0);
    }
}

// What is told of minutes after ten, typed in any order.
struct Change {
    const char* name;
    TypedWords words;                 // "@" stands for the value
    std::vector<std::string> values;  // as typed
    std::vector<std::string> shown;   // as it is shown then
    TypedWords list;
};

const std::vector<Change>& changes() {
    static const std::vector<Change> kChanges{
        {"seat",
         {"serve", "seat", "V1", "@", "--by", "Li Na"},
         {"A1", "A2", "B1"},
         {"Table A1", "Table A2", "Negotiation room B1"},
         {"checkin", "list"}},
        {"host",
         {"checkin", "host", "V1", "@", "--by", "Li Na"},
         {"Zhou Kai", "Sun Li", "He Yu"},
         {"Zhou Kai", "Sun Li", "He Yu"},
         {"checkin", "list"}},
        {"severity",
         {"complain", "assess", "C1", "--severity", "@", "--by", "Wang"},
         {"1", "2", "4"},
         {"complaint    1", "complaint    2", "complaint    4"},
         {"complain", "list"}},
        {"owner",
         {"complain", "assign", "C1", "@", "--by", "Wang"},
         {"Zhou Kai", "Sun Li", "He Yu"},
         {"Zhou Kai", "Sun Li", "He Yu"},
         {"complain", "list"}},
        {"keeper",
         {"customer", "assign", "K18", "@", "--by", "Wang"},
         {"Zhou Kai", "Sun Li", "He Yu"},
         {"Zhou Kai", "Sun Li", "He Yu"},
         {"customer", "list"}},
    };
    return kChanges;
}

std::string line_with(const std::string& text, const char* words) {
    const std::size_t at = text.find(words);
    const std::size_t begin = at == std::string::npos ? 0 : text.rfind('\n', at) + 1;
    return at == std::string::npos ? "" : text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("property: of a seat, a host, a severity, an owner and a keeper that holds which was told last") {
    std::mt19937 random{20261129};
    const auto below = [&](std::size_t most) { return std::size_t{random() % most}; };
    int out_of_order = 0;
    for (const Change& change : changes()) {
        CAPTURE(std::string{change.name});
        for (int turn = 0; turn < test::turns(2); ++turn) {
            TestSite site;
            open_told(site);
            if (std::string_view{change.name} == "owner") {
                REQUIRE(site.run({"complain", "assess", "C1", "--severity", "3", "--by", "Wang"}).code == 0);
            }
            site.set_time("2026-11-23 10:40");
            std::map<int, std::size_t> held;                   // value by told minute
            std::map<int, std::pair<int, std::size_t>> typed;  // entry and value, by told minute
            for (int step = 0; step < 9; ++step) {
                const int minute = static_cast<int>(below(40));
                const std::size_t value = below(change.values.size());
                if (typed.count(minute) > 0) {
                    continue;
                }
                if (!typed.empty() && below(4) == 0) {
                    auto some = std::next(typed.begin(), static_cast<std::ptrdiff_t>(below(typed.size())));
                    auto& [entry, known] = some->second;
                    const bool counts = held.count(some->first) > 0;
                    const Ran ran = site.run({"correct", std::to_string(entry), counts ? "--void" : "--restore",
                                              "--reason", "typing", "--by", "Wang"});
                    if (ran.code == 0 && counts) {
                        held.erase(some->first);
                    } else if (ran.code == 0) {
                        held[some->first] = known;
                    }
                }
                TypedWords words = change.words;
                std::replace(words.begin(), words.end(), std::string{"@"}, change.values[value]);
                words.insert(words.end(), {"--at", clock_of(600 + minute), "--reason", "was busy"});
                const Ran ran = site.run(words);
                if (ran.code == 0) {
                    out_of_order += !held.empty() && held.rbegin()->first > minute ? 1 : 0;
                    held[minute] = value;
                    typed[minute] = {entry_of(ran), value};
                }
                if (held.empty()) {
                    continue;
                }
                const std::string line = line_with(site.run(change.list).out, change.name[0] == 'k'         ? "K18"
                                                                              : change.list[0] == "checkin" ? "V1"
                                                                                                            : "C1");
                CAPTURE(line);
                CHECK(says(line, change.shown[held.rbegin()->second].c_str()));
            }
            CHECK(site.run({"verify"}).code == 0);
        }
    }
    CHECK(out_of_order > test::turns(30));
}

namespace {

// The clock at a time of the day, and somebody types.
Ran type_at(TestSite& site, const char* time, TypedWords words) {
    site.set_time(std::string{"2026-11-23 "} + time);
    return site.run(std::move(words));
}

}  // namespace

TEST_CASE("what was done before a group left or a case was resolved is typed afterwards, and that is given back") {
    TestSite site;
    open_told(site);
    const TypedWords brought{"serve", "deliver", "V1", "--at", "10:30", "--by", "Chen Jing"};
    REQUIRE(type_at(site, "10:05", {"serve", "order", "V1", "tea=2", "--by", "Chen Jing"}).code == 0);
    const int left = entry_of(type_at(site, "10:40", {"checkin", "out", "V1", "--by", "Li Na"}));
    const Ran late = type_at(site, "10:42", brought);
    CHECK(says(late.out, "V1 gets Tea 2, 25 min after the order."));
    CHECK(type_at(site, "10:43", {"serve", "refill", "V1", "--at", "10:41", "--by", "Chen Jing"}).code == 4);
    REQUIRE(site.run({"correct", std::to_string(left), "--void", "--reason", "typing", "--by", "Wang"}).code == 0);
    CHECK(site.run({"correct", std::to_string(left), "--restore", "--reason", "typing", "--by", "Wang"}).code == 0);
    CHECK(says(site.run({"report", "day", "--block", "bar", "--csv"}).out, "2026-11-23,1,2,25,25,"));
    for (const TypedWords& words : {TypedWords{"assess", "C1", "--severity", "3"}, TypedWords{"assign", "C1", "Sun Li"},
                                    TypedWords{"resolve", "C1", "done"}}) {
        TypedWords line{"complain"};
        line.insert(line.end(), words.begin(), words.end());
        line.insert(line.end(), {"--by", "Wang"});
        REQUIRE(type_at(site, "10:50", line).code == 0);
    }
    CHECK(type_at(site, "10:55", {"complain", "act", "C1", "spoke", "--at", "10:48", "--by", "Wang"}).code == 0);
    CHECK(type_at(site, "10:55", {"complain", "act", "C1", "spoke", "--at", "10:52", "--by", "Wang"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a table is to be tidied up from when it was left as told, and the hint names the right one") {
    TestSite site;
    open_told(site);
    const auto sit = [&](const char* time, const char* seat, const char* told_at) {
        return type_at(site, time, {"serve", "seat", "V1", seat, "--at", told_at, "--by", "Li Na"});
    };
    sit("10:31", "A2", "10:30");
    CHECK(says(sit("10:32", "A1", "10:20").err, "Table A1 is to be tidied up"));
    const Ran between = sit("10:33", "B1", "10:25");
    CHECK(says(between.out, "What was told later holds: Table A2."));
    const std::size_t hint = between.err.find("When done: onduty clean done R", between.err.find("B1 is to be tidied"));
    REQUIRE(hint != std::string::npos);
    const std::string request = between.err.substr(hint + 29, between.err.find('\n', hint) - hint - 29);
    const std::string due = site.run({"due"}).out;
    CHECK(says(line_with(due, "Table A1"), "10:35"));
    CHECK(says(line_with(due, "B1"), "10:40"));
    CHECK(says(type_at(site, "10:35", {"clean", "done", request, "--by", "Li Na"}).out, "B1"));
    CHECK(says(type_at(site, "10:35", {"serve", "clear", "V1", "--by", "Li Na"}).out,
               "Table A1 tidied up after V1, 10 min after it was asked for."));
    CHECK(says(site.run({"checkin", "list"}).out, "Table A2"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a room was counted after the group that was told to have been there before") {
    TestSite site;
    open_told(site);
    const auto show = [&](const char* time, TypedWords words) {
        words.insert(words.end(), {"--by", "Liu Yang"});
        return type_at(site, time, std::move(words));
    };
    REQUIRE(show("09:55", {"serve", "count", "show-1", "all"}).code == 0);
    REQUIRE(show("10:30", {"serve", "count", "show-1", "all", "vase=1"}).code == 3);
    REQUIRE(show("10:32", {"serve", "tour", "V1", "show-1", "--at", "10:20"}).code == 0);
    REQUIRE(show("10:33", {"serve", "tour-end", "V1", "--at", "10:28"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "count after V1"));
    CHECK(says(site.run({"report", "day", "--block", "differences", "--csv"}).out,
               ",2,1,yes,V1,2026-11-23 09:55,2026-11-23 10:30,"));
    CHECK(says(site.run({"report", "day", "--block", "show-home", "--csv"}).out, ",1,1,2,2,0,1"));
    CHECK(show("10:34", {"serve", "tour", "V1", "show-1"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a tour told after the group left ended when it left, and another end is a correction") {
    TestSite site;
    open_told(site);
    REQUIRE(type_at(site, "10:40", {"customer", "new", "V1", "--name", "Bo", "--by", "Sun Li"}).code == 0);
    // The card came from the visit and does not bind its end.
    REQUIRE(type_at(site, "10:42", {"checkin", "out", "V1", "--at", "10:30", "--by", "Li Na"}).code == 0);
    const Ran tour = type_at(
        site, "10:43", {"serve", "tour", "V1", "show-1", "--at", "10:10", "--reason", "was busy", "--by", "Liu Yang"});
    REQUIRE(tour.code == 0);
    CHECK(says(tour.err, "Count now: onduty serve count show-1"));
    CHECK(says(site.run({"due"}).out, "Show home 1: count after V1"));
    const Ran end = type_at(site, "10:44",
                            {"serve", "tour-end", "V1", "--at", "10:20", "--reason", "was busy", "--by", "Liu Yang"});
    CHECK(end.code == 4);
    CHECK(says(end.err, "V1 had seen Show home 1 at 10:30, entry "));
    const std::string number = end.err.substr(end.err.find("onduty correct ") + 15, 2);
    CHECK(site.run({"correct", number, "--time", "10:20", "--reason", "as it was", "--by", "Wang"}).code == 0);
    CHECK(type_at(site, "10:45", {"serve", "count", "show-1", "all", "--by", "Liu Yang"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "Show home 1"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a shift is given back beside what was told of it on the next one") {
    TestSite site;
    open_told(site);
    site.set_time("2026-11-23 18:00");
    REQUIRE(site.run({"checkin", "out", "Chen Jing"}).code == 0);
    site.set_time("2026-11-24 09:00");
    REQUIRE(site.run({"checkin", "staff", "Chen Jing"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const auto hours = [&] { return site.run({"report", "day", "2026-11-23", "--block", "staff", "--csv"}).out; };
    const std::string before = hours();
    REQUIRE(site.run({"serve", "fridge", "4", "--at", "yesterday 16:10", "--reason", "forgot it", "--by", "Chen Jing"})
                .code == 0);
    const TypedWords back{"correct", "5", "--restore", "--reason", "was right", "--by", "Wang"};
    REQUIRE(site.run({"correct", "5", "--void", "--all", "--reason", "wrong person", "--by", "Wang"}).code == 0);
    const Ran restored = site.run(back);
    CHECK_MESSAGE(restored.code == 0, restored.err);
    CHECK(hours() == before);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who answers for an item goes by when it was counted, not by when that was typed") {
    for (const bool late : {false, true}) {
        CAPTURE(late);
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
        REQUIRE(type_at(site, "21:00", {"handover", "offer", "--by", "zw"}).code == 0);
        REQUIRE(type_at(site, "21:12", {"handover", "accept", "--by", "Li Na"}).code == 0);
        // Beyond the grace it counts when it was typed.
        const Ran ran =
            type_at(site, late ? "21:30" : "21:16",
                    {"handover", "count", "all", "radio=5", "--at", "21:05", "--reason", "was busy", "--by", "Li Na"});
        CHECK(says(ran.err, late ? "Found after the acceptance: Li Na answers for it."
                                 : "Found before the acceptance: Zhang Wei answers for it."));
        CHECK(says(site.run({"report", "day", "--block", "handover-items", "--csv"}).out,
                   late ? "Li Na,after," : "Zhang Wei,before,"));
        CHECK(says(site.run({"report", "day", "--block", "handover-list", "--csv"}).out, late ? ",no," : ",yes,"));
    }
}

TEST_CASE("what nobody told stands as it was typed, whatever the clock says") {
    const auto entry = [](EntryNumber number, int minute, bool claimed) {
        Entry made;
        made.number = number;
        made.recorded_at = oracle::utc(2026, 11, 23, 10) + std::chrono::minutes{minute};
        if (claimed) {
            made.happened_at = made.recorded_at;
        }
        return made;
    };
    const auto order = [](const std::vector<Entry>& entries) {
        std::string numbers;
        for (const Entry& one : entries) {
            numbers += std::to_string(one.number);
        }
        return numbers;
    };
    // The clock was set back before the third.
    CHECK(order(as_told({entry(1, 0, false), entry(2, 10, false), entry(3, 5, false)})) == "123");
    CHECK(order(as_told({entry(1, 0, false), entry(2, 10, false), entry(3, 5, true)})) == "132");
    // The second one was put to a later time.
    CHECK(order(as_told({entry(1, 0, false), entry(2, 10, true), entry(3, 5, false)})) == "132");
    CHECK(order(as_told({entry(1, 8, false), entry(2, 5, true)})) == "21");
    CHECK(order(steps_as_told({entry(1, 8, false), entry(2, 7, false), entry(3, 5, true)})) == "132");
}

}  // namespace onduty
