// SPDX-License-Identifier: MIT
// What does one night's patrol look like in each of the states, round by round?
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "slots/judge.hpp"
#include "slots/oracle.hpp"
#include "time/test_zones.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

// The night of 23 November 2026 in Shanghai; hours may pass 24.
Instant night(int hour, int minute = 0) {
    return utc(2026, 11, 22, hour + 16, minute);
}

// Rounds due at 21:00, 22:00 and 23:00.
const std::vector<Slot>& rounds() {
    static const Rule rule = [] {
        Rule patrol;
        patrol.first = hours{21};
        patrol.last = hours{23};
        return patrol;
    }();
    static const std::vector<Slot> slots = scheduled_slots(rule, Calendar{}, kShanghai, {kMonday, kMonday + days{1}});
    return slots;
}

Judgement judged(const std::vector<Mark>& marks, Instant now = night(33),
                 const std::vector<Explanation>& explanations = {}) {
    return judge(rounds(), marks, explanations, now);
}

std::string state(const Judgement& judgement, std::size_t index) {
    return machine_name(judgement.outcomes.at(index).state);
}

}  // namespace

TEST_CASE("what was said beforehand of a slot that the plan moved stays with its week") {
    Rule rule;
    rule.kind = RuleKind::period;
    rule.unit = PeriodUnit::week;
    const auto slots = [&] { return scheduled_slots(rule, Calendar{}, kShanghai, {kMonday, kMonday + days{14}}); };
    const std::vector<Slot> before = slots();
    rule.due_day = std::chrono::Saturday;
    const std::vector<Slot> after = slots();
    REQUIRE(before.size() == 2);
    REQUIRE(after.size() == 2);
    REQUIRE(after[0].due != before[0].due);
    const std::vector<Explanation> said{{before[0].due, 7, Excuse::skipped, before[0].early_from}};
    const Judgement judgement = judge(after, {}, said, before[1].due);
    CHECK(state(judgement, 0) == "explained");
    CHECK(judgement.outcomes[0].explanation == 7);
    CHECK(judgement.outcomes[1].explanation == 0);
}

TEST_CASE("every state has a machine name") {
    CHECK(std::string{machine_name(State::pending)} == "pending");
    CHECK(std::string{machine_name(State::early)} == "early");
    CHECK(std::string{machine_name(State::on_time)} == "on_time");
    CHECK(std::string{machine_name(State::late)} == "late");
    CHECK(std::string{machine_name(State::missed)} == "missed");
    CHECK(std::string{machine_name(State::incomplete)} == "incomplete");
    CHECK(std::string{machine_name(State::extra)} == "extra");
    CHECK(std::string{machine_name(State::not_applicable)} == "not_applicable");
    CHECK(std::string{machine_name(State::explained)} == "explained");
}

TEST_CASE("on time from ten minutes before to ten minutes after") {
    for (const Instant at : {night(20, 50), night(21), night(21, 10)}) {
        CAPTURE(words(at));
        const Judgement judgement = judged({{at, true, 7}});
        CHECK(state(judgement, 0) == "on_time");
        REQUIRE(judgement.outcomes[0].mark);
        CHECK(judgement.outcomes[0].mark->entry == 7);
        CHECK(judgement.extras.empty());
    }
}

TEST_CASE("late until the next round may begin") {
    CHECK(state(judged({{night(21, 10) + milliseconds{1}, true, 7}}), 0) == "late");
    CHECK(state(judged({{night(21, 50) - milliseconds{1}, true, 7}}), 0) == "late");
    const Judgement judgement = judged({{night(21, 50), true, 7}});
    CHECK(state(judgement, 0) == "missed");
    CHECK(state(judgement, 1) == "on_time");
}

TEST_CASE("early for the next round, when the round before has its own") {
    const Judgement judgement = judged({{night(21, 2), true, 7}, {night(21, 40), true, 8}});
    CHECK(state(judgement, 0) == "on_time");
    CHECK(state(judgement, 1) == "early");
    CHECK(judgement.outcomes[1].mark->entry == 8);
    CHECK(judgement.extras.empty());
    CHECK(state(judged({{night(20, 30), true, 7}}), 0) == "early");
}

TEST_CASE("the latest of two early rounds counts, the other is extra") {
    const Judgement judgement = judged({{night(21, 2), true, 7}, {night(21, 35), true, 8}, {night(21, 45), true, 9}});
    CHECK(judgement.outcomes[1].mark->entry == 9);
    REQUIRE(judgement.extras.size() == 1);
    CHECK(judgement.extras[0].entry == 8);
}

TEST_CASE("a round that no slot needs is extra") {
    const Judgement judgement =
        judged({{night(20, 29), true, 6}, {night(21, 2), true, 7}, {night(21, 29), true, 8}, {night(24), true, 9}});
    CHECK(state(judgement, 0) == "on_time");
    CHECK(state(judgement, 1) == "missed");
    REQUIRE(judgement.extras.size() == 3);
    CHECK(judgement.extras[0].entry == 6);
    CHECK(judgement.extras[1].entry == 8);
    CHECK(judgement.extras[2].entry == 9);
}

TEST_CASE("a second round does not make the next one early when it is walked itself") {
    const Judgement judgement = judged({{night(21, 2), true, 7}, {night(21, 40), true, 8}, {night(22), true, 9}});
    CHECK(state(judgement, 1) == "on_time");
    CHECK(judgement.outcomes[1].mark->entry == 9);
    REQUIRE(judgement.extras.size() == 1);
    CHECK(judgement.extras[0].entry == 8);
}

