// SPDX-License-Identifier: MIT
// Does what a refusal tells people to type run as it stands, whatever they are called?
#include <doctest/doctest.h>

#include <algorithm>

#include "book/played_day.hpp"
#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// The command at the end of the first line.
std::vector<std::string> hinted(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    const std::size_t begin = line.rfind("onduty ");
    REQUIRE_MESSAGE(begin != std::string::npos, text);
    std::vector<std::string> words = onduty::test::shell_words(line.substr(begin));
    words.erase(words.begin());
    return words;
}

}  // namespace

TEST_CASE("the command in a refusal names people and times so that a shell takes them as they are") {
    const std::vector<std::vector<std::string>> refused{
        {"checkin", "staff", "Zhang Wei"},
        {"patrol", "start", "fire", "--by", "Li Na"},
        {"patrol", "start", "fire", "--with", "Li Na"},
        {"patrol", "call", "Li Na"},
        {"checkin", "inspect", "Li Na", "grooming", "all"},
        {"checkin", "out", "Zhang Wei"},
        {"plan", "remove", "staff", "Zhang Wei"},
        {"patrol", "explain", "2026-11-23 19:00"},
    };
    int hints = 0;
    for (const std::vector<std::string>& words : refused) {
        TestSite site;
        TestSite::start_night(site);
        if (words[1] == "out") {
            REQUIRE(site.run({"patrol", "start", "fire"}).code == 0);
        }
        const Ran ran = site.run(words);
        if (ran.err.find("First: ") == std::string::npos && ran.err.find("Type: ") == std::string::npos &&
            ran.err.find("onduty patrol explain") == std::string::npos &&
            ran.err.find("Going off: ") == std::string::npos && ran.err.find("has come: ") == std::string::npos) {
            MESSAGE(ran.err);
            continue;
        }
        ++hints;
        const Ran run = site.run(hinted(ran.err));
        CHECK_MESSAGE(run.code != 2, ran.err);
    }
    CHECK(hints == 8);
}

namespace {

// Types what is hinted at, as often as that is refused for another reason; the first is the last that was typed.
Ran follow_hints(TestSite& site, Ran refused, int most) {
    for (int times = 0; refused.code == 4 && times < most; ++times) {
        refused = site.run(hinted(refused.err));
    }
    return refused;
}

// A busy day, and after it what stands in the way of withdrawals: other rounds, tours, offers, signatures.
void play_with_what_follows(TestSite& site) {
    onduty::test::play(site);
    const std::vector<std::vector<std::string>> later{
        {"patrol", "start", "fire", "--by", "guard"},
        {"patrol", "end", "--by", "guard"},
        {"patrol", "sign", "2026-11-27", "--by", "supervisor"},
        {"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "front-desk"},
        {"serve", "tour", "V2", "show-2", "--by", "show-home"},
        {"serve", "tour-end", "V2", "--by", "show-home"},
        {"serve", "count", "show-2", "all", "--by", "show-home"},
        {"checkin", "visit", "--party", "3", "--purpose", "look", "--by", "front-desk"},
        {"serve", "tour", "V3", "show-2", "--by", "show-home"},
        {"handover", "offer", "--by", "guard"},
        {"handover", "count", "all", "--by", "night-guard"},
        {"handover", "accept", "--by", "night-guard"},
        {"patrol", "start", "fire", "--by", "guard"},
    };
    for (const std::vector<std::string>& words : later) {
        const Ran ran = site.run(words);
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
    }
}

}  // namespace

TEST_CASE("what the refusal of a withdrawal says to type first is not refused itself") {
    TestSite site;
    play_with_what_follows(site);
    const int last = std::stoi(site.run({"log", "--last", "1", "--csv"})
                                   .out.substr(site.run({"log", "--last", "1", "--csv"}).out.find('\n') + 1));
    int refused = 0;
    for (int number = 1; number <= last; ++number) {
        const Ran ran = site.run({"correct", std::to_string(number), "--void", "--reason", "typed wrongly", "--by",
                                  "supervisor", "--dry-run"});
        const std::string line = ran.err.substr(0, ran.err.find('\n'));
        if (ran.code != 4 || line.find("onduty ", 8) == std::string::npos || line.find("TIME") != std::string::npos) {
            continue;  // how a time is put right is for the person to say
        }
        ++refused;
        std::vector<std::string> words = hinted(ran.err);
        words.emplace_back("--dry-run");
        if (line.find("--by ") == std::string::npos) {
            words.insert(words.end(), {"--by", "supervisor"});
        }
        const Ran typed = site.run(words);
        CHECK_MESSAGE((typed.code != 4 && typed.code != 2), line << typed.err);
    }
    CHECK(refused > 20);
}

TEST_CASE("a count that is told for a time at which the group was there leads to the end of the tour and is done") {
    TestSite site;
    site.set_time("2026-11-27 08:00");
    onduty::test::open_day(site);
    site.set_time("2026-11-27 10:00");
    REQUIRE(site.run({"checkin", "visit", "--party", "3", "--purpose", "look", "--by", "front-desk"}).code == 0);
    REQUIRE(site.run({"serve", "tour", "V1", "show-2", "--by", "show-home"}).code == 0);
    site.set_time("2026-11-27 10:30");
    REQUIRE(site.run({"checkin", "out", "V1", "--by", "front-desk"}).code == 0);
    site.set_time("2026-11-27 10:50");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"serve", "count", "show-2", "all", "--by", "show-home"},
          std::vector<std::string>{"serve", "tour", "V1", "show-2", "--by", "show-home", "--uncounted",
                                   "in a hurry"}}) {
        std::vector<std::string> late = words;
        late.insert(late.end(), {"--at", "10:20", "--reason", "forgot it"});
        const Ran refused = site.run(late);
        REQUIRE(refused.code == 4);
        std::vector<std::string> hint = hinted(refused.err);
        hint.insert(hint.end(), {"--by", "supervisor"});
        hint.emplace_back("--dry-run");
        const Ran put_right = site.run(hint);
        CHECK_MESSAGE(put_right.code == 0, refused.err << put_right.err);
    }
    std::vector<std::string> hint =
        hinted(site.run({"serve", "count", "show-2", "all", "--by", "show-home", "--at", "10:20"}).err);
    hint.insert(hint.end(), {"--by", "supervisor"});
    REQUIRE(site.run(hint).code == 0);
    CHECK(site.run({"serve", "count", "show-2", "all", "--by", "show-home", "--at", "10:20", "--reason", "forgot it"})
              .code == 0);
}

