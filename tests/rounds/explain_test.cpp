// SPDX-License-Identifier: MIT
// What was missed months ago: is it counted as judging day by day counts it, and is exactly that explained which was
// announced?
#include <doctest/doctest.h>

#include <random>
#include <set>
#include <sstream>

#include "support.hpp"
#include "turns.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

// Date, rule, due.
struct MissedSlot {
    std::string date;
    std::string rule;
    std::string due;

    auto operator<=>(const MissedSlot&) const = default;
};
using MissedSlots = std::set<MissedSlot>;

std::string day_text(int day) {
    return day < 8 ? "2026-11-" + std::to_string(23 + day)
                   : "2026-12-" + std::string{day < 17 ? "0" : ""} + std::to_string(day - 7);
}

constexpr int kDaysPlayed = 12;  // from 2026-11-23 to 12-04

// Each day is judged by itself, from the first one on.
MissedSlots missed_by_day(TestSite& site) {
    MissedSlots missed;
    for (int day = 0; day <= kDaysPlayed; ++day) {
        std::istringstream slots{site.run({"report", "day", day_text(day), "--block", "slots", "--csv"}).out};
        for (std::string line; std::getline(slots, line);) {
            if (says(line, ",missed,")) {
                const std::size_t rule = line.find(',') + 1;
                const std::size_t due = line.find(',', rule) + 1;
                missed.insert({line.substr(0, rule - 1), line.substr(rule, due - rule - 1), line.substr(due, 16)});
            }
        }
    }
    return missed;
}

// How many misses the list tells, one by one or together.
std::size_t told_in_due(TestSite& site) {
    std::istringstream due{site.run({"due", "--all", "--json"}).out};
    std::size_t count = 0;
    for (std::string line; std::getline(due, line);) {
        if (says(line, "\"state\":\"unexplained\"")) {
            const std::size_t what = line.find("\"what\":\"") + 8;
            const std::size_t number = line.find(": ", what);
            count += number < line.find('"', what) ? std::stoul(line.substr(number + 2)) : 1;
        }
    }
    return count;
}

// A guard who walks now and then, types some of it a day later, and is looked at two weeks on.
void play_two_weeks(TestSite& site, std::mt19937& dice) {
    TestSite::start_night(site);
    for (int day = 0; day < kDaysPlayed - 1; ++day) {
        for (auto times = dice() % 3; times > 0; --times) {
            const std::string at = day_text(day) + " " + std::to_string(21 + dice() % 3) + ":05";
            site.set_time(dice() % 4 == 0 ? day_text(day + 1) + " 12:00" : at);
            std::vector<std::string> start{"patrol", "start", "night", "--by", "zw"};
            start.insert(start.end(), {"--at", at, "--reason", "typed later"});
            site.run(start);
            site.run({"patrol", "end", "--by", "zw"});
        }
        if (day == 6) {
            site.run({"plan", "remove", "rule", dice() % 2 == 0 ? "night-round" : "floor", "--by", "Wang"});
        }
    }
    site.set_time(day_text(kDaysPlayed - 1) + " 20:30");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
}

// What is typed to explain, and whether it means a slot.
struct Explaining {
    std::vector<std::string> words;
    std::string rule;
    std::string from;
    std::string until;

    bool means(const MissedSlot& slot) const {
        const auto reaches = [&](const std::string& end) { return end.size() == 10 ? slot.date : slot.due; };
        return (rule.empty() || slot.rule == rule) && reaches(from) >= from && reaches(until) <= until;
    }
};

Explaining any_explaining(std::mt19937& dice, const MissedSlots& missed) {
    const auto one = [&] { return *std::next(missed.begin(), static_cast<std::ptrdiff_t>(dice() % missed.size())); };
    const MissedSlot slot = one();
    if (dice() % 3 == 0) {
        return {{"patrol", "explain", slot.due, "was ill", "--rule", slot.rule, "--by", "Wang"},
                slot.rule,
                slot.due,
                slot.due};
    }
    const MissedSlot other = one();
    Explaining explaining{{"patrol", "explain", "was ill"}, dice() % 2 == 0 ? slot.rule : "", {}, {}};
    explaining.from = dice() % 2 == 0 ? slot.date : slot.due;
    explaining.until = dice() % 2 == 0 ? other.date : other.due;
    explaining.words.insert(explaining.words.end(),
                            {"--from", explaining.from, "--until", explaining.until, "--by", "Wang"});
    if (!explaining.rule.empty()) {
        explaining.words.insert(explaining.words.end(), {"--rule", explaining.rule});
    }
    if (dice() % 2 == 0) {
        explaining.words.emplace_back("--not-applicable");
    }
    return explaining;
}

}  // namespace

