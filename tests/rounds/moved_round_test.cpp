// SPDX-License-Identifier: MIT
// Is a round that was typed by a wrong clock, put right, withdrawn in part and given back as one that was typed
// rightly?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>

#include "book/amended.hpp"
#include "store/store.hpp"
#include "support.hpp"
#include "turns.hpp"

namespace onduty::moved_rounds {

using test::clock_of;
using test::entry_of;
using test::Ran;
using test::says;
using test::TestSite;

namespace {

using Typed = std::vector<std::string>;

constexpr int kBegin = 21 * 60 + 31;
constexpr int kEvening = 23 * 60 + 45;
constexpr int kPoints = 9;

std::string point_code(int point) {
    return "P0" + std::to_string(point);
}

void open_night(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
}

Ran must(TestSite& site, int minute, Typed words) {
    site.set_time("2026-11-23 " + clock_of(minute));
    Ran ran = site.run(std::move(words));
    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    return ran;
}

Ran correct(TestSite& site, int entry, Typed words, const char* by = "Wang") {
    site.set_time("2026-11-23 " + clock_of(kEvening));
    words.insert(words.begin(), {"correct", std::to_string(entry)});
    words.insert(words.end(), {"--reason", "typing", "--by", by});
    return site.run(std::move(words));
}

// The guard is away from 20:40 to 21:20.
void open_night_with_gap(TestSite& site) {
    open_night(site);
    must(site, 20 * 60 + 40, {"checkin", "out", "A01"});
    must(site, 21 * 60 + 20, {"checkin", "staff", "A01", "--post", "night-guard"});
}

constexpr int kInGap = 21 * 60 + 5;

// A point that is typed at a minute, and perhaps told of one before.
struct Visited {
    int minute = 0;
    std::optional<int> told{};
};

// A round from half past nine on, as a clock that was so many minutes ahead wrote it; its first entry.
int walk(TestSite& site, int ahead, const std::vector<Visited>& visits) {
    const int first = entry_of(must(site, kBegin + ahead, {"patrol", "start", "night", "--by", "A01"}));
    int last = kBegin;
    for (int point = 1; const Visited& visit : visits) {
        Typed words{"patrol", "point", point_code(point++), "--by", "A01"};
        if (visit.told) {
            words.insert(words.end(), {"--at", clock_of(*visit.told + ahead)});
        }
        must(site, visit.minute + ahead, words);
        last = visit.minute;
    }
    must(site, last + 1 + ahead, {"patrol", "end", "--by", "A01"});
    return first;
}

// What became of the slots of that night.
std::string verdict(TestSite& site) {
    site.set_time("2026-11-23 " + clock_of(kEvening));
    return site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
}

std::string told_of(TestSite& site, int entry) {
    Store store{site.file(), Store::Mode::read};
    const Entry now = as_corrected(store, *store.entry(entry));
    const auto minutes = std::chrono::floor<Minutes>(now.told_at() - test::at("2026-11-23 00:00")).count();
    return clock_of(static_cast<int>(minutes));
}

}  // namespace

TEST_CASE("property: a declared clock and a time put right, in any order, make the round that a right clock wrote") {
    std::mt19937 random{20261130};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    for (int night = 0; night < test::turns(6); ++night) {
        CAPTURE(night);
        const int ahead = 20 + below(80);
        CAPTURE(ahead);
        std::vector<Visited> visits;
        for (int minute = kBegin + 1; visits.size() < kPoints; minute += 1 + below(2)) {
            visits.push_back({minute});
            if (below(4) == 0) {
                visits.back().told = minute - below(2);
            }
        }
        TestSite right;
        TestSite wrong;
        open_night(right);
        open_night(wrong);
        const int first = walk(right, 0, visits);
        REQUIRE(walk(wrong, ahead, visits) == first);
        const auto declare = [&] {
            wrong.set_time("2026-11-23 " + clock_of(kEvening));
            const Ran ran = wrong.run({"clock", std::to_string(first) + "-" + std::to_string(first + kPoints + 1),
                                       "--was", clock_of(kBegin), "--reason", "it was ahead", "--by", "Wang"});
            REQUIRE_MESSAGE(ran.code == 0, ran.err);
        };
        // The whole round may have been put right before anybody knew of the clock.
        const bool before = below(2) == 0;
        std::vector<std::pair<int, int>> corrections;  // on either site, by its number
        const auto both = [&](int entry, const Typed& words) {
            const Ran one = correct(right, entry, words);
            const Ran other = correct(wrong, entry, words);
            CHECK_MESSAGE(one.code == other.code, one.err << other.err);
            if (one.code == 0 && other.code == 0) {
                corrections.emplace_back(entry_of(one), entry_of(other));
            }
        };
        if (before) {
            both(first, {"--time", clock_of(kBegin - below(8)), "--all"});
            declare();
        } else {
            declare();
            CHECK(verdict(wrong) == verdict(right));
        }
        for (int step = 0; step < 5; ++step) {
            CAPTURE(step);
            const int how = below(4);
            const int point = below(kPoints);
            if (how == 0 && !corrections.empty()) {
                const auto& [one, other] =
                    corrections[static_cast<std::size_t>(below(static_cast<int>(corrections.size())))];
                const char* option = below(2) == 0 ? "--void" : "--restore";
                CHECK(correct(right, one, {option}).code == correct(wrong, other, {option}).code);
            } else if (how == 1) {
                both(first, {"--time", clock_of(kBegin - below(40)), "--all"});
            } else {
                const int minute = visits[static_cast<std::size_t>(point)].minute;
                both(first + 1 + point, {"--time", clock_of(minute - below(minute - kBegin + 1))});
            }
            CHECK(verdict(wrong) == verdict(right));
        }
        CHECK(wrong.run({"verify"}).code == 0);
    }
}

TEST_CASE("property: a time put right by a clock that was declared since is as late as by a right clock") {
    std::mt19937 random{20261202};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    std::map<std::string, int> seen;
    for (int night = 0; night < test::turns(12); ++night) {
        CAPTURE(night);
        const int typed = kBegin + 5 + below(90);
        const int off = below(2) == 0 ? 10 + below(kEvening - typed) : -10 - below(90);
        const int given = kBegin - 39 + below(18);
        const bool withdrawn = below(4) == 0;
        const int again = withdrawn ? typed + 1 : typed;
        CAPTURE(off);
        CAPTURE(typed);
        CAPTURE(given);
        TestSite right;
        TestSite wrong;
        for (TestSite* site : {&right, &wrong}) {
            const int ahead = site == &wrong ? off : 0;
            open_night(*site);
            const int first = walk(*site, 0, {{kBegin + 1}, {kBegin + 2}});
            const auto by_guard = [&](int minute, Typed words) {
                words.insert(words.end(), {"--reason", "typing", "--by", "A01"});
                site->set_time("2026-11-23 " + clock_of(minute + ahead));
                return site->run(words);
            };
            const Ran moved = by_guard(typed, {"correct", std::to_string(first), "--time", clock_of(given), "--all"});
            REQUIRE_MESSAGE(moved.code == 0, moved.err);
            const int correction = entry_of(moved);
            int last = correction + 3;
            if (withdrawn) {
                last = entry_of(by_guard(again, {"correct", std::to_string(correction), "--void"})) + 3;
            }
            must(*site, kEvening - 5, {"note", "task", "gate", "--until", "2026-12-01 10:00", "--by", "A01"});
            if (ahead != 0) {
                site->set_time("2026-11-23 " + clock_of(kEvening));
                const std::string range = std::to_string(correction) + "-" + std::to_string(last);
                const Ran said = site->run({"clock", range, "--was", "2026-11-23 " + clock_of(typed), "--reason",
                                            "flat battery", "--by", "Wang"});
                REQUIRE_MESSAGE(said.code == 0, said.err);
                CHECK(says(site->run({"clock"}).out, "No clock is in doubt."));
            }
        }
        CHECK(verdict(wrong) == verdict(right));
        for (const char* state : {",typed_late,", ",waiting,"}) {
            seen[state] += says(verdict(right), state) ? 1 : 0;
        }
        const auto claims = [](TestSite& site) { return site.run({"accept", "--json"}).code; };
        CHECK(claims(wrong) == claims(right));
        CHECK(wrong.run({"verify"}).code == 0);
    }
    CHECK(seen[",typed_late,"] > seen[",waiting,"]);
    CHECK(seen[",waiting,"] > 0);
}

TEST_CASE("a point of a round whose clock was ahead may be put right, and the round stays complete") {
    TestSite site;
    open_night(site);
    std::vector<Visited> visits;
    for (int point = 1; point <= kPoints; ++point) {
        visits.push_back({kBegin + point});
    }
    const int first = walk(site, 120, visits);
    site.set_time("2026-11-23 " + clock_of(kEvening));
    REQUIRE(site.run({"clock", std::to_string(first) + "-" + std::to_string(first + kPoints + 1), "--was",
                      clock_of(kBegin), "--reason", "it was ahead", "--by", "Wang"})
                .code == 0);
    const std::string before = verdict(site);
    CHECK(says(before, "night-round,2026-11-23 21:00,late,2026-11-23 21:31,"));
    REQUIRE(correct(site, first + 9, {"--time", clock_of(kBegin + 8)}).code == 0);
    CHECK(verdict(site) == before);
}

namespace {

// What a correction gave each entry of the round, by its place in it, while it holds.
struct TimesGiven {
    int number = 0;
    bool holds = true;
    std::map<int, int> minutes{};
};

int given_by(const Ran& correction) {
    return correction.code == 0 ? entry_of(correction) : 0;
}

// The begin, the points and the end of a round, by their places.
struct SlowRound {
    std::vector<int> typed;
    std::vector<bool> counts;
    std::vector<TimesGiven> given;