TEST_CASE("a point that is typed just after an incomplete end leads to that round, and is told in it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"patrol", "start", "night"}).code == 0);
    site.set_time("2026-11-23 20:45");
    REQUIRE(site.run({"patrol", "point", "P01", "P02"}).code == 0);
    REQUIRE(site.run({"patrol", "end"}).code == 3);
    site.set_time("2026-11-23 20:47");
    const Ran refused = site.run({"patrol", "point", "P03"});
    REQUIRE(refused.code == 4);
    CHECK(says(refused.err, "told with its time: onduty patrol point POINT --at TIME."));
    CHECK(site.run({"patrol", "point", "P03", "--at", "20:44"}).code == 0);
    const std::size_t begin = refused.err.find("onduty correct");
    REQUIRE(begin != std::string::npos);
    Ran withdrawn = refused;
    withdrawn.err = refused.err.substr(begin);
    CHECK(follow_hints(site, withdrawn, 1).code == 0);
    CHECK(site.run({"patrol", "point", "P04"}).code == 0);
    CHECK(site.run({"patrol", "end"}).code == 3);
    site.set_time("2026-11-23 21:30");
    CHECK(says(site.run({"patrol", "point", "P05"}).err, "First: onduty patrol start"));  // that is long ago
}

TEST_CASE("the command that the first refusal of a withdrawal tells is not refused for want of --all") {
    TestSite site;
    onduty::test::play(site);
    int with_all = 0;
    const int last = onduty::test::entry_of(site.run({"note", "task", "look", "--until", "tomorrow 9:00", "--by",
                                                      "supervisor"}));
    for (int number = 2; number <= last; ++number) {
        for (const char* who : {"guard", "front-desk", "show-home", "supervisor"}) {
            const Ran refused = site.run({"correct", std::to_string(number), "--void", "--reason", "typed twice", "--by",
                                          who, "--dry-run"});
            const std::size_t at = refused.err.find("onduty correct ");
            if (refused.code != 4 || at == std::string::npos) {
                continue;
            }
            std::vector<std::string> words =
                onduty::test::shell_words(refused.err.substr(at + 7, refused.err.find('\n', at) - at - 7));
            for (std::string& word : words) {
                word = word == "..." ? "typed twice" : word;
            }
            words.emplace_back("--dry-run");
            const bool all = std::find(words.begin(), words.end(), "--all") != words.end();
            CAPTURE(refused.err);
            const Ran again = site.run(words);
            CHECK_FALSE_MESSAGE((again.code == 4 && !all && says(again.err, "--void --all")), again.err);
            with_all += all && says(refused.err, "By one of them: ") && again.code == 0 ? 1 : 0;
        }
    }
    CHECK(with_all >= 5);
}