TEST_CASE("what was done early is not given up for what comes late or incomplete") {
    const Mark early{night(20, 40), true, 7};
    for (const Mark& second : {Mark{night(21, 30), true, 8}, Mark{night(21, 5), false, 8}}) {
        const Judgement judgement = judged({early, second});
        CHECK(state(judgement, 0) == "early");
        CHECK(judgement.outcomes[0].mark->entry == 7);
    }
    // What it does not need is early for the next one.
    const Judgement next = judged({early, {night(21, 35), true, 8}});
    CHECK(state(next, 0) == "early");
    CHECK(state(next, 1) == "early");
    CHECK(next.extras.empty());
    CHECK(state(judged({early, {night(21, 5), true, 8}}), 0) == "on_time");
}

TEST_CASE("pending, overdue, missed") {
    Judgement judgement = judged({}, night(20));
    CHECK(state(judgement, 0) == "pending");
    CHECK_FALSE(judgement.outcomes[0].overdue);
    judgement = judged({}, night(21, 10));
    CHECK(state(judgement, 0) == "pending");
    CHECK_FALSE(judgement.outcomes[0].overdue);
    judgement = judged({}, night(21, 10) + milliseconds{1});
    CHECK(state(judgement, 0) == "pending");
    CHECK(judgement.outcomes[0].overdue);
    judgement = judged({}, night(21, 50));
    CHECK(state(judgement, 0) == "missed");
    CHECK_FALSE(judgement.outcomes[0].overdue);
    CHECK(state(judgement, 1) == "pending");
}

TEST_CASE("an incomplete round stays incomplete, on time or late") {
    CHECK(state(judged({{night(21), false, 7}}), 0) == "incomplete");
    CHECK(state(judged({{night(21, 30), false, 7}}), 0) == "incomplete");
    const Judgement early = judged({{night(20, 40), false, 7}});
    CHECK(state(early, 0) == "incomplete");
    CHECK(early.extras.empty());
}

TEST_CASE("an incomplete round that is completed later in its window") {
    const Judgement judgement = judged({{night(21, 5), false, 7}, {night(21, 25), true, 8}});
    CHECK(state(judgement, 0) == "late");
    CHECK(judgement.outcomes[0].mark->entry == 8);
    REQUIRE(judgement.extras.size() == 1);
    CHECK(judgement.extras[0].entry == 7);
}

TEST_CASE("an explanation turns missed into explained and nothing else") {
    const std::vector<Explanation> explanations{{night(21), 40}, {night(22), 41}};
    const Judgement judgement = judged({{night(22, 20), true, 7}}, night(33), explanations);
    CHECK(state(judgement, 0) == "explained");
    CHECK(judgement.outcomes[0].explanation == 40);
    CHECK(state(judgement, 1) == "late");
    CHECK(state(judgement, 2) == "missed");
    CHECK(judgement.outcomes[2].explanation == 0);
    CHECK(state(judged({}, night(21, 49), explanations), 0) == "pending");
}

TEST_CASE("a skipped slot is explained at once, one that does not apply is not applicable at once") {
    const std::vector<Explanation> said{{night(21), 40, Excuse::skipped}, {night(22), 41, Excuse::not_applicable}};
    const Judgement before = judged({}, night(20), said);
    CHECK(state(before, 0) == "explained");
    CHECK(state(before, 1) == "not_applicable");
    CHECK(state(before, 2) == "pending");
    CHECK_FALSE(judged({}, night(21, 20), said).outcomes[0].overdue);
    CHECK(state(judged({}, night(33), said), 0) == "explained");
    // What was done all the same counts.
    CHECK(state(judged({{night(21), true, 7}}, night(33), said), 0) == "on_time");
    CHECK(judged({{night(21), true, 7}}, night(33), said).outcomes[0].explanation == 40);
}

TEST_CASE("a skip counts before a plain explanation, the first of each before the others") {
    const Judgement judgement = judged(
        {}, night(20), {{night(21), 40}, {night(21), 41, Excuse::not_applicable}, {night(21), 42, Excuse::skipped}});
    CHECK(state(judgement, 0) == "not_applicable");
    CHECK(judgement.outcomes[0].explanation == 41);
}

TEST_CASE("a closed Monday needs no round and takes none") {
    Rule rule;
    rule.kind = RuleKind::at;
    rule.times = {hours{9}};
    rule.closed_days = ClosedDays::skip;
    Calendar calendar;
    calendar.closed_weekdays = {1};
    const std::vector<Slot> slots = scheduled_slots(rule, calendar, kShanghai, {kMonday, kMonday + days{2}});
    REQUIRE(slots.size() == 2);
    const Judgement judgement = judge(slots, {{night(9), true, 7}}, {{night(9), 8}}, night(48 + 9));
    CHECK(state(judgement, 0) == "not_applicable");
    CHECK_FALSE(judgement.outcomes[0].mark);
    CHECK(state(judgement, 1) == "missed");
    REQUIRE(judgement.extras.size() == 1);
    CHECK(judgement.extras[0].entry == 7);
}

// A served cup that was forgotten half: what follows belongs to the next slot, not to this one.
TEST_CASE("the slots of a timer each take their own service") {
    Rule rule;
    rule.kind = RuleKind::timer;
    rule.first = Minutes{5};
    rule.interval = Minutes{10};
    rule.late = Minutes{2};
    const std::vector<Slot> slots =
        timer_slots(rule, kShanghai, Calendar{}, night(10), night(10, 16), {night(10, 4), night(10, 13)}, night(12));
    REQUIRE(slots.size() == 2);
    const Judgement judgement = judge(slots, {{night(10, 4), false, 7}, {night(10, 13), true, 8}}, {}, night(12));
    CHECK(state(judgement, 0) == "incomplete");
    CHECK(state(judgement, 1) == "on_time");
    CHECK(judgement.extras.empty());
}

}  // namespace onduty::oracle
