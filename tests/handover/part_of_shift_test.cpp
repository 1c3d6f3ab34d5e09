// SPDX-License-Identifier: MIT
// Does a post that somebody had for a part of his shift hand over by the time that he had it?
#include <doctest/doctest.h>

#include <random>

#include "handover/shifts_ended.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::test::clock_of;
using onduty::test::Ran;
using onduty::test::ran_at;
using onduty::test::says;
using onduty::test::shifts_ended;
using onduty::test::TestSite;

namespace {

// "2,1": the shifts of the day guard that ended, and those without a handover.
std::string day_guard(TestSite& site) {
    const auto posts = shifts_ended(site);
    const auto found = posts.find("guard");
    return found == posts.end() ? "0,0" : found->second;
}

}  // namespace

TEST_CASE("property: who stands in at a post hands it over from an hour on, whether he gives it up or goes off there") {
    int counted = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(16U); ++seed) {
        std::mt19937 dice{seed};
        TestSite site;
        TestSite::start_night(site);
        const auto at = [&](int minute, const std::vector<std::string>& words) { return ran_at(site, minute, words); };
        constexpr int kComes = 8 * 60 + 30;
        constexpr int kGoes = 20 * 60 + 30;
        at(kComes, {"checkin", "staff", "Wang"});
        at(kComes, {"plan", "add", "staff", "Zhao Min", "--post", "cleaner", "--by", "Wang"});
        at(kComes, {"checkin", "staff", "Zhao Min"});
        const bool gives_up = dice() % 3 != 0;
        const bool offers = dice() % 3 == 0;
        const int held = dice() % 2 == 0 ? 58 + static_cast<int>(dice() % 4) : 10 + static_cast<int>(dice() % 300);
        const int until = gives_up ? 15 * 60 + static_cast<int>(dice() % 120) : kGoes;
        at(until - held,
           {"checkin", "staff", "Zhao Min", "--post", "guard", "--cover", "--by", "Wang", "--reason", "lunch"});
        if (offers) {
            at(until, {"handover", "offer", "--by", "Zhao Min"});
        }
        const std::string counts = held < 60 ? "0,0" : offers ? "1,0" : "1,1";
        if (gives_up) {
            at(until, {"checkin", "staff", "Zhao Min", "--leave", "guard"});
            site.set_time("2026-11-24 " + clock_of(until + 1));
            CHECK(day_guard(site) == counts);
        }
        const Ran out = at(kGoes, {"checkin", "out", "Zhao Min"});
        CAPTURE(seed);
        CAPTURE(held);
        CAPTURE(gives_up);
        CHECK(day_guard(site) == counts);
        CHECK(says(out.err, "No handover was offered in this shift.") == (counts == "1,1"));
        CHECK(says(site.run({"due"}).out, "Zhao Min (Day guard) went off without a handover") == (counts == "1,1"));
        counted += counts == "0,0" ? 0 : 1;
    }
    CHECK(counted > onduty::test::turns(4));
}
