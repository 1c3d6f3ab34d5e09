// SPDX-License-Identifier: MIT
// Is what was counted between an offer and the answer that holds counted for it, whatever was withdrawn meanwhile?
#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <set>

#include "book/played_day.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::test::numbers_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

const std::vector<std::string> kNightItems{"radio",         "torch",    "extinguisher", "night-keys",
                                           "first-aid-box", "raincoat", "log-book"};

struct Count {
    int number = 0;
    std::set<std::string> items;
};

struct Answer {
    int number = 0;
    bool accepted = false;
    std::string by;
    int withdrawn_by = 0;  // the void that is in force
};

// The night guard offers his handover; two may accept it.
void offer_to_two(TestSite& site) {
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Bo Li", "--post", "guard"}).code == 0);
    for (const char* name : {"Li Na", "Bo Li"}) {
        REQUIRE(site.run({"checkin", "staff", name}).code == 0);
    }
    REQUIRE(site.run({"handover", "offer", "--by", "zw"}).code == 0);
}

}  // namespace

TEST_CASE("property: a count between the offer and the answer that holds is one before it") {
    int counted_late = 0;  // accepted, and counted while another answer stood that was withdrawn since
    for (unsigned seed = 1; seed <= onduty::test::turns(12U); ++seed) {
        CAPTURE(seed);
        std::mt19937 dice{seed};
        const auto below = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
        TestSite site;
        offer_to_two(site);
        const std::string offer = numbers_of(site, "handover-offer").back();
        std::vector<Count> counts;
        std::vector<Answer> answers;
        std::optional<std::size_t> holds;
        bool stood_then = false;
        const auto void_entry = [&](int number, const std::string& by) {
            const Ran ran = site.run({"correct", std::to_string(number), "--void", "--reason", "wrong", "--by", by});
            REQUIRE_MESSAGE(ran.code == 0, ran.err);
            return std::stoi(numbers_of(site, "void").back());
        };
        for (int step = 0; step < 12; ++step) {
            site.set_time("2026-11-23 20:" + std::to_string(31 + step));
            const std::string by = below(2) == 0 ? "Li Na" : "Bo Li";
            const int choice = below(5);
            if (choice < 2) {
                std::vector<std::string> words{"handover", "count"};
                Count count;
                for (const std::string& item : kNightItems) {
                    if (below(3) != 0) {
                        count.items.insert(item);
                        words.push_back(item == "radio" && below(2) == 0 ? "radio=5" : item);
                    }
                }
                words.insert(words.end(), {"--by", by});
                if (!count.items.empty()) {
                    const Ran ran = site.run(words);
                    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
                    count.number = std::stoi(numbers_of(site, "handover-count").back());
                    counts.push_back(count);
                    stood_then = stood_then || holds;
                }
            } else if (!holds && choice < 4) {
                const bool accepted = below(3) != 0;
                const Ran ran = accepted ? site.run({"handover", "accept", "--by", by})
                                         : site.run({"handover", "refuse", "one radio is missing", "--by", by});
                REQUIRE_MESSAGE(ran.code == 0, ran.err);
                answers.push_back({std::stoi(numbers_of(site, accepted ? "handover-accept" : "handover-refuse").back()),
                                   accepted, by, 0});
                holds = answers.size() - 1;
            } else if (holds) {
                Answer& answer = answers[*holds];
                answer.withdrawn_by = void_entry(answer.number, answer.by);
                holds.reset();
            } else if (!answers.empty() && below(2) == 0) {
                // The withdrawal of the last answer is withdrawn: everything moves back.
                Answer& answer = answers.back();
                void_entry(answer.withdrawn_by, answer.by);
                answer.withdrawn_by = 0;
                holds = answers.size() - 1;
            }
            std::set<std::string> counted;
            for (const Count& count : counts) {
                if (!holds || count.number < answers[*holds].number) {
                    counted.insert(count.items.begin(), count.items.end());
                }
            }
            const bool accepted = holds && answers[*holds].accepted;
            const bool uncounted = accepted && counted.size() < kNightItems.size();
            CAPTURE(step);
            const std::string slip = site.run({"handover", "slip", offer}).out;
            CHECK(says(slip, "UNCOUNTED.") == uncounted);
            const std::string told =
                counted.empty() ? "NOT COUNTED at this handover"
                                : "Counted at this handover: " + std::to_string(counted.size()) + " of 7 items";
            CHECK(says(slip, told.c_str()));
            const std::string row = "night-guard,Night guard,1," + std::string{accepted ? "1," : "0,"} +
                                    (holds && !accepted ? "1," : "0,") + (holds ? "0," : "1,") + "0," +
                                    (uncounted ? "1," : "0,");
            CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "handover", "--csv"}).out, row.c_str()));
            CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "handover-list", "--csv"}).out,
                       accepted ? (uncounted ? ",no," : ",yes,") : ",") == true);
            counted_late += accepted && !uncounted && stood_then ? 1 : 0;
        }
        CHECK(site.run({"verify"}).code == 0);
    }
    CHECK(counted_late > 0);
}

TEST_CASE("who counted while an acceptance stood that was withdrawn found it before the one that holds") {
    for (const char* accepts : {"Li Na", "Bo Li"}) {
        CAPTURE(accepts);
        TestSite site;
        offer_to_two(site);
        REQUIRE(site.run({"handover", "accept", "--by", "Bo Li"}).code == 0);
        const std::string accepted = numbers_of(site, "handover-accept").back();
        REQUIRE(site.run({"handover", "count", "all", "radio=5", "--by", "Li Na"}).code == 3);
        REQUIRE(site.run({"correct", accepted, "--void", "--reason", "not me", "--by", "Bo Li"}).code == 0);
        const Ran accept = site.run({"handover", "accept", "--by", accepts});
        CHECK(accept.code == 0);
        CHECK(accept.err.empty());
        CHECK(says(site.run({"report", "day", "--block", "handover-items", "--csv"}).out, ",Zhang Wei,before,"));
        const std::string slip = site.run({"handover", "slip"}).out;
        CHECK_MESSAGE(says(slip, "answers for it, C1"), slip);
    }
}
