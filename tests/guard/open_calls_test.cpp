// SPDX-License-Identifier: MIT
// Is he without an answer exactly when the last call to him was, however late and in which order it was typed?
#include "guard/open_calls.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::clock_of;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Minutes of the night are told from 21:00 on.
std::string told_of(int minute) {
    return clock_of(21 * 60 + minute);
}

int lines_with(const std::string& text, const char* words) {
    int found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++found;
    }
    return found;
}

// A night of calls to Zhang Wei by the supervisor.
struct Night {
    TestSite site;
    std::map<int, bool> calls;  // by told minute: whether he answered

    Night() {
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    }

    Ran call(int minute, bool answers) {
        std::vector<std::string> words{"patrol", "call",          "zw",       "--by", "Wang",
                                       "--at",   told_of(minute), "--reason", "late"};
        if (!answers) {
            words.insert(words.begin() + 3, "--no-answer");
        }
        return site.run(words);
    }

    // What somebody says who reads the calls in the order of their times.
    void check() {
        const bool open = !calls.empty() && !calls.rbegin()->second;
        const std::string list = site.run({"due", "--by", "Wang"}).out;
        const int due = lines_with(list, "does not answer");
        CHECK(due == (open ? 1 : 0));
        int steps = 0;
        int first = 0;  // minute
        bool goes_on = false;
        for (const auto& [minute, answers] : calls) {
            steps += !answers && goes_on ? 1 : 0;
            first = !answers && !goes_on ? minute : first;
            goes_on = !answers;
        }
        if (open) {
            const std::string since = told_of(first) + "  ";
            const std::size_t line = list.find("does not answer");
            CHECK(list.rfind(since, line) != std::string::npos);
            CHECK(list.rfind(since, line) + 1 > list.rfind('\n', line) + 1);
        }
        const std::string items = site.run({"report", "day", "--block", "open-items", "--csv"}).out;
        CHECK(lines_with(items, "check-call") == due);
        const std::string block = site.run({"report", "day", "--block", "calls", "--csv"}).out;
        if (!calls.empty()) {
            int answered = 0;
            for (const auto& [minute, answers] : calls) {
                answered += answers ? 1 : 0;
            }
            const std::string row = block.substr(block.find("\n") + 1);
            const std::string counts = "2026-11-23," + std::to_string(calls.size()) + "," + std::to_string(answered) +
                                       "," + std::to_string(static_cast<int>(calls.size()) - answered) + "," +
                                       std::to_string(steps) + ",";
            CHECK(says(row, counts.c_str()));
            CHECK(std::stoi(row.substr(counts.size())) == due);
        }
    }
};

}  // namespace

TEST_CASE("who answered at 22:20 is not missed because somebody types a call of 22:10 afterwards") {
    Night night;
    night.site.set_time("2026-11-23 22:20");
    REQUIRE(night.site.run({"patrol", "call", "zw", "--by", "Wang"}).code == 0);
    night.site.set_time("2026-11-23 22:24");
    const Ran late = night.site.run({"patrol", "call", "zw", "--no-answer", "--at", "22:10", "--by", "Wang"});
    CHECK(says(late.out, "does NOT answer"));
    CHECK_FALSE(says(late.err, "Call again"));
    CHECK_FALSE(says(night.site.run({"due"}).out, "does not answer"));
    // Without that answer he is missed.
    REQUIRE(night.site.run({"correct", "7", "--void", "--reason", "was Li Na", "--by", "Wang"}).code == 0);
    CHECK(says(night.site.run({"due"}).out, "does not answer"));
    CHECK(night.site.run({"verify"}).code == 0);
}

TEST_CASE("an answer ends every earlier call, and is so long after the first") {
    Night night;
    const auto at = [&](const char* time, std::vector<std::string> more) {
        night.site.set_time(std::string{"2026-11-23 "} + time);
        std::vector<std::string> words{"patrol", "call", "zw", "--by", "Wang"};
        words.insert(words.end(), more.begin(), more.end());
        return night.site.run(words);
    };
    at("22:00", {"--no-answer"});  // 7
    at("22:03", {});               // 8
    at("22:10", {"--no-answer"});  // 9
    REQUIRE(night.site.run({"correct", "8", "--void", "--reason", "was Li Na", "--by", "Wang"}).code == 0);
    CHECK(lines_with(night.site.run({"due"}).out, "does not answer") == 1);
    CHECK(says(at("22:20", {}).out, "20 min after the first call"));
    CHECK_FALSE(says(night.site.run({"due"}).out, "does not answer"));
    CHECK(night.site.run({"verify"}).code == 0);
}

TEST_CASE("what is told of a time between two calls ends the first, and the second is open from its own time") {
    Night night;
    night.site.set_time("2026-11-23 22:30");
    REQUIRE(night.call(60, false).code == 0);
    REQUIRE(night.call(70, false).code == 0);
    CHECK(says(night.site.run({"due"}).out, "22:00"));
    CHECK(says(night.call(65, true).out, "5 min after the first call"));
    CHECK(says(night.site.run({"due"}).out, "22:10"));
    CHECK(says(night.site.run({"report", "day", "--block", "calls", "--csv"}).out, "2026-11-23,3,1,2,0,1,0,\r\n"));
    CHECK(night.call(40, false).code == 0);
    const Ran early = night.site.run(
        {"patrol", "call", "zw", "--outcome", "asleep", "--at", "21:10", "--reason", "late", "--by", "Wang"});
    CHECK(early.code == 4);
    CHECK(says(early.err, "No call to Zhang Wei is without an answer."));
    CHECK(night.site.run({"verify"}).code == 0);
}

