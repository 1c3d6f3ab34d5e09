// SPDX-License-Identifier: MIT
// What do handovers add up to?
#include "handover/blocks.hpp"

#include <doctest/doctest.h>

#include "support.hpp"
#include "time/test_zones.hpp"

using namespace onduty;
using onduty::test::as_coded;
using onduty::test::rows;

namespace {

const Date kMonday{std::chrono::year{2026} / 11 / 23};
const DateRange kWeek{kMonday, kMonday + std::chrono::days{7}};
const Instant kNine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

Handover handover(EntryNumber number, const char* post, std::int64_t minutes, bool accepted = true) {
    Handover handover;
    handover.number = number;
    handover.post = post;
    handover.person = "A01";
    handover.business_date = kMonday;
    handover.offered = kNine + Minutes{number};
    if (minutes >= 0) {
        handover.answer = number + 2;
        handover.answered = handover.offered + Minutes{minutes};
        handover.answered_on = kMonday;
        handover.accepted = accepted;
        handover.answerer = "A02";
        handover.words = accepted ? "" : "one radio is missing";
    }
    return handover;
}

Instant held(const std::string&, Instant) {
    return kNever;
}

std::set<std::string> relief(const ItemCount& count) {
    return {count.post};
}

}  // namespace

TEST_CASE("the sums of a post: offered, answered, minutes") {
    HandoverFacts facts;
    facts.handovers = {handover(10, "guard", 5),  handover(20, "guard", 12),       handover(30, "guard", 40),
                       handover(40, "guard", 14), handover(50, "guard", 3, false), handover(60, "guard", -1),
                       handover(70, "bar", -1)};
    facts.handovers[1].items = {"radio"};
    Handover old = handover(5, "guard", 5);
    old.business_date = kMonday - std::chrono::days{1};
    facts.handovers.insert(facts.handovers.begin(), old);
    const auto too_late = [](const Handover& one) { return one.answered - one.offered > Minutes{15}; };
    const std::vector<EndedShift> ended{
        {{}, {"guard", {}}, true}, {{}, {"guard", {}}, false}, {{}, {"desk", {}}, false}};
    CHECK(rows(handover_block(facts, ended, kWeek, as_coded, too_late)) ==
          "bar,bar,1,0,0,1,0,0,,,0,0\n"
          "desk,desk,0,0,0,0,0,0,,,1,1\n"
          "guard,guard,6,4,1,1,1,1,12,40,2,1\n");
    CHECK(rows(handover_list_block(facts, kWeek, oracle::UtcZone{}, as_coded)) ==
          "10,2026-11-23,guard,A01,2026-11-23 09:10,accepted,A02,5,yes,\n"
          "20,2026-11-23,guard,A01,2026-11-23 09:20,accepted,A02,12,no,\n"
          "30,2026-11-23,guard,A01,2026-11-23 09:30,accepted,A02,40,yes,\n"
          "40,2026-11-23,guard,A01,2026-11-23 09:40,accepted,A02,14,yes,\n"
          "50,2026-11-23,guard,A01,2026-11-23 09:50,refused,A02,3,,one radio is missing\n"
          "60,2026-11-23,guard,A01,2026-11-23 10:00,waiting,,,,\n"
          "70,2026-11-23,bar,A01,2026-11-23 10:10,waiting,,,,\n");
}

TEST_CASE("an item that is wrong over three shifts is one line") {
    HandoverFacts facts;
    const auto who = [&](const ItemCount& count) { return responsible_for(facts, count); };
    facts.handovers = {handover(10, "guard", 5), handover(20, "guard", 5), handover(30, "guard", 5)};
    for (const EntryNumber number : {11, 21, 31}) {
        facts.counts.push_back({number,
                                number - 1,
                                "guard",
                                "A02",
                                1,
                                kNine + Minutes{number},
                                kMonday,
                                {{"radio", 5, 6, number == 31 ? "lost in the pool" : "", "missing"},
                                 {"torch", 2, 2, "", number == 21 ? "damaged" : ""}}});
    }
    CHECK(rows(handover_items_block(facts, kWeek, oracle::UtcZone{}, as_coded, relief, held, who)) ==
          "radio,radio,6,5,missing,2026-11-23 09:11,4,,A01,before,11,lost in the pool\n"
          "torch,torch,2,2,damaged,2026-11-23 09:21,2,2026-11-23 09:31,A01,before,21,\n");
    // Before it was found, and after it was in order again, there is nothing.
    CHECK(rows(handover_items_block(facts, {kMonday - std::chrono::days{7}, kMonday}, oracle::UtcZone{}, as_coded,
                                    relief, held, who))
              .empty());
    CHECK(rows(handover_items_block(facts, {kMonday + std::chrono::days{1}, kMonday + std::chrono::days{2}},
                                    oracle::UtcZone{}, as_coded, relief, held, who)) ==
          "radio,radio,6,5,missing,2026-11-23 09:11,4,,A01,before,11,lost in the pool\n");
}

TEST_CASE("what is open stands by age, the oldest first") {
    const std::vector<OpenItem> items{
        {12, "task", "task", "new lamp", "Li Na", kNine, kNine + Minutes{60}},
        {3, "case", "case", "C1", "", kNine - std::chrono::days{9}, std::nullopt},
    };
    CHECK(rows(open_items_block(items, oracle::UtcZone{}, kNine + Minutes{1439})) ==
          "3,case,C1,,2026-11-14 09:00,9,\n"
          "12,task,new lamp,Li Na,2026-11-23 09:00,0,2026-11-23 10:00\n");
}
