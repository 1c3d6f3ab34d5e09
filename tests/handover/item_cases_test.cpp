// SPDX-License-Identifier: MIT
// Does a slip name the case by which a defect is followed up, whichever count opened it, and does it stay the same?
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "book/played_day.hpp"
#include "turns.hpp"

using onduty::test::entry_of;
using onduty::test::numbers_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// The guards' items, their defects and cases as they were typed.
struct CountedItems {
    struct OneCase {
        std::set<std::string> items;
        int opened_by = 0;
        bool is_resolved = false;
    };
    TestSite site;
    std::mt19937 dice;
    int minute = 0;
    std::map<std::string, int> wrong;  // the count that found it
    std::vector<OneCase> cases;        // C1 first
    int counted_again = 0;             // defects with a case that another count opened
    int without = 0;

    explicit CountedItems(unsigned seed) : dice{seed} {
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
    }

    int below(int bound) { return static_cast<int>(dice() % static_cast<unsigned>(bound)); }

    Ran run(const std::vector<std::string>& words) {
        site.set_time("2026-11-23 2" + std::to_string(1 + minute / 60) + ":" + (minute % 60 < 10 ? "0" : "") +
                      std::to_string(minute % 60));
        ++minute;
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        return ran;
    }

    std::size_t open_about(const std::string& item) const {
        std::size_t place = 0;
        while (place < cases.size() && (cases[place].is_resolved || cases[place].items.count(item) == 0)) {
            ++place;
        }
        return place;
    }

    void count() {
        std::vector<std::string> words{"handover", "count", "all", "--by", "Li Na"};
        std::set<std::string> found;
        for (const char* item : {"radio", "torch"}) {
            if (below(2) == 0) {
                found.insert(item);
                words.push_back(std::string{item} + ":damaged");
            }
        }
        const int entry = entry_of(run(words));
        OneCase fresh{{}, entry};
        for (const char* item : {"radio", "torch"}) {
            if (found.count(item) == 0) {
                wrong.erase(item);
                continue;
            }
            wrong.emplace(item, entry);
            if (open_about(item) == cases.size()) {
                fresh.items.insert(item);
            }
        }
        if (!fresh.items.empty()) {
            cases.push_back(fresh);
        }
    }

    void resolve() {
        const auto place = static_cast<std::size_t>(below(static_cast<int>(cases.size())));
        if (!cases[place].is_resolved) {
            cases[place].is_resolved = true;
            const std::string code = "C" + std::to_string(place + 1);
            run({"complain", "resolve", code, "mended", "--by", "zw"});
            if (below(2) == 0) {
                run({"complain", "archive", code, "--by", "zw"});
            }
        }
    }

    std::string expected(const std::string& item) {
        const std::size_t open = open_about(item);
        for (std::size_t place = 0; place < cases.size(); ++place) {
            if (open == cases.size() ? cases[place].opened_by == wrong[item] && cases[place].items.count(item) > 0
                                     : place == open) {
                counted_again += cases[place].opened_by == wrong[item] ? 0 : 1;
                return "answers for it, C" + std::to_string(place + 1) + "\"";
            }
        }
        ++without;
        return "answers for it\"";
    }

    // The lines of the section of the last offer, as JSON.
    std::map<std::string, std::string> told(const std::string& offer) {
        std::map<std::string, std::string> lines;
        std::istringstream rows{site.run({"handover", "show", offer, "--json"}).out};
        for (std::string row; std::getline(rows, row);) {
            for (const auto& [item, name] :
                 std::map<std::string, std::string>{{"radio", "Radio"}, {"torch", "Torch"}}) {
                if (says(row, "\"section\":\"items\"") && says(row, ("\"" + name + " ").c_str()) &&
                    says(row, "answers for it")) {
                    lines[item] = row;
                }
            }
        }
        return lines;
    }

    void check(const std::string& offer) {
        const auto lines = told(offer);
        REQUIRE(lines.size() == wrong.size());
        for (const auto& [item, row] : lines) {
            CAPTURE(row);
            CHECK(says(row, expected(item).c_str()));
        }
    }
};

}  // namespace

TEST_CASE("property: a slip names the open case of a defect, whichever count opened it, and says so for good") {
    int counted_again = 0;
    int without = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(8U); ++seed) {
        CAPTURE(seed);
        CountedItems items{seed};
        std::map<std::string, std::map<std::string, std::string>> before;
        for (int turn = 0; turn < 6; ++turn) {
            for (int step = 0; step < 3; ++step) {
                if (!items.cases.empty() && items.below(3) == 0) {
                    items.resolve();
                } else {
                    items.count();
                }
            }
            items.run({"handover", "offer", "--by", "zw"});
            const std::string offer = numbers_of(items.site, "handover-offer").back();
            items.check(offer);
            if (items.below(2) == 0) {  // counted for this handover
                items.count();
                items.check(offer);
            }
            items.run({"handover", "accept", "--by", "Li Na"});
            before[offer] = items.told(offer);
            items.check(offer);
        }
        for (const auto& [offer, lines] : before) {
            CAPTURE(offer);
            CHECK(items.told(offer) == lines);
        }
        counted_again += items.counted_again;
        without += items.without;
    }
    CHECK(counted_again > 0);
    MESSAGE("without a case: " << without);
}
