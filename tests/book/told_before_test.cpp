// SPDX-License-Identifier: MIT
// Is no step told to be before what it answers, closes or goes on with, whatever the command?
#include <doctest/doctest.h>

#include "store/store.hpp"
#include "support.hpp"

using onduty::test::bring_on_duty;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

using StepWords = std::vector<std::string>;

void come_on_duty(TestSite& site) {
    site.set_time("2026-11-23 09:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
    bring_on_duty(site, {{"Li Na", "front-desk"},
                         {"Zhou Kai", "front-desk"},
                         {"Chen Jing", "bar"},
                         {"Liu Yang", "show-home"},
                         {"Zhao Lei", "night-guard"},
                         {"Sun Li", "sales"},
                         {"Wang", "supervisor"}});
}

struct StepPair {
    std::vector<StepWords> first;  // each on its own minute before the last one at 10:10
    StepWords step;                // "@": the number of the last entry
};

const std::vector<StepPair>& step_pairs() {
    static const StepWords kNotice{"checkin", "notice", "--party", "2", "--by", "Li Na"};
    static const StepWords kVisit{"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Li Na"};
    static const StepWords kComes{"checkin", "visit", "V1", "--purpose", "look", "--by", "Li Na"};
    static const StepWords kOrder{"serve", "order", "V1", "tea=2", "--by", "Chen Jing"};
    static const StepWords kLinen{"serve", "linen", "sent", "sheet=4", "--by", "Chen Jing"};
    static const StepWords kBroken{"serve", "stock", "broken", "cup=1", "--note", "slipped", "--by", "Chen Jing"};
    static const StepWords kOffer{"handover", "offer", "--by", "Li Na"};
    static const StepWords kCase{"complain", "new", "repair", "lamp", "--severity", "3", "--by", "Li Na"};
    static const StepWords kRound{"patrol", "start", "--by", "Zhao Lei"};
    static const StepWords kSurvey{"customer", "survey",  "new",        "autumn", "--sent",
                                   "9",        "--until", "2027-01-01", "--by",   "Li Na"};
    static const std::vector<StepPair> kPairs{
        {{kNotice}, kComes},
        {{kVisit}, {"checkin", "host", "V1", "Sun Li", "--by", "Li Na"}},
        {{kNotice, kComes}, {"checkin", "host", "V1", "Sun Li", "--by", "Li Na"}},
        {{kNotice, kComes}, {"serve", "seat", "V1", "A1", "--by", "Chen Jing"}},
        {{kNotice, kComes}, {"serve", "tour", "V1", "show-1", "--by", "Liu Yang"}},
        {{kNotice, kComes}, {"lend", "out", "umbrella", "7", "--to", "V1", "--by", "Li Na"}},
        {{kNotice, kComes}, kOrder},
        {{kVisit, kOrder}, {"serve", "deliver", "V1", "--by", "Chen Jing"}},
        {{kVisit, kOrder}, {"checkin", "out", "V1", "--by", "Li Na"}},
        {{kVisit, {"serve", "tour", "V1", "show-1", "--by", "Liu Yang"}},
         {"serve", "tour-end", "V1", "--by", "Liu Yang"}},
        {{kLinen}, {"serve", "linen", "back", "sheet=2", "--by", "Chen Jing"}},
        {{kLinen}, {"serve", "linen", "back", "sheet=4", "--by", "Chen Jing"}},
        {{kBroken}, {"serve", "stock", "approve", "@", "--by", "Wang"}},
        {{kBroken}, {"serve", "stock", "refuse", "@", "--note", "not ours", "--by", "Wang"}},
        {{{"serve", "disinfect", "steam", "cup=4", "--by", "Chen Jing"}},
         {"serve", "disinfect", "end", "--by", "Chen Jing"}},
        {{kOffer}, {"handover", "accept", "--by", "Zhou Kai"}},
        {{kOffer}, {"handover", "refuse", "a key is missing", "--by", "Zhou Kai"}},
        {{{"lend", "out", "umbrella", "7", "--to", "Sun Li", "--by", "Li Na"}},
         {"lend", "back", "umbrella", "7", "--by", "Li Na"}},
        {{{"note", "task", "call the lift people", "--until", "18:00", "--by", "Li Na"}},
         {"note", "done", "@", "--by", "Li Na"}},
        {{{"customer", "new", "--name", "Wu Min", "--by", "Li Na"}},
         {"customer", "contact", "@", "asked", "--way", "phone", "--why", "reminder", "--by", "Sun Li"}},
        {{kSurvey}, {"customer", "survey", "answer", "@", "security=4", "--by", "Li Na"}},
        {{kSurvey}, {"customer", "survey", "done", "@", "--by", "Li Na"}},
        {{kCase}, {"complain", "assign", "C1", "Sun Li", "--by", "Li Na"}},
        {{kCase, {"complain", "dispatch", "C1", "bar", "--by", "Li Na"}},
         {"complain", "arrive", "C1", "--by", "Li Na"}},
        {{kRound}, {"patrol", "point", "P01", "--by", "Zhao Lei"}},
        {{kRound, {"patrol", "end", "--by", "Zhao Lei"}}, {"checkin", "out", "Zhao Lei"}},
        {{kRound, {"patrol", "point", "P01", "--by", "Zhao Lei"}}, {"patrol", "end", "--by", "Zhao Lei"}},
        {{{"patrol", "check", "closing", "all", "--by", "Zhao Lei"}}, {"patrol", "sign", "all", "--by", "Wang"}},
        {{{"patrol", "alarm", "P01", "--kind", "fire", "--by", "Li Na"}},
         {"patrol", "alarm", "@", "--result", "false", "--by", "Li Na"}},
        {{{"patrol", "call", "Zhao Lei", "--no-answer", "--next", "again", "--by", "Wang"}},
         {"patrol", "call", "Zhao Lei", "--outcome", "asleep", "--by", "Wang"}},
        {{{"clean", "litter", "found", "P03", "--by", "Li Na"}},
         {"clean", "litter", "removed", "P03", "--by", "Li Na"}},
    };
    return kPairs;
}

Ran told_at_time(TestSite& site, const char* time, StepWords words) {
    for (std::string& word : words) {
        if (word == "@") {
            word = std::to_string(Store{site.file(), Store::Mode::read}.head().number);
        }
    }
    words.insert(words.end(), {"--at", time, "--reason", "was busy then"});
    return site.run(std::move(words));
}

}  // namespace

