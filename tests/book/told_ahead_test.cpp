// SPDX-License-Identifier: MIT
// What becomes of a time that is told ahead of the clock that records it? One of the two is wrong.
#include <doctest/doctest.h>

#include "support.hpp"

namespace onduty::test {

namespace {

std::string state_of(TestSite& site, const char* due) {
    const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
    const std::size_t row = slots.find(std::string{"2026-11-23 "} + due);
    REQUIRE(row != std::string::npos);
    const std::string line = slots.substr(row, slots.find('\n', row) - row);
    for (const char* state : {"clock_in_doubt", "on_time", "missed", "incomplete"}) {
        if (says(line, state)) {
            return state;
        }
    }
    return line;
}

Ran walk(TestSite& site, const std::string& told, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"patrol", "start", "night", "--at", told};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = site.run(words);
    for (const char* point : {"P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09"}) {
        std::vector<std::string> visited{"patrol", "point", point, "--at", told, "--reason", "in one go"};
        site.run(visited);
    }
    return ran;
}

}  // namespace

TEST_CASE("a time ahead within the grace is recorded as told, beyond it with its reason and the clock in doubt") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-23 20:50");
    const Ran near = walk(site, "2026-11-23 21:02");
    CHECK(near.code == 0);
    CHECK(says(near.out, "2026-11-23 Mon 21:02"));
    CHECK(near.err.empty());
    CHECK(site.run({"patrol", "end", "--at", "2026-11-23 21:03"}).code == 0);
    // A slow clock: it is 22:00 by his own watch.
    site.set_time("2026-11-23 21:20");
    const Ran bare = walk(site, "2026-11-23 22:00");
    CHECK(bare.code == 4);
    CHECK(says(bare.err,
               "is in the future; it is now 2026-11-23 Mon 21:20. Nothing was recorded. If this clock is "
               "behind, say so with --reason"));
    const Ran far = walk(site, "2026-11-23 22:00", {"--reason", "this clock is slow"});
    CHECK(far.code == 0);
    CHECK(says(far.err, "lies 40 min ahead of this clock: recorded as told, with the clock in doubt."));
    CHECK(says(site.run({"log"}).out, "[clock in doubt]"));
    CHECK(site.run({"patrol", "end", "--at", "2026-11-23 22:01", "--reason", "this clock is slow"}).code == 0);
    site.set_time("2026-11-24 12:00");
    CHECK(state_of(site, "21:00") == "on_time");
    CHECK(state_of(site, "22:00") == "clock_in_doubt");
    CHECK(state_of(site, "23:00") == "missed");
    // Somebody is asked which of the two was wrong.
    CHECK(says(site.run({"due"}).out, "Clock in doubt: #"));
    const Ran asked = site.run({"clock"});
    CHECK(asked.code == 3);
    CHECK(says(asked.out, "was recorded at 2026-11-23 21:20 by its clock, and told of 2026-11-23 22:00."));
    CHECK(says(asked.out, "If it was typed wrongly: onduty correct "));
    CHECK(site.run({"verify"}).code == 0);
}

}  // namespace onduty::test