    int told(int place) const {
        int minute = typed[static_cast<std::size_t>(place)];
        for (const TimesGiven& one : given) {
            minute = one.holds && one.minutes.count(place) > 0 ? one.minutes.at(place) : minute;
        }
        return minute;
    }
    bool is_in_order() const {
        for (int place = 0; place < static_cast<int>(typed.size()); ++place) {
            const bool in_round = told(0) <= told(place) && told(place) <= told(static_cast<int>(typed.size()) - 1);
            if (counts[static_cast<std::size_t>(place)] && !in_round) {
                return false;
            }
        }
        return true;
    }
};

}  // namespace

TEST_CASE("property: what was withdrawn of a round comes back where the round is by then, or not at all") {
    std::mt19937 random{20261201};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    int refused = 0;
    int back = 0;
    for (int night = 0; night < test::turns(6); ++night) {
        CAPTURE(night);
        TestSite site;
        open_night(site);
        const auto told = [&](Typed words, int minute) {
            words.insert(words.end(), {"--at", clock_of(minute), "--reason", "typed late", "--by", "A01"});
            return entry_of(must(site, kEvening, words));
        };
        SlowRound round;
        const int first = told({"patrol", "start", "night"}, kBegin);
        round.typed.push_back(kBegin);
        for (int point = 1; point <= 4; ++point) {
            round.typed.push_back(round.typed.back() + below(4));
            CHECK(told({"patrol", "point", point_code(point)}, round.typed.back()) == first + point);
        }
        round.typed.push_back(round.typed.back() + below(3));
        CHECK(told({"patrol", "end"}, round.typed.back()) == first + 5);
        round.counts.assign(round.typed.size(), true);
        const int end = static_cast<int>(round.typed.size()) - 1;
        for (int step = 0; step < 24; ++step) {
            CAPTURE(step);
            SlowRound next = round;
            const int how = below(6);
            const int place = 1 + below(end - 1);
            Ran ran;
            if (how < 2) {
                const bool counts = round.counts[static_cast<std::size_t>(place)];
                next.counts[static_cast<std::size_t>(place)] = !counts;
                ran = correct(site, first + place, {counts ? "--void" : "--restore"});
                back += !counts && ran.code == 0 ? 1 : 0;
            } else if (how == 2 || (how == 3 && round.given.empty())) {
                const int minute = kBegin - 45 + below(120);
                ran = correct(site, first, {"--time", clock_of(minute), "--all"});
                TimesGiven move{given_by(ran)};
                for (int moved = 0; moved <= end; ++moved) {
                    move.minutes[moved] = round.told(moved) + minute - round.told(0);
                }
                next.given.push_back(move);
            } else if (how == 3) {
                TimesGiven& one = next.given[static_cast<std::size_t>(below(static_cast<int>(next.given.size())))];
                ran = correct(site, one.number, {one.holds ? "--void" : "--restore"});
                one.holds = !one.holds;
            } else {
                const int one = how == 4 ? 0 : below(end + 1);
                if (!round.counts[static_cast<std::size_t>(one)]) {
                    continue;
                }
                const int minute = std::max(round.told(one) - 4 + below(9), 20 * 60 + 35);
                ran = correct(site, first + one, {"--time", clock_of(minute)});
                next.given.push_back({given_by(ran), true, {{one, minute}}});
            }
            CHECK_MESSAGE((ran.code == 0) == next.is_in_order(), ran.err << ran.out);
            refused += ran.code == 0 ? 0 : 1;
            round = ran.code == 0 ? next : round;
            for (int counted = 0; counted <= end; ++counted) {
                CAPTURE(counted);
                CHECK(told_of(site, first + counted) == clock_of(round.told(counted)));
            }
        }
        CHECK(site.run({"verify"}).code == 0);
    }
    CHECK(refused > test::turns(6));
    CHECK(back > test::turns(6));
}

TEST_CASE("a round of which a part stands before its begin is moved when its whole clock is declared, not before") {
    for (const int ahead : {-120, 70}) {
        for (const int declared : {1, 2, 3}) {
            CAPTURE(ahead);
            CAPTURE(declared);
            TestSite site;
            open_night(site);
            const int first = walk(site, ahead, {{kBegin + 2}, {kBegin + 4}, {kBegin + 6}});
            // Of a clock that was behind the first entries, of one that was ahead the last ones.
            const int from = ahead < 0 ? first : first + 5 - declared;
            const int minute = ahead < 0 ? kBegin : kBegin + (declared < 2 ? 6 : 2 * (4 - declared));
            site.set_time("2026-11-23 " + clock_of(kEvening));
            const std::string range = std::to_string(from) + "-" + std::to_string(from + declared - 1);
            REQUIRE(site.run({"clock", range, "--was", clock_of(minute), "--reason", "flat battery", "--by", "Wang"})
                        .code == 0);
            const std::string before = site.run({"log", "--csv"}).out;
            const Ran refused = correct(site, first, {"--time", clock_of(kBegin - 5), "--all"});
            CHECK(refused.code == 4);
            CHECK_MESSAGE(says(refused.err, "before its begin. If a wrong clock wrote it: onduty clock"), refused.err);
            CHECK(site.run({"log", "--csv"}).out == before);
            const std::size_t hint = refused.err.find("onduty clock ");
            Typed clock = test::shell_words(refused.err.substr(hint, refused.err.find('\n', hint) - hint));
            clock.erase(clock.begin());
            clock.insert(clock.end(), {"--by", "Wang"});
            REQUIRE(site.run(clock).code == 0);
            REQUIRE(correct(site, first, {"--time", clock_of(kBegin - 5), "--all"}).code == 0);
            for (int point = 0; point < 4; ++point) {
                CHECK(told_of(site, first + point) == clock_of(kBegin - 5 + 2 * point));
            }
        }
    }
}

TEST_CASE("a fault that was withdrawn with its point comes back with it where the round is by then") {
    TestSite site;
    open_night(site);
    const auto told = [&](Typed words, int minute) {
        words.insert(words.end(), {"--at", clock_of(minute), "--reason", "typed late", "--by", "A01"});
        return entry_of(must(site, kEvening, words));
    };
    const int first = told({"patrol", "start", "night"}, kBegin);
    const int fault = told({"patrol", "point", "P01", "--fault", "lamp broken"}, kBegin + 2);
    told({"patrol", "end"}, kBegin + 5);
    REQUIRE(correct(site, fault, {"--void"}).code == 0);
    const Ran moved = correct(site, first, {"--time", clock_of(kBegin + 60), "--all"});
    REQUIRE(moved.code == 0);
    CHECK_FALSE(says(moved.out, ("#" + std::to_string(fault)).c_str()));
    REQUIRE(correct(site, fault, {"--restore"}).code == 0);
    for (const int entry : {fault, fault + 1}) {
        CHECK(told_of(site, entry) == clock_of(kBegin + 62));
    }
}

TEST_CASE("a round is moved to no time at which its guard was not on duty, but by himself as he would tell it") {
    TestSite site;
    open_night_with_gap(site);
    const int first = walk(site, 0, {{kBegin + 1}, {kBegin + 2}});
    site.set_time("2026-11-23 " + clock_of(kEvening));
    const std::string early = clock_of(kInGap);
    const Ran told =
        site.run({"patrol", "start", "night", "--at", early, "--reason", "typing", "--who", "A01", "--by", "Wang"});
    CHECK(told.code == 4);
    CHECK(says(told.err, "Zhang Wei was not on duty at 2026-11-23 Mon 21:05"));
    const Ran moved = correct(site, first, {"--time", early, "--all"});
    CHECK(moved.code == 4);
    CHECK(moved.err == told.err);
    CHECK(correct(site, first, {"--time", early}).err == told.err);
    // What is said there works.
    const std::size_t hint = told.err.find("onduty correct");
    REQUIRE_MESSAGE(hint != std::string::npos, told.err);
    Typed came = test::shell_words(told.err.substr(hint, told.err.find('\n', hint) - hint));
    came.erase(came.begin());
    came.insert(came.end(), {"--by", "Wang"});
    std::replace(came.begin(), came.end(), std::string{"..."}, std::string{"came sooner"});
    const Ran sooner = site.run(came);
    CHECK_MESSAGE(sooner.code == 0, sooner.err);
    CHECK(correct(site, first, {"--time", early, "--all"}).code == 0);
}

TEST_CASE("a round that its guard moves to a time before he came is as one that he tells of that time") {
    TestSite moved;
    TestSite typed;
    for (TestSite* site : {&moved, &typed}) {
        open_night_with_gap(*site);
    }
    const int early = kInGap;
    const int first = walk(moved, 0, {{kBegin + 1}, {kBegin + 2}});
    REQUIRE(correct(moved, first, {"--time", clock_of(early), "--all"}, "A01").code == 0);
    const auto told = [&](Typed words, int minute) {
        words.insert(words.end(), {"--at", clock_of(minute), "--reason", "typing", "--by", "A01"});
        must(typed, kEvening, words);
    };
    told({"patrol", "start", "night"}, early);
    told({"patrol", "point", "P01"}, early + 1);
    told({"patrol", "point", "P02"}, early + 2);
    told({"patrol", "end"}, early + 3);
    CHECK(verdict(moved) == verdict(typed));
    for (int entry = first; entry < first + 4; ++entry) {
        CAPTURE(entry);
        Store one{moved.file(), Store::Mode::read};
        Store other{typed.file(), Store::Mode::read};
        const Entry now = as_corrected(one, *one.entry(entry));
        CHECK(now.shift == as_corrected(other, *other.entry(entry)).shift);
        CHECK(now.shift == 0);
    }
}

}  // namespace onduty::moved_rounds