TEST_CASE("a call is not withdrawn under the words that say how it ended") {
    Night night;
    const auto call = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"patrol", "call", "zw", "--by", "Wang"};
        words.insert(words.end(), more.begin(), more.end());
        return std::to_string(entry_of(night.site.run(words)));
    };
    night.site.set_time("2026-11-23 22:00");
    const std::string first = call({"--no-answer"});
    const std::string second = call({"--no-answer"});
    night.site.set_time("2026-11-23 22:20");
    const std::string ended = call({"--outcome", "asleep"});
    const auto withdraw = [&](const std::string& number) {
        return night.site.run({"correct", number, "--void", "--reason", "was Li Na", "--by", "Wang"});
    };
    CHECK(withdraw(second).code == 0);
    const Ran refused = withdraw(first);
    CHECK(refused.code == 4);
    CHECK(says(refused.err, ("Entry " + ended + " says how that call ended. If that is wrong, first: onduty correct " +
                             ended + " --void")
                                .c_str()));
    CHECK(withdraw(ended).code == 0);
    CHECK(withdraw(first).code == 0);
    CHECK_FALSE(says(night.site.run({"due"}).out, "does not answer"));
    CHECK(night.site.run({"verify"}).code == 0);
}

TEST_CASE("who did not answer for two months is one call until somebody says how it ended") {
    Night night;
    night.site.set_time("2026-11-23 22:00");
    REQUIRE(night.site.run({"patrol", "call", "zw", "--no-answer", "--by", "Wang"}).code == 0);
    night.site.set_time("2027-01-20 22:00");
    REQUIRE(night.site.run({"patrol", "call", "zw", "--no-answer", "--by", "Wang"}).code == 0);
    CHECK(lines_with(night.site.run({"due"}).out, "does not answer") == 1);
    CHECK(says(night.site.run({"patrol", "call", "zw", "--outcome", "moved away", "--by", "Wang"}).out,
               "58 days after the first call: moved away."));
    CHECK(lines_with(night.site.run({"due"}).out, "does not answer") == 0);
    CHECK(night.site.run({"verify"}).code == 0);
}

TEST_CASE("property: calls typed in any order, withdrawn and given back, are open as their times say") {
    std::mt19937 random{20261129};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    int opened = 0;
    for (int turn = 0; turn < onduty::test::turns(8); ++turn) {
        CAPTURE(turn);
        Night night;
        night.site.set_time("2026-11-23 23:30");
        struct Typed {
            int entry;
            int minute;
            bool answers;
            bool counts;
        };
        std::vector<Typed> typed;
        for (int step = 0; step < 14; ++step) {
            if (typed.empty() || below(3) > 0) {
                const int minute = below(150);
                if (std::any_of(typed.begin(), typed.end(), [&](const Typed& one) { return one.minute == minute; })) {
                    continue;
                }
                const bool answers = below(2) == 0;
                const Ran ran = night.call(minute, answers);
                REQUIRE(ran.code == 0);
                typed.push_back({entry_of(ran), minute, answers, true});
                night.calls[minute] = answers;
            } else {
                Typed& one = typed[static_cast<std::size_t>(below(static_cast<int>(typed.size())))];
                const Ran ran =
                    night.site.run({"correct", std::to_string(one.entry), one.counts ? "--void" : "--restore",
                                    "--reason", "typing", "--by", "Wang"});
                if (ran.code == 0) {
                    one.counts = !one.counts;
                    if (one.counts) {
                        night.calls[one.minute] = one.answers;
                    } else {
                        night.calls.erase(one.minute);
                    }
                }
            }
            night.check();
            opened += !night.calls.empty() && !night.calls.rbegin()->second ? 1 : 0;
        }
        CHECK(night.site.run({"verify"}).code == 0);
    }
    CHECK(opened > onduty::test::turns(17));
}

TEST_CASE("property: a day has the calls that its period has for it, however long nobody answered") {
    const auto rows_of = [](const std::string& csv, const std::string& date) {
        std::string rows;
        std::istringstream lines{csv};
        for (std::string line; std::getline(lines, line);) {
            rows += line.starts_with(date) ? line + "\n" : "";
        }
        return rows;
    };
    int long_ones = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(3U); ++seed) {
        std::mt19937 dice{seed};
        Night night;
        bool silent = false;
        int since = 0;
        std::map<std::string, int> steps;
        for (int day = 2; day < 60; day += 1 + static_cast<int>(dice() % 12)) {
            const onduty::Date date = onduty::Date{std::chrono::year{2026} / 11 / 23} + std::chrono::days{day};
            const std::string text = onduty::to_text(date);
            night.site.set_time(text + " 12:00");
            std::vector<std::string> words{"patrol", "call", "zw", "--by", "Wang"};
            const bool answers = dice() % 4 == 0;
            if (!answers) {
                words.emplace_back("--no-answer");
            }
            REQUIRE(night.site.run(words).code == 0);
            steps[text] = !answers && silent ? 1 : 0;
            long_ones += steps[text] == 1 && day - since > 1 ? 1 : 0;
            silent = !answers;
            since = day;
        }
        for (const auto& [date, expected] : steps) {
            const std::string row =
                rows_of(night.site.run({"report", "day", date, "--block", "calls", "--csv"}).out, date);
            CAPTURE(date);
            for (const char* period : {"week", "month"}) {
                CHECK(row == rows_of(night.site.run({"report", period, date, "--block", "calls", "--csv"}).out, date));
            }
            std::istringstream cells{row};
            std::string cell;
            for (int column = 0; column < 5; ++column) {
                std::getline(cells, cell, ',');
            }
            CHECK(cell == std::to_string(expected));
        }
    }
    CHECK(long_ones > onduty::test::turns(3));
}
