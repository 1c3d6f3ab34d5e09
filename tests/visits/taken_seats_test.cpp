// SPDX-License-Identifier: MIT
// Does no seat have two groups at one time, however late it is told, and is that all that is refused?
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::clock_of;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

constexpr int kTenOClock = 10 * 60;
constexpr int kStaysThere = std::numeric_limits<int>::max();

void begin_day_with_desk(TestSite& site) {
    site.set_time("2026-11-23 09:50");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Li Na", "--post", "front-desk"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
}

// A group, where it sat from which minute on, and when it left.
struct SlowGroup {
    int came = 0;
    int left = kStaysThere;
    std::map<int, std::string> seats{};

    std::string seat_at(int minute) const {
        const auto next = seats.upper_bound(minute);
        return minute < came || minute >= left || next == seats.begin() ? "" : std::prev(next)->second;
    }
};

// Minute by minute.
bool is_free(const std::vector<SlowGroup>& groups, std::size_t own, int from, const std::string& seat) {
    SlowGroup meant = groups[own];
    meant.seats[from] = seat;
    const auto next = meant.seats.upper_bound(from);
    const int until = std::min(next == meant.seats.end() ? kTenOClock + 200 : next->first, meant.left);
    for (int minute = from; minute < until; ++minute) {
        for (std::size_t other = 0; other < groups.size(); ++other) {
            if (other != own && groups[other].seat_at(minute) == seat) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

TEST_CASE("property: a told seat is taken when a minute of it was another's, whether that has left or not") {
    std::mt19937 random{20261204};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    int refused = 0;
    int sat = 0;
    for (int day = 0; day < onduty::test::turns(8); ++day) {
        CAPTURE(day);
        TestSite site;
        begin_day_with_desk(site);
        std::vector<SlowGroup> groups(4);
        int minute = kTenOClock;
        for (SlowGroup& group : groups) {
            group.came = minute += 1 + below(6);
            site.set_time("2026-11-23 " + clock_of(minute));
            REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);
        }
        for (std::size_t one = 0; one < groups.size(); ++one) {
            if (below(4) == 0) {
                continue;
            }
            groups[one].left = minute += 1 + below(20);
            site.set_time("2026-11-23 " + clock_of(minute));
            REQUIRE(site.run({"checkin", "out", "V" + std::to_string(one + 1)}).code == 0);
        }
        site.set_time("2026-11-23 13:00");
        for (int step = 0; step < 14; ++step) {
            CAPTURE(step);
            const auto one = static_cast<std::size_t>(below(static_cast<int>(groups.size())));
            SlowGroup& group = groups[one];
            const int at = group.came + below(std::min(group.left, minute) - group.came + 1);
            if (at >= group.left || group.seats.count(at) > 0) {
                continue;
            }
            const std::string seat = below(2) == 0 ? "A1" : "A2";
            const bool free = is_free(groups, one, at, seat);
            const Ran ran = site.run({"serve", "seat", "V" + std::to_string(one + 1), seat, "--at",
                                      "2026-11-23 " + clock_of(at), "--reason", "typed late"});
            CHECK_MESSAGE((ran.code == 0) == free, ran.err << ran.out);
            if (ran.code == 0) {
                group.seats[at] = seat;
            }
            refused += ran.code == 0 ? 0 : 1;
            sat += ran.code == 0 ? 1 : 0;
        }
        CHECK(site.run({"verify"}).code == 0);
    }
    CHECK(refused > onduty::test::turns(8));
    CHECK(sat > onduty::test::turns(8));
}

TEST_CASE("an arrival and a corrected seat are asked of the time that is told, too") {
    TestSite site;
    begin_day_with_desk(site);
    site.set_time("2026-11-23 10:00");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"}).code == 0);
    site.set_time("2026-11-23 10:05");
    const int other = entry_of(site.run({"checkin", "visit", "--party", "3", "--purpose", "look", "--seat", "A2"}));
    site.set_time("2026-11-23 10:30");
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
    site.set_time("2026-11-23 10:40");
    const Ran came = site.run({"checkin", "visit", "--party", "4", "--purpose", "look", "--seat", "A1", "--at", "10:20",
                               "--reason", "was busy"});
    CHECK(came.code == 4);
    CHECK_MESSAGE(says(came.err, "was that of V1 at 10:20"), came.err);
    const auto moved = [&] {
        return site.run({"correct", std::to_string(other), "--seat", "A1", "--reason", "typed wrongly"});
    };
    CHECK(says(moved().err, "was that of V1 at 10:05"));
    REQUIRE(site.run({"checkin", "out", "V2"}).code == 0);
    CHECK(says(moved().err, "was that of V1 at 10:05"));  // though both have left
    CHECK(site.run({"checkin", "visit", "--party", "4", "--purpose", "look", "--seat", "A1", "--at", "10:30",
                    "--reason", "was busy"})
              .code == 0);
}

TEST_CASE("a seat that a clock in doubt wrote down stands in nobody's way") {
    TestSite site;
    begin_day_with_desk(site);
    site.set_time("2026-11-23 10:00");
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);
    site.set_time("2026-11-23 12:00");  // it is ten past ten
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"}).code == 0);
    site.set_time("2026-11-23 12:10");
    REQUIRE(site.run({"checkin", "out", "V2"}).code == 0);
    site.set_time("2026-11-23 10:25");
    REQUIRE(site.run({"checkin", "out", "V1"}).code == 0);
    site.set_time("2026-11-23 12:30");
    const Ran sat = site.run({"serve", "seat", "V1", "A1", "--at", "2026-11-23 10:05", "--reason", "typed late"});
    CHECK_MESSAGE(sat.code == 0, sat.err);
}