TEST_CASE(
    "property: what was missed since the log began is told as judging each day tells it, and explained as typed") {
    int explained = 0;
    for (unsigned seed = 1; seed <= onduty::test::turns(2U); ++seed) {
        std::mt19937 dice{seed};
        TestSite site;
        play_two_weeks(site, dice);
        MissedSlots missed = missed_by_day(site);
        REQUIRE(missed.size() > 30);
        CHECK(told_in_due(site) == missed.size());
        for (int step = 0; step < 4; ++step) {
            const Explaining explaining = any_explaining(dice, missed);
            CAPTURE(seed);
            CAPTURE(explaining.from + " " + explaining.until + " " + explaining.rule);
            MissedSlots left = missed;
            std::erase_if(left, [&](const MissedSlot& slot) { return explaining.means(slot); });
            const Ran ran = site.run(explaining.words);
            CAPTURE(ran.err);
            CHECK((ran.code == 0) == (left != missed));
            CHECK(missed_by_day(site) == left);
            CHECK(told_in_due(site) == left.size());
            explained += ran.code == 0 ? 1 : 0;
            if (ran.code == 0 && dice() % 2 == 0) {
                REQUIRE(site.run({"correct", std::to_string(entry_of(ran)), "--void", "--reason", "was wrong", "--by",
                                  "Wang"})
                            .code == 0);
                CHECK(missed_by_day(site) == missed);
                CHECK(told_in_due(site) == missed.size());
            } else {
                missed = left;
            }
            if (missed.empty()) {
                break;
            }
        }
    }
    CHECK(explained >= onduty::test::turns(4));
}

TEST_CASE("what due says of many old misses lists them, and what that says explains them and no others") {
    TestSite site;
    TestSite::start_night(site);
    site.set_time("2026-12-08 20:30");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    const std::string list = "onduty patrol explain --from 2026-11-23 --until 2026-11-30 --rule night-round";
    CHECK(says(site.run({"due"}).out, "Not explained or accepted, 2026-11-23 to 2026-11-30  "));
    CHECK(says(site.run({"due", "--all"}).out, "Night round: 96, 2026-11-23 to 2026-11-30 "));
    CHECK(says(site.run({"due", "--all"}).out, (" " + list + "\n").c_str()));
    const Ran listed =
        site.run({"patrol", "explain", "--from", "2026-11-23", "--until", "2026-11-30", "--rule", "night-round"});
    CHECK(listed.code == 3);
    CHECK(says(listed.out, "2026-11-23 21:00  night-round  Night round\n"));
    CHECK(says(listed.out,
               ("Missed, not explained: 96. A supervisor explains them together: " + list + " \"...\"\n").c_str()));
    std::vector<std::string> words{"patrol",  "explain",    "no guard yet", "--from",      "2026-11-23",
                                   "--until", "2026-11-30", "--rule",       "night-round", "--not-applicable"};
    std::vector<std::string> by_guard = words;
    by_guard.insert(by_guard.end(), {"--by", "zw"});
    CHECK(says(site.run(by_guard).err, "Zhang Wei may not explain for others."));
    words.insert(words.end(), {"--by", "Wang"});
    CHECK(says(site.run(words).out, "Night round, 2026-11-23 to 2026-11-30: does not apply, 96 times: no guard yet."));
    CHECK(says(site.run(words).err, "nothing was missed that nobody explained. Nothing was recorded."));
    CHECK_FALSE(says(site.run({"due", "--all"}).out, "Night round: 96"));
    CHECK(says(site.run({"due", "--all"}).out, "Floor inspection: 8, 2026-11-23 to 2026-11-30"));
    CHECK(says(site.run({"report", "week", "2026-11-23", "--block", "patrol", "--csv"}).out,
               "night-round,Night round,0,0,0,0,0,0,0,0,0,0,0,0,0,84,"));
    CHECK(says(site.run({"log", "--last", "1"}).out,
               "misses explained Night round 2026-11-23 to 2026-11-30 not applicable \"no guard yet\""));
}

