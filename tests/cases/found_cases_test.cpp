// SPDX-License-Identifier: MIT
// Does a case that opened by itself go with what was found, whatever found it and however that is put right?
#include <doctest/doctest.h>

#include "support.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

using Words = std::vector<std::string>;

// What finds something, and how it is corrected to nothing, and to something else.
struct Finder {
    Words before;  // "" for nothing
    Words found;
    Words right;
    Words otherwise;
};

const std::vector<Finder>& finders() {
    static const std::vector<Finder> kAll{
        {{}, {"serve", "count", "show-1", "all", "vase=1"}, {"vase=2"}, {"vase=0"}},
        {{}, {"handover", "count", "all", "radio=5", "--of", "night-guard"}, {"radio=6"}, {"radio=4"}},
        {{"checkin", "contractor", "Sun Bo", "--work", "floor", "--permit", "P1", "--tool", "drill=3"},
         {"checkin", "out", "V1", "--tool", "drill=2"},
         {"--tool", "drill=3"},
         {"--tool", "drill=1"}},
    };
    return kAll;
}

int corrected(TestSite& site, const std::string& number, Words words) {
    words.insert(words.begin(), {"correct", number});
    words.insert(words.end(), {"--reason", "looked again"});
    const Ran ran = site.run(words);
    INFO(ran.err);
    return ran.code;
}

bool is_open(TestSite& site) {
    return says(site.run({"complain", "list", "--open", "--csv"}).out, "C1,");
}

}  // namespace

TEST_CASE("a case that opened by itself goes with the correction to what is right, and comes back with it") {
    for (const Finder& finder : finders()) {
        CAPTURE(finder.found[1]);
        for (const bool in_two_steps : {false, true}) {
            TestSite site;
            TestSite::start_night(site);
            if (!finder.before.empty()) {
                REQUIRE(site.run(finder.before).code == 0);
            }
            const Ran found = site.run(finder.found);
            INFO(found.err);
            const int number = entry_of(found);
            REQUIRE(is_open(site));
            if (in_two_steps) {
                REQUIRE(corrected(site, std::to_string(number), finder.otherwise) == 0);
                CHECK(is_open(site));
            }
            const int correction = number + (in_two_steps ? 3 : 2);  // the case came behind what was found
            REQUIRE(corrected(site, std::to_string(number), finder.right) == 0);
            CHECK_FALSE(is_open(site));
            REQUIRE(corrected(site, std::to_string(correction), {"--void"}) == 0);
            CHECK(is_open(site));
        }
    }
}

TEST_CASE("a case that somebody worked on, or that another count found, too, stays") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"serve", "count", "show-1", "all", "vase=1"}).code == 3);  // 6
    REQUIRE(site.run({"serve", "count", "show-1", "all", "vase=1"}).code == 3);  // 8
    REQUIRE(corrected(site, "6", {"vase=2"}) == 0);
    CHECK(is_open(site));
    TestSite other;
    TestSite::start_night(other);
    REQUIRE(other.run({"serve", "count", "show-1", "all", "vase=1"}).code == 3);
    REQUIRE(other.run({"complain", "act", "C1", "asked the neighbours"}).code == 0);
    REQUIRE(corrected(other, "6", {"vase=2"}) == 0);
    CHECK(is_open(other));
}

TEST_CASE("a reopening goes with the archiving that it follows") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"complain", "new", "enquiry", "when open", "--answer", "at nine"}).code == 0);  // 6, 7, 8
    REQUIRE(site.run({"complain", "reopen", "C1", "--reason", "asked again"}).code == 0);             // 9
    const Ran alone = site.run({"correct", "8", "--void", "--reason", "too early"});
    CHECK(alone.code == 4);
    CHECK(says(alone.err, "onduty correct 8 --void --all"));
    REQUIRE(site.run({"correct", "8", "--void", "--all", "--reason", "too early"}).code == 0);
    CHECK(site.run({"complain", "archive", "C1"}).code == 0);  // it is resolved, and open for that
}

TEST_CASE("who is complained about neither gets the case, nor is sent to it, nor passes it: another is named") {
    TestSite site;
    TestSite::start_night(site);
    onduty::test::bring_on_duty(site, {{"Chen Jing", "bar"}, {"Zhou Kai", "sales"}});
    REQUIRE(site.run({"complain", "new", "rude", "--against", "Chen Jing", "--severity", "3", "--by", "zw"}).code == 0);
    const auto named = [&](Words words) {
        const Ran ran = site.run(words);
        INFO(ran.err);
        CHECK(ran.code == 4);
        const std::string hint = "Such as: onduty ";
        const auto at = ran.err.find(hint);
        REQUIRE(at != std::string::npos);
        Words again = onduty::test::shell_words(ran.err.substr(at + 9, ran.err.find('\n', at) - at - 9));
        again.erase(again.begin());
        return again;
    };
    for (const Words& words : {Words{"complain", "assign", "C1", "Chen Jing", "--by", "zw"},
                               Words{"complain", "dispatch", "C1", "Chen Jing", "--by", "zw"}}) {
        const Words again = named(words);
        CHECK(again != words);
        const Ran done = site.run(again);
        CHECK_MESSAGE(done.code == 0, done.err);
    }
}
