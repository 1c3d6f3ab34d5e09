// SPDX-License-Identifier: MIT
// Is a round that was typed by a wrong clock, put right, withdrawn in part and given back as one that was typed
// rightly?
#include <doctest/doctest.h>

#include <optional>
#include <random>

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

Ran correct(TestSite& site, int entry, Typed words) {
    site.set_time("2026-11-23 " + clock_of(kEvening));
    words.insert(words.begin(), {"correct", std::to_string(entry)});
    words.insert(words.end(), {"--reason", "typing", "--by", "Wang"});
    return site.run(std::move(words));
}

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

}  // namespace onduty::moved_rounds
