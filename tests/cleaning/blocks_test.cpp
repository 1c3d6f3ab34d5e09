// SPDX-License-Identifier: MIT
// What do litter and requests add up to?
#include "cleaning/blocks.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using namespace onduty;
using onduty::test::rows;
using std::chrono::minutes;

namespace {

const Instant kNine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

std::string name_of(const char*, const std::string& code) {
    return "area " + code;
}

// Due an hour after `since`; done -1: not yet.
Errand errand(const char* area, int since, int done, bool after_visit = false) {
    Errand one;
    one.area = area;
    one.after_visit = after_visit;
    one.since = kNine + minutes{since};
    one.due = one.since + minutes{60};
    if (done >= 0) {
        one.done = Mark{kNine + minutes{done}};
    }
    return one;
}

}  // namespace

TEST_CASE("the longest stay counts what lies still, the share only what is decided") {
    const std::vector<Errand> litter{errand("P02", 0, 60), errand("P02", 0, 61), errand("P02", 100, -1),
                                     errand("P01", 0, -1), errand("P03", 170, -1)};
    CHECK(rows(litter_block(litter, kNine + minutes{180}, name_of)) ==
          "P01,area P01,1,0,180,0,0.0\n"
          "P02,area P02,3,2,80,1,33.3\n"
          "P03,area P03,1,0,10,0,\n");
    CHECK(litter_block({}, kNine, name_of).rows.empty());
}

TEST_CASE("requests have a median of what is done") {
    const std::vector<Errand> requests{errand("P05", 0, 30), errand("P05", 0, 10, true), errand("P05", 5, 25),
                                       errand("P05", 0, 90), errand("P06", 170, -1)};
    CHECK(rows(requests_block(requests, kNine + minutes{180}, name_of)) ==
          "P05,area P05,4,1,4,20,90,3,75.0\n"
          "P06,area P06,1,0,0,,10,0,\n");
}

TEST_CASE("without a limit there is no share") {
    Errand one = errand("P05", 0, 30);
    one.due.reset();
    CHECK(rows(litter_block({one}, kNine + minutes{180}, name_of)) == "P05,area P05,1,1,30,0,\n");
}

TEST_CASE("scores have a mean, the lowest and the last, and findings count apart") {
    const std::vector<AreaScore> scores{{"P05", 4}, {"P05", {}}, {"P05", 2}, {"P05", 4}, {"P06", 5}, {"P07", {}}};
    CHECK(rows(area_scores_block(scores, name_of)) ==
          "P05,area P05,3,3.33,2,4,1\n"
          "P06,area P06,1,5.00,5,5,0\n"
          "P07,area P07,0,,,,1\n");
    CHECK(area_scores_block({}, name_of).rows.empty());
}
