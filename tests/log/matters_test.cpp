// SPDX-License-Identifier: MIT
// Does the list of what is open hold just what nobody closed, with the pieces that are out?
#include "log/matters.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "turns.hpp"

namespace onduty {

namespace {

Entry entry_step(EntryNumber number, EntryNumber opens, EntryNumber closes) {
    Entry entry;
    entry.number = number;
    entry.opens = opens;
    entry.closes = closes;
    return entry;
}

struct Step {
    EntryNumber opens;
    EntryNumber closes;
    std::int64_t pieces;
};

using Open = std::map<EntryNumber, std::int64_t>;

Open open_after(const std::vector<Step>& steps) {
    MatterReading reading;
    for (const Step& step : steps) {
        reading.add(step.opens, step.closes, step.pieces);
    }
    return reading.finish();
}

// Slow and plain: for each matter its own story, from the last time that it was closed.
Open slowly(const std::vector<Step>& steps, EntryNumber most) {
    Open open;
    for (EntryNumber matter = 1; matter <= most; ++matter) {
        bool is_open = false;
        std::int64_t pieces = 0;
        for (const Step& step : steps) {
            if (step.closes == matter) {
                is_open = false;
                pieces = 0;
            }
            if (step.opens == matter) {
                is_open = true;
                pieces += step.pieces;
            }
        }
        if (is_open) {
            open[matter] = pieces;
        }
    }
    return open;
}

}  // namespace

TEST_CASE("a matter is open until it is closed, and again when it is opened again") {
    CHECK(open_after({{1, 0, 0}}) == Open{{1, 0}});
    CHECK(open_after({{1, 0, 0}, {0, 1, 0}}).empty());
    CHECK(open_after({{1, 0, 0}, {0, 1, 0}, {1, 0, 0}}) == Open{{1, 0}});
    // A drill closes the wait for it and opens the one for the next.
    CHECK(open_after({{1, 0, 0}, {2, 1, 0}}) == Open{{2, 0}});
}

TEST_CASE("pieces go out and come back") {
    CHECK(open_after({{1, 0, 3}, {1, 0, -2}}) == Open{{1, 1}});
    CHECK(open_after({{1, 0, 3}, {1, 0, -2}, {0, 1, -1}}).empty());
    CHECK(open_after({{1, 0, 3}, {0, 1, -3}, {1, 0, 3}}) == Open{{1, 3}});  // that return was withdrawn
}

TEST_CASE("any steps leave open just what a slow look at each matter finds open") {
    std::mt19937 random{20261125};
    const auto below = [&](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>{0, most - 1}(random);
    };
    for (int run = 0; run < test::turns(2000); ++run) {
        std::vector<Step> steps;
        for (std::int64_t left = below(20); left >= 0; --left) {
            steps.push_back({below(6), below(6), below(5) - 2});
        }
        CAPTURE(run);
        REQUIRE(open_after(steps) == slowly(steps, 6));
    }
}

TEST_CASE("the last step that stands decides, and what was withdrawn is never open") {
    const std::vector<Entry> steps{entry_step(1, 1, 0), entry_step(3, 0, 1), entry_step(5, 1, 0), entry_step(7, 0, 1)};
    CHECK_FALSE(is_open_after(1, steps, {}));
    Amendments amendments;
    amendments.voids[7] = 8;
    CHECK(is_open_after(1, steps, amendments));
    amendments.voids[5] = 9;
    CHECK_FALSE(is_open_after(1, steps, amendments));
    amendments.voids[9] = 10;  // entry 5 was given back
    CHECK(is_open_after(1, steps, amendments));
    amendments.voids[1] = 11;
    CHECK_FALSE(is_open_after(1, steps, amendments));
}

}  // namespace onduty