TEST_CASE("where the plan has no supervisor whoever is on duty explains a stretch") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "remove", "staff", "Wang", "--by", "Wang"}).code == 0);
    site.set_time("2026-11-24 09:00");
    const std::vector<std::string> words{"patrol",     "explain", "was ill",   "--from",
                                         "2026-11-23", "--until", "2026-11-23"};
    CHECK(says(site.run(words).out, "explained, "));
}

TEST_CASE("what was missed after a stretch was explained is none of it, and a done round stays done") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    REQUIRE(site.run({"patrol", "start", "night", "--by", "zw"}).code == 0);
    site.set_time("2026-11-23 23:30");
    REQUIRE(site.run({"patrol", "end", "--by", "zw"}).code == 3);
    REQUIRE(site.run({"patrol", "explain", "guard was ill", "--from", "2026-11-23", "--until", "2026-11-23", "--by",
                      "Wang", "--not-applicable"})
                .code == 0);
    site.set_time("2026-11-24 12:00");
    const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
    CHECK(says(slots, "2026-11-23 21:00,incomplete,"));
    CHECK(says(slots, "2026-11-23 22:00,not_applicable,"));
    CHECK(says(slots, "2026-11-23 23:00,missed,"));  // could still be walked then
    CHECK(says(slots, "2026-11-24 00:00,missed,"));
    for (const char* until : {"2026-11-25", "2026-11-24 12:01"}) {
        CHECK(says(
            site.run({"patrol", "explain", "is ill", "--from", "2026-11-23", "--until", until, "--by", "Wang"}).err,
            "lies ahead"));
    }
    CHECK(site.run({"patrol", "explain", "--from", "2026-11-24", "--until", "2026-11-23"}).code == 2);
    CHECK(site.run({"patrol", "explain", "03:00", "was ill", "--from", "2026-11-23"}).code == 2);
    CHECK(site.run({"patrol", "explain", "--not-applicable"}).code == 2);
    CHECK(site.run({"patrol", "explain", "--rule", "night-round"}).code == 2);
    const std::vector<std::string> one{"patrol", "explain", "2026-11-24 00:00", "not open", "--not-applicable", "--by"};
    std::vector<std::string> by_guard = one;
    by_guard.emplace_back("zw");
    CHECK(says(site.run(by_guard).err, "Zhang Wei may not explain for others."));
    std::vector<std::string> by_supervisor = one;
    by_supervisor.emplace_back("Wang");
    CHECK(says(site.run(by_supervisor).out, "Night round of 2026-11-24 00:00 does not apply: not open."));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out,
               "2026-11-24 00:00,not_applicable,"));
    CHECK(site.run({"patrol", "explain", "was ill", "--from", "2026-11-24 01:00", "--until", "2026-11-24 03:00", "--by",
                    "Wang"})
              .code == 0);
    CHECK(says(site.run({"report", "day", "2026-11-23"}).out,
               "  2026-11-24 01:00 to 2026-11-24 03:00  Night round, 3 times: was ill (Wang)\n"));
}

