// SPDX-License-Identifier: MIT
// Does a difference in a room lead to one finding, however often and with whatever else it is counted?
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::says;
using onduty::test::TestSite;

namespace {

struct Thing {
    const char* code;
    const char* name;
    int number;
};
constexpr Thing kThings[]{{"vase", "Vase", 2}, {"book", "Book", 6}, {"cushion", "Cushion", 4}, {"clock", "Clock", 1}};

// "Vase 1 of 2"
std::string words_of(const Thing& thing, int there) {
    return std::string{thing.name} + " " + std::to_string(there) + " of " + std::to_string(thing.number);
}

// How often these words stand in the text.
int times(const std::string& text, const std::string& words) {
    int found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("a difference has one finding until that is resolved, whatever is counted beside it") {
    std::mt19937 random{11};
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    for (int house = 0; house < onduty::test::turns(1); ++house) {
        TestSite site;
        TestSite::start_night(site);
        std::set<std::string> open;  // differences about which there is to be one finding
        int cases = 0;
        int known = 0;
        for (int round = 0; round < 60; ++round) {
            std::vector<std::string> words{"serve", "count", "show-1", "all"};
            std::vector<std::string> why;
            std::set<std::string> found;
            for (const Thing& thing : kThings) {
                const int there = below(2) == 0 ? thing.number : std::max(0, thing.number - 1 - below(2));
                words.push_back(std::string{thing.code} + "=" + std::to_string(there));
                if (there == thing.number) {
                    continue;
                }
                if (below(4) == 0) {
                    why.insert(why.end(), {"--why", std::string{thing.code} + "=lent to the neighbours"});
                } else {
                    found.insert(words_of(thing, there));
                }
            }
            words.insert(words.end(), why.begin(), why.end());
            const onduty::test::Ran ran = site.run(words);
            const std::string said = ran.out + ran.err;
            const bool fresh = std::any_of(found.begin(), found.end(),
                                           [&](const auto& difference) { return open.count(difference) == 0; });
            cases += fresh ? 1 : 0;
            CHECK_MESSAGE(says(said, ("Finding C" + std::to_string(cases)).c_str()) == fresh, said);
            for (const std::string& difference : found) {
                known += open.insert(difference).second ? 0 : 1;
            }
            const std::string list = site.run({"complain", "list", "--open", "--csv"}).out;
            for (const Thing& thing : kThings) {
                for (int there = 0; there < thing.number; ++there) {
                    const std::string difference = words_of(thing, there);
                    CHECK_MESSAGE(times(list, difference) == static_cast<int>(open.count(difference)), list);
                }
            }
            // What is put right counts no more.
            if (round % 4 == 3) {
                for (int number = 1; number <= cases; ++number) {
                    site.run({"complain", "resolve", "C" + std::to_string(number), "put right", "--archive"});
                }
                open.clear();
            }
        }
        CHECK(cases > 10);
        CHECK(known > 10);
    }
}
