// SPDX-License-Identifier: MIT
// Does the slip of an answered handover stay what it was, whatever becomes of what was open then?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>

#include "book/played_day.hpp"
#include "turns.hpp"

using onduty::test::numbers_of;
using onduty::test::Ran;
using onduty::test::TestSite;

namespace {

void type(TestSite& site, const std::string& line) {
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word.front() == '@' ? numbers_of(site, word.c_str() + 1).back() : word);
    }
    const Ran ran = site.run(words);
    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), line << ": " << ran.err);
}

std::map<std::string, std::string> slips(TestSite& site) {
    std::map<std::string, std::string> found;
    for (const std::string& offer : numbers_of(site, "handover-offer")) {
        found["slip " + offer] = site.run({"handover", "slip", offer}).out;
        found["show " + offer] = site.run({"handover", "show", offer, "--json"}).out;
    }
    return found;
}

}  // namespace

TEST_CASE("the slip of an answered handover stays as it was, whatever becomes of what was open") {
    TestSite site;
    onduty::test::play(site);
    site.set_time("2026-11-27 21:05");
    for (const char* line :
         {"checkin visit --party 2 --purpose look --by front-desk",
          "checkin visit --type business --party 1 --purpose contract --by guard",
          "checkin contractor Otis --work lift --by guard", "checkin notice --party 4 --by guard",
          "complain wait C1 customer thinks --by front-desk", "complain dispatch C2 Otis --by front-desk",
          "note mail parcel --for supervisor --by guard", "handover offer --by front-desk",
          "handover offer --by show-home", "handover accept front-desk --by supervisor",
          "handover accept show-home --by supervisor"}) {
        type(site, line);
    }
    const auto before = slips(site);
    REQUIRE(before.size() == 8);
    site.set_time("2026-11-28 09:00");
    for (const char* line :
         {"checkin host V2 sales --by front-desk", "serve seat V2 A2 --by front-desk", "checkin out V2 --by front-desk",
          "checkin out V3 --by front-desk", "complain resume C1 --by front-desk",
          "complain assess C1 --severity 1 --by supervisor", "complain assign C1 supervisor --by supervisor",
          "complain resolve C1 done --by supervisor", "complain arrive C2 --by front-desk",
          "complain assign C2 sales --by supervisor", "complain resolve C2 done --by supervisor",
          "lend back umbrella 7 --by front-desk", "note done @task mended --by front-desk",
          "note done @mail --to supervisor --by guard", "patrol alarm @signal --result false --by guard",
          "patrol incident 1 --needed paint --by guard", "serve linen back cloth=5 --by supervisor",
          "customer contact @customer asked --way phone --why reminder --by sales",
          "customer assign @customer supervisor --by supervisor"}) {
        type(site, line);
    }
    site.set_time("2026-12-20 09:00");
    for (const auto& [page, text] : slips(site)) {
        CAPTURE(page);
        std::istringstream then{before.at(page)};
        std::istringstream now{text};
        for (std::string one, other; std::getline(then, one) && std::getline(now, other);) {
            CHECK(other == one);
        }
    }
}

TEST_CASE("property: a difference is to be done while it is one, as corrected, and was not explained by then") {
    int open = 0;
    int gone = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(10U); ++seed) {
        CAPTURE(seed);
        std::mt19937 dice{seed};
        const auto below = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"plan", "add", "staff", "Ben", "--post", "show-home"}).code == 0);
        for (const char* name : {"Ben", "Wang"}) {
            REQUIRE(site.run({"checkin", "staff", name}).code == 0);
        }
        REQUIRE(site.run({"serve", "count", "show-1", "all", "vase=1", "cushion=1", "--by", "Ben"}).code == 3);
        const std::string count = numbers_of(site, "count").back();
        struct Item {
            std::string name;
            std::string right;
            std::string explained{};  // the entry, "" for none
            std::string corrected{};
            bool before = false;  // explained before the offer
        };
        std::vector<Item> items{{"vase", "2"}, {"cushion", "4"}};
        bool offered = false;
        for (int step = 0; step < 9; ++step) {
            site.set_time("2026-11-23 20:" + std::to_string(31 + step));
            if (step == 2) {
                REQUIRE(site.run({"handover", "offer", "--by", "Ben"}).code == 0);
                offered = true;
                continue;
            }
            Item& item = items[static_cast<std::size_t>(below(2))];
            const auto withdraw = [&](std::string& entry) {
                if (site.run({"correct", entry, "--void", "--reason", "wrong", "--by", "Wang"}).code == 0) {
                    entry.clear();
                }
            };
            if (below(2) == 0 && item.explained.empty()) {
                if (site.run({"serve", "explain", count, item.name, "behind the door", "--by", "Ben"}).code == 0) {
                    item.explained = numbers_of(site, "explanation").back();
                    item.before = !offered;
                }
            } else if (below(2) == 0 && item.corrected.empty()) {
                if (site.run({"correct", count, item.name + "=" + item.right, "--reason", "there were", "--by", "Ben"})
                        .code == 0) {
                    item.corrected = numbers_of(site, "correction").back();
                }
            } else if (!item.corrected.empty() || !item.explained.empty()) {
                withdraw(item.corrected.empty() ? item.explained : item.corrected);
            }
            if (!offered) {
                continue;
            }
            const bool to_be_done = std::any_of(items.begin(), items.end(), [](const Item& one) {
                return one.corrected.empty() && (one.explained.empty() || !one.before);
            });
            const std::string shown =
                site.run({"handover", "show", numbers_of(site, "handover-offer").back(), "--json"}).out;
            CAPTURE(step);
            CHECK(onduty::test::says(shown, ("\"section\":\"tasks\",\"entry\":" + count + ",").c_str()) == to_be_done);
            open += to_be_done ? 1 : 0;
            gone += to_be_done ? 0 : 1;
        }
    }
    CHECK(open > 0);
    CHECK(gone > 0);
}
