// SPDX-License-Identifier: MIT
// Does nobody walk two rounds at once, whatever is typed late, corrected, withdrawn and given back?
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::clock_of;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

std::string time_of(int minute) {
    return clock_of(21 * 60 + minute);
}

struct Walked {
    int begin = 0;  // entry
    int end = 0;
    int from = 0;  // minute
    int until = 0;
    bool counts = true;
    int leader = 0;     // of kPeople
    int along = -1;     // -1 for nobody
    int companion = 0;  // entry
    bool along_counts = true;

    bool has(int person) const { return counts && (person == leader || (person == along && along_counts)); }
};

constexpr const char* kPeople[]{"A01", "A02", "A03"};

bool share_somebody(const Walked& one, const Walked& other) {
    return (one.has(0) && other.has(0)) || (one.has(1) && other.has(1)) || (one.has(2) && other.has(2));
}

// Whoever begins and ends a round in the minute in which another begins is not on both.
bool overlap(const std::vector<Walked>& rounds) {
    for (const Walked& one : rounds) {
        for (const Walked& other : rounds) {
            if (share_somebody(one, other) && one.begin != other.begin && one.from < other.until &&
                other.from < one.until) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

TEST_CASE("who walks along on a round is told whose it is, and begins none meanwhile") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    const auto run = [&](const char* time, std::vector<std::string> words) {
        site.set_time(std::string{"2026-11-23 "} + time);
        return site.run(std::move(words));
    };
    const Ran begun = run("21:00", {"patrol", "start", "night", "--with", "Li Na", "--by", "A01"});
    REQUIRE_MESSAGE(begun.code == 0, begun.err);
    const Ran point = run("21:02", {"patrol", "point", "P02", "--by", "Li Na"});
    CHECK(point.code == 4);
    CHECK(says(point.err,
               "Li Na walks along on the round of entry 7, which Zhang Wei leads. Points and end of it are "
               "typed with --by A01."));
    CHECK(run("21:02", {"patrol", "point", "P02", "--by", "A01"}).code == 0);
    const Ran own = run("21:03", {"patrol", "start", "night", "--by", "Li Na"});
    CHECK(own.code == 4);
    CHECK(says(own.err, "First: onduty patrol end --by A01"));
    CHECK(run("21:06", {"patrol", "end", "--by", "A01"}).code == 3);
    CHECK(run("21:07", {"patrol", "start", "night", "--at", "21:04", "--by", "Li Na"}).code == 4);
    CHECK(run("21:08", {"patrol", "start", "night", "--by", "Li Na"}).code == 0);
    CHECK(run("21:09", {"patrol", "start", "night", "--with", "Li Na", "--by", "A01"}).code == 4);
}

TEST_CASE("a round is not given back beside the one that was typed in its place, and the hint says how it can be") {
    TestSite site;
    TestSite::start_night(site);
    const auto run = [&](const char* time, std::vector<std::string> words) {
        site.set_time(std::string{"2026-11-23 "} + time);
        return site.run(std::move(words));
    };
    run("21:00", {"patrol", "start"});  // 6
    run("21:06", {"patrol", "point", "P01"});
    run("21:06", {"patrol", "end"});                                                                 // 8
    REQUIRE(run("21:07", {"correct", "6", "--void", "--all", "--reason", "not walked"}).code == 0);  // 9 to 11
    REQUIRE(run("21:12", {"patrol", "start", "--at", "21:03"}).code == 0);                           // 12
    run("21:12", {"patrol", "point", "P01", "--at", "21:10"});
    REQUIRE(run("21:12", {"patrol", "end"}).code == 3);
    const Ran back = run("21:13", {"correct", "6", "--restore", "--reason", "was walked"});
    CHECK(back.code == 4);
    CHECK(says(back.err, "Zhang Wei would walk two rounds at once: that of entry 12 began at 2026-11-23 Mon 21:03"));
    CHECK(run("21:14", {"patrol", "start", "--at", "21:05"}).code == 4);
    CHECK(run("21:14", {"patrol", "start", "--at", "21:12"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("when the end of a round is withdrawn it is said that it goes on, and how it ends") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start"}).code == 0);  // 6
    REQUIRE(site.run({"patrol", "point", "P01"}).code == 0);
    REQUIRE(site.run({"patrol", "end"}).code == 3);  // 8
    const Ran back = site.run({"correct", "8", "--void", "--reason", "not yet"});
    REQUIRE(back.code == 0);
    CHECK(says(back.err, "The round of entry 6 goes on. When it is over: onduty patrol end --by A01"));
    CHECK(site.run({"patrol", "point", "P02"}).code == 0);
    CHECK(site.run({"patrol", "end", "--by", "A01"}).code == 3);
    CHECK_FALSE(says(site.run({"correct", "11", "--note", "rain", "--reason", "was wet"}).err, "goes on"));
}

TEST_CASE("no correction moves a round into the time in which its guard, or who walks along, is on another's") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* other : {"A02", "A03"}) {
        REQUIRE(site.run({"checkin", "staff", other}).code == 0);
    }
    site.set_time("2026-11-23 23:30");
    const auto told = [&](const char* at, std::vector<std::string> words) {
        words.insert(words.begin(), "patrol");
        words.insert(words.end(), {"--at", at, "--reason", "typed late"});
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return entry_of(ran);
    };
    const auto correct = [&](int entry, std::vector<std::string> words) {
        words.insert(words.begin(), {"correct", std::to_string(entry)});
        words.insert(words.end(), {"--reason", "typing", "--by", "A03"});
        return site.run(std::move(words));
    };
    const int own = told("21:00", {"start", "night", "--by", "A01"});
    told("21:20", {"end", "--by", "A01"});
    const int along = told("21:30", {"start", "night", "--with", "A01", "--by", "A02"});
    told("21:50", {"end", "--by", "A02"});
    const Ran moved = correct(own, {"--time", "21:40", "--all"});
    CHECK(moved.code == 4);
    CHECK(says(moved.err, "Zhang Wei would walk two rounds at once"));
    CHECK(says(moved.err, ("If Zhang Wei did not walk along on the round of entry " + std::to_string(along) +
                           ": onduty correct " + std::to_string(along + 1) + " --void")
                              .c_str()));
    CHECK(correct(along, {"--time", "21:10", "--all"}).code == 4);
    REQUIRE(correct(along + 1, {"--with", "A03"}).code == 0);
    REQUIRE(correct(own, {"--time", "21:25", "--all"}).code == 0);
    CHECK(correct(along + 1, {"--with", "A01"}).code == 4);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who came along on a round after its begin moves with the whole of it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "A02"}).code == 0);
    const auto run = [&](const char* time, std::vector<std::string> words) {
        site.set_time(std::string{"2026-11-23 "} + time);
        words.insert(words.end(), {"--by", "A01"});
        const Ran ran = site.run(std::move(words));
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return entry_of(ran);
    };
    const int begin = run("21:20", {"patrol", "start", "night"});
    run("21:22", {"patrol", "start", "night", "--with", "A02"});
    run("21:30", {"patrol", "end"});
    run("21:50", {"correct", std::to_string(begin), "--time", "21:10", "--all", "--reason", "typing"});
    CHECK(says(site.run({"log", std::to_string(begin + 1)}).out, "21:12"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("property: nobody is on two rounds that count, led or walked along on, and what does not overlap is taken") {
    std::mt19937 random{20261129};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    int refused = 0;
    for (int night = 0; night < onduty::test::turns(10); ++night) {
        CAPTURE(night);
        TestSite site;
        TestSite::start_night(site);
        for (const char* other : {"A02", "A03"}) {
            REQUIRE(site.run({"checkin", "staff", other}).code == 0);
        }
        site.set_time("2026-11-23 23:55");
        std::vector<Walked> rounds;
        const auto correct = [&](int entry, std::vector<std::string> words) {
            words.insert(words.begin(), {"correct", std::to_string(entry)});
            words.insert(words.end(), {"--reason", "typing", "--by", "A03"});
            return site.run(std::move(words)).code;
        };
        for (int step = 0; step < 24; ++step) {
            CAPTURE(step);
            std::vector<Walked> next = rounds;
            bool taken = false;
            if (rounds.empty() || below(2) == 0) {
                Walked round;
                round.from = below(150);
                round.until = round.from + 1 + below(20);
                round.leader = below(2);
                round.along = below(2) == 0 ? -1 : (round.leader + 1 + below(2)) % 3;
                next.push_back(round);
                const auto told = [&](const char* what, int minute, std::vector<std::string> more) {
                    more.insert(more.begin(), {"patrol", what, "--at", time_of(minute), "--reason", "typed late",
                                               "--by", kPeople[round.leader]});
                    return site.run(std::move(more));
                };
                const Ran begun =
                    told("start", round.from,
                         round.along < 0 ? std::vector<std::string>{"night"}
                                         : std::vector<std::string>{"night", "--with", kPeople[round.along]});
                taken = begun.code == 0;
                if (taken) {
                    next.back().begin = entry_of(begun);
                    next.back().companion = next.back().begin + 1;
                    const Ran ended = told("end", round.until, {});
                    taken = ended.code == 3;
                    if (taken) {
                        next.back().end = entry_of(ended);
                    } else {  // a minute is always free
                        REQUIRE(told("end", round.from, {}).code == 3);
                        REQUIRE(correct(next.back().begin, {"--void", "--all"}) == 0);
                    }
                }
            } else {
                Walked& round = next[static_cast<std::size_t>(below(static_cast<int>(next.size())))];
                const int how = below(round.counts && round.along >= 0 ? 6 : 4);
                if (how == 0) {
                    taken = correct(round.begin, round.counts ? std::vector<std::string>{"--void", "--all"}
                                                              : std::vector<std::string>{"--restore"}) == 0;
                    round.counts = !round.counts;
                } else if (how == 1) {
                    round.from = below(150);
                    taken = correct(round.begin, {"--time", time_of(round.from)}) == 0;
                } else if (how == 3) {
                    const int from = below(150);
                    round.until += from - round.from;
                    round.from = from;
                    taken = correct(round.begin, {"--time", time_of(round.from), "--all"}) == 0;
                } else if (how == 4) {
                    taken = correct(round.companion, {round.along_counts ? "--void" : "--restore"}) == 0;
                    round.along_counts = !round.along_counts;
                } else if (how == 5 && round.along_counts) {
                    round.along = 3 - round.leader - round.along;
                    taken = correct(round.companion, {"--with", kPeople[round.along]}) == 0;
                } else {
                    round.until = below(170);
                    taken = correct(round.end, {"--time", time_of(round.until)}) == 0;
                }
            }
            // Nothing ends before its begin, or later than now.
            const bool in_order = std::all_of(next.begin(), next.end(), [](const Walked& one) {
                return one.from <= one.until && one.until <= 2 * 60 + 55;
            });
            if (taken) {
                CHECK(!overlap(next));
                rounds = next;
            } else {
                ++refused;
                const bool moved_while_withdrawn = std::any_of(
                    rounds.begin(), rounds.end(), [&](const Walked& one) { return !one.counts || !one.along_counts; });
                CHECK((overlap(next) || !in_order || moved_while_withdrawn));
            }
        }
        CHECK(site.run({"verify"}).code == 0);
    }
    CHECK(refused > onduty::test::turns(10));
}

TEST_CASE("a round at a wrong time moves as a whole over others, which its steps could not one by one") {
    TestSite site;
    TestSite::start_night(site);
    const auto told = [&](std::vector<std::string> words, const char* at) {
        words.insert(words.end(), {"--at", at, "--reason", "typed late"});
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    };
    site.set_time("2026-11-23 23:30");
    told({"patrol", "start"}, "21:00");                                   // 6
    told({"patrol", "point", "P01", "--fault", "lamp broken"}, "21:05");  // 7, 8
    told({"patrol", "point", "P02"}, "21:06");                            // 9
    told({"patrol", "end"}, "21:10");                                     // 10
    told({"patrol", "start"}, "21:40");
    told({"patrol", "end"}, "21:50");
    const auto correct = [&](const char* entry, std::vector<std::string> words) {
        words.insert(words.begin(), {"correct", entry});
        words.insert(words.end(), {"--reason", "wrong hour"});
        return site.run(std::move(words));
    };
    const auto times = [&] {
        std::string all;
        const std::string log = site.run({"log"}).out;
        for (const char* entry : {"6", "7", "8", "9", "10"}) {
            const std::string words = "correction time #" + std::string{entry} + " \"2026-11-23 ";
            const auto at = log.rfind(words);
            all += (at == std::string::npos ? "-" : log.substr(at + words.size(), 5)) + " ";
        }
        return all;
    };
    const std::string before = times();
    for (const auto& [entry, time] : {std::pair{"6", "22:00"}, {"7", "22:05"}, {"9", "22:06"}, {"10", "22:10"}}) {
        const Ran refused = correct(entry, {"--time", time});
        CHECK(refused.code == 4);
        CHECK_MESSAGE(
            says(refused.err, ("If the whole round was at another time: onduty correct 6 --time " +
                               std::string{*entry == '6' ? "'22:00'" : "TIME"} + " --all --reason 'wrong hour'")
                                  .c_str()),
            refused.err);
    }
    CHECK(times() == before);
    CHECK(correct("7", {"--time", "22:05", "--all"}).code == 2);
    CHECK(correct("6", {"--all"}).code == 2);
    // Neither over another round nor later than it was typed.
    CHECK(correct("6", {"--time", "21:35", "--all"}).code == 4);
    CHECK(correct("6", {"--time", "23:25", "--all"}).code == 4);
    const Ran moved = correct("6", {"--time", "22:00", "--all"});
    CHECK_MESSAGE(moved.code == 0, moved.err);
    CHECK_MESSAGE(says(moved.out, "With it, by as much: #7 "), moved.out);
    CHECK(times() == "22:00 22:05 22:05 22:06 22:10 ");
    CHECK(correct("6", {"--time", "20:50", "--all"}).code == 0);
    CHECK(times() == "20:50 20:55 20:55 20:56 21:00 ");
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("nobody walks along on a round past the begin of one that he leads since") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    site.set_time("2026-11-23 21:10");
    REQUIRE(site.run({"patrol", "start", "night", "--by", "Li Na"}).code == 0);
    site.set_time("2026-11-23 21:30");
    const auto told = [&](std::vector<std::string> words, const char* at) {
        words.insert(words.end(), {"--at", at, "--reason", "typed late", "--by", "zw"});
        return site.run(words);
    };
    const Ran begun = told({"patrol", "start", "night", "--with", "Li Na"}, "21:00");
    REQUIRE_MESSAGE(begun.code == 0, begun.err);
    CHECK_MESSAGE(says(begun.err, "Li Na leads the round of entry"), begun.err);
    const Ran late = told({"patrol", "end"}, "21:20");
    CHECK(late.code == 4);
    CHECK_MESSAGE(says(late.err, "Li Na would walk two rounds at once: Li Na has led that of entry"), late.err);
    CHECK(told({"patrol", "end"}, "21:10").code == 3);
}
