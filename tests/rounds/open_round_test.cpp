// SPDX-License-Identifier: MIT
// Which slot does a round count for that begins now?
#include <doctest/doctest.h>

#include <random>

#include "support.hpp"

using onduty::test::clock_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

const std::vector<std::string> kAllPoints{"patrol", "point", "P01", "P02", "P03", "P04",
                                          "P05",    "P06",   "P07", "P08", "P09"};

int number_of(const Ran& ran) {
    return std::stoi(ran.out.substr(1));
}

// "21:00", the slot that a round satisfies by the report; "" for none.
std::string slot_of(TestSite& site, int round) {
    std::istringstream slots{site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out};
    const std::string entry = "," + std::to_string(round) + ",";
    for (std::string line; std::getline(slots, line);) {
        if (says(line, entry.c_str())) {
            return line.substr(line.find(" ") + 1, 5);
        }
    }
    return {};
}

// "21:00", the slot that the answer to the begin of a round names; "" for one that is extra.
std::string slot_named(const std::string& answer) {
    const std::size_t at = answer.find("begins for ");
    return at == std::string::npos ? std::string{} : answer.substr(at + 11, 5);
}

}  // namespace

TEST_CASE("property: a round that is completed counts for the slot that its begin named") {
    int complete = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::mt19937 dice{seed};
        TestSite site;
        TestSite::start_night(site);
        int minute = 20 * 60 + 50;  // in the window of the first
        while (minute < 24 * 60 - 10) {
            site.set_time("2026-11-23 " + clock_of(minute));
            const Ran begun = site.run({"patrol", "start"});
            REQUIRE(begun.code == 0);
            const bool whole = dice() % 2 == 0;
            REQUIRE(site.run(whole ? kAllPoints : std::vector<std::string>{"patrol", "point", "P03"}).code == 0);
            REQUIRE(site.run({"patrol", "end"}).code == (whole ? 0 : 3));
            CAPTURE(seed);
            CAPTURE(begun.out);
            if (whole) {
                CHECK(slot_named(begun.out) == slot_of(site, number_of(begun)));
                ++complete;
            }
            minute += 1 + static_cast<int>(dice() % 40);
        }
    }
    CHECK(complete > 40);
}