TEST_CASE("a step is not told to be before what it follows, whatever the command") {
    for (const StepPair& pair : step_pairs()) {
        TestSite site;
        come_on_duty(site);
        std::string line;
        for (const std::string& word : pair.step) {
            line += word + " ";
        }
        CAPTURE(line);
        for (const StepWords& first : pair.first) {
            site.set_time(&first == &pair.first.back() ? "2026-11-23 10:10" : "2026-11-23 09:30");
            const Ran ran = site.run(first);
            CHECK_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
        }
        site.set_time("2026-11-23 10:40");
        const EntryNumber last = Store{site.file(), Store::Mode::read}.head().number;
        const Ran before = told_at_time(site, "10:05", pair.step);
        CHECK_MESSAGE(before.code == 4, (before.out + before.err));
        CHECK(Store{site.file(), Store::Mode::read}.head().number == last);
        const Ran after = told_at_time(site, "10:10", pair.step);
        CHECK_MESSAGE((after.code == 0 || after.code == 3), (after.out + after.err));
    }
}

TEST_CASE("what only led to something may have been told later") {
    TestSite site;
    come_on_duty(site);
    site.set_time("2026-11-23 10:10");
    REQUIRE(site.run({"patrol", "alarm", "P01", "--kind", "fire", "--by", "Li Na"}).code == 0);
    site.set_time("2026-11-23 10:40");
    const Ran incident = told_at_time(
        site, "10:05", {"patrol", "incident", "smoke", "--category", "fire", "--about", "@", "--by", "Li Na"});
    CHECK_MESSAGE(incident.code == 0, incident.err);
    const Ran repair = told_at_time(
        site, "10:00",
        {"complain", "new", "repair", "smoke in the hall", "--severity", "3", "--from", "@", "--by", "Li Na"});
    CHECK_MESSAGE(repair.code == 0, repair.err);
    // Without a claim the clock alone would say so, and refuses nothing.
    REQUIRE(site.run({"serve", "linen", "sent", "sheet=4", "--by", "Chen Jing"}).code == 0);
    site.set_time("2026-11-23 10:30");
    CHECK(site.run({"serve", "linen", "back", "sheet=4", "--by", "Chen Jing"}).code == 0);
}

}  // namespace onduty