TEST_CASE("a stretch explains what was missed then, not what is withdrawn or moved since, unless it did not apply") {
    for (const bool not_applicable : {false, true}) {
        CAPTURE(not_applicable);
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
        for (const char* hour : {"21", "22"}) {
            site.set_time(std::string{"2026-11-23 "} + hour + ":00");
            REQUIRE(site.run({"patrol", "start", "night", "--by", "zw"}).code == 0);
            REQUIRE(site.run({"patrol", "end", "--by", "zw"}).code == 3);
        }
        site.set_time("2026-11-24 09:00");
        REQUIRE(site.run({"patrol", "start", "night", "--by", "zw", "--at", "2026-11-24 00:00", "--reason", "late"})
                    .code == 0);
        REQUIRE(site.run({"patrol", "end", "--by", "zw", "--at", "2026-11-24 00:10", "--reason", "late"}).code == 3);
        std::vector<std::string> words{"patrol", "explain", "guard was ill", "--from", "2026-11-23", "--until",
                                       "2026-11-23", "--by", "Wang"};
        if (not_applicable) {
            words.emplace_back("--not-applicable");
        }
        REQUIRE(site.run(words).code == 0);
        const std::string known = not_applicable ? "not_applicable" : "explained";
        const auto state_at = [&](const std::string& due) {
            const std::string slots = site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out;
            const std::size_t at = slots.find(due) + due.size() + 1;
            return slots.substr(at, slots.find(',', at) - at);
        };
        CHECK(state_at("2026-11-23 21:00") == "incomplete");
        CHECK(state_at("2026-11-24 01:00") == known);
        REQUIRE(site.run({"correct", "7", "--void", "--all", "--reason", "nobody walked", "--by", "Wang"}).code == 0);
        const std::string then = not_applicable ? "not_applicable" : "missed";
        CHECK(state_at("2026-11-23 21:00") == then);
        REQUIRE(site.run({"correct", "9", "--time", "2026-11-23 21:20", "--reason", "misread", "--by", "Wang"}).code ==
                0);
        CHECK(state_at("2026-11-23 22:00") == then);
        // What was typed late and withdrawn after the explanation was missed when that was said.
        CHECK(state_at("2026-11-24 01:00") == known);
        REQUIRE(site.run({"correct", "7", "--restore", "--reason", "he did", "--by", "Wang"}).code == 0);
        CHECK(state_at("2026-11-23 21:00") == "incomplete");
    }
}

TEST_CASE("what was missed in the night in which the log began is told and explained, too") {
    TestSite site;
    site.set_time("2026-10-30 06:30");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Boss", "--post", "supervisor"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Ng", "--post", "night-guard"}).code == 0);
    site.set_time("2026-11-07 09:00");
    CHECK(says(site.run({"due", "--all"}).out, "Night round: 14, 2026-10-29 to 2026-10-30"));
    REQUIRE(site.run({"checkin", "staff", "Boss"}).code == 0);
    CHECK(says(site.run({"patrol", "explain", "nobody yet", "--from", "2026-10-29", "--until", "2026-10-29"}).out,
               "2026-10-29 to 2026-10-29: explained, "));
    CHECK(says(site.run({"due", "--all"}).out, "Night round: 12, 2026-10-30 to 2026-10-30"));
}

TEST_CASE("who has the right to explain says of what was his own what another accepts, alone or in a stretch") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "out", "zw"}).code == 0);
    REQUIRE(site.run({"plan", "add", "staff", "Ma", "--post", "supervisor", "--by", "Wang"}).code == 0);
    REQUIRE(site.run({"checkin", "staff", "Ma", "--post", "night-guard", "--cover", "--agreed", "Wang", "--reason",
                      "the guard is ill"})
                .code == 0);
    site.set_time("2026-11-24 02:30");
    const Ran one = site.run({"patrol", "explain", "22:00", "was too busy", "--by", "Ma"});
    CHECK_MESSAGE(says(one.out, "[own word]"), one.err);
    const Ran other = site.run({"patrol", "explain", "23:00", "was not asked for", "--not-applicable", "--by", "Ma"});
    CHECK_MESSAGE(says(other.out, "[own word]"), other.err);
    const Ran stretch =
        site.run({"patrol", "explain", "--from", "2026-11-23", "--until", "2026-11-23", "all of that", "--by", "Ma"});
    CHECK_MESSAGE(says(stretch.out, "[own word]"), stretch.err);
    site.set_time("2026-11-24 09:00");
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    // Of a night in which he was not there he speaks for others.
    const Ran of_before =
        site.run({"patrol", "explain", "--from", "2026-11-22", "--until", "2026-11-23", "again", "--by", "Wang"});
    CHECK(!says(of_before.out, "[own word]"));
    const Ran waits = site.run({"accept", "--by", "Wang"});
    CHECK(says(waits.out, "own word"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "slots", "--csv"}).out, "was too busy,Ma,own_word"));
}
