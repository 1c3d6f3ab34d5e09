// SPDX-License-Identifier: MIT
// Does who has several posts hand over each of them, and is each that he did not told everywhere?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "handover/shifts_ended.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::test::Ran;
using onduty::test::ran_at;
using onduty::test::says;
using onduty::test::shifts_ended;
using onduty::test::TestSite;

namespace {

// The time that somebody had a post, minutes of the day, and whether it was offered in that time.
struct Held {
    int from = 0;
    int until = 0;
    bool whole = false;
    bool offered = false;
};

const std::map<std::string, std::string> kNames{
    {"guard", "Day guard"}, {"show-home", "Show home"}, {"bar", "Bar"}, {"cleaner", "Cleaner"}};

}  // namespace

TEST_CASE("property: each post that hands something over counts by the time that somebody had it") {
    int without = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(14U); ++seed) {
        CAPTURE(seed);
        std::mt19937 dice{seed};
        const auto below = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
        TestSite site;
        TestSite::start_night(site);
        const auto at = [&](int minute, const std::vector<std::string>& words) { return ran_at(site, minute, words); };
        constexpr int kComes = 9 * 60;
        constexpr int kGoes = 18 * 60;
        at(kComes, {"checkin", "staff", "Wang"});
        at(kComes, {"plan", "add", "staff", "Eve", "--post", "cleaner", "--post", "guard", "--by", "Wang"});
        std::vector<std::string> posts{"guard", "show-home", "bar", "cleaner"};
        std::shuffle(posts.begin(), posts.end(), dice);
        std::map<std::string, Held> held;
        const auto take = [&](const std::vector<std::string>& taken, int minute) {
            std::vector<std::string> words{"checkin", "staff", "Eve"};
            bool covers = false;
            for (const std::string& post : taken) {
                words.insert(words.end(), {"--post", post});
                covers = covers || post == "bar" || post == "show-home";
                held[post] = {minute, kGoes, minute == kComes, false};
            }
            if (covers) {
                words.insert(words.end(), {"--cover", "--by", "Wang", "--reason", "was ill"});
            }
            at(minute, words);
        };
        const auto begun = static_cast<std::ptrdiff_t>(1 + below(3));
        take({posts.begin(), posts.begin() + begun}, kComes);
        if (below(2) == 0) {
            take({posts[static_cast<std::size_t>(begun)]}, 11 * 60 + below(420));
        }
        // One is given up, most are offered; what was given up cannot be offered any more.
        std::string given_up;
        if (held.size() > 1 && below(2) == 0) {
            const auto place = std::next(held.begin(), below(static_cast<int>(held.size())));
            place->second.until = std::max(place->second.from + 1, 12 * 60 + below(300));
            given_up = place->first;
        }
        int minute = given_up.empty() ? kGoes - 10 : held[given_up].until;
        const int offers = below(static_cast<int>(held.size()) + 1);
        for (int i = 0; i < offers; ++i) {
            const Ran offer = at(minute, {"handover", "offer", "--by", "Eve"});
            for (const auto& [post, name] : kNames) {
                if (held.count(post) > 0 && says(offer.out, ("offers the handover of " + name).c_str())) {
                    held[post].offered = true;
                }
            }
            if (below(3) != 0) {
                at(minute, {"handover", "accept", std::to_string(onduty::test::entry_of(offer)), "--by", "Wang"});
            }
        }
        if (!given_up.empty()) {
            at(minute, {"checkin", "staff", "Eve", "--leave", given_up});
        }
        const Ran out = at(kGoes, {"checkin", "out", "Eve"});
        std::map<std::string, std::string> wanted;
        const std::string due = site.run({"due", "--all"}).out;
        for (const auto& [post, one] : held) {
            CAPTURE(post);
            const bool whole = one.whole && one.until == kGoes;
            const bool counts = post != "cleaner" && (whole || one.until - one.from >= 60);
            if (counts) {
                wanted[post] = one.offered ? "1,0" : "1,1";
                without += one.offered ? 0 : 1;
            }
            const bool unhanded = counts && !one.offered;
            CHECK(says(due, ("Eve (" + kNames.at(post) + ") went off without a handover").c_str()) == unhanded);
        }
        CHECK(shifts_ended(site) == wanted);
        const auto unhanded =
            std::count_if(wanted.begin(), wanted.end(), [](const auto& one) { return one.second == "1,1"; });
        CHECK(says(out.err, "was offered in this shift.") == (unhanded > 0));
        for (const auto& [post, numbers] : wanted) {
            if (wanted.size() > 1 && numbers == "1,1") {
                const auto begin = out.err.find("No handover of ");
                REQUIRE(begin != std::string::npos);
                CHECK(says(out.err.substr(begin, out.err.find('\n', begin) - begin), kNames.at(post).c_str()));
            }
        }
        CHECK(site.run({"verify"}).code == 0);
    }
    CHECK(without > 0);
}

TEST_CASE("who has several posts offers what hands something over first, and not the same twice") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-11-24 09:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Eve", "--post", "cleaner", "--post", "guard", "--post", "show-home",
                      "--by", "Wang"})
                .code == 0);
    REQUIRE(site.run({"checkin", "staff", "Eve", "--post", "cleaner", "--post", "guard", "--post", "show-home"}).code ==
            0);
    site.set_time("2026-11-24 18:00");
    for (const char* post : {"Day guard", "Show home", "Cleaner"}) {
        const Ran offer = site.run({"handover", "offer", "--by", "Eve"});
        CHECK_MESSAGE(says(offer.out, ("Eve offers the handover of " + std::string{post}).c_str()), offer.out);
        if (std::string{post} == "Day guard") {
            REQUIRE(site.run({"handover", "accept", "--by", "Wang"}).code == 0);
        }
    }
}
