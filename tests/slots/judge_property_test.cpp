// SPDX-License-Identifier: MIT
// Are random marks judged as the oracle judges them, whatever the slots and whenever one looks?
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "slots/judge.hpp"
#include "slots/oracle.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

constexpr std::uint64_t kJudgeSeed = 20261201;
const Instant kMorning = utc(2026, 11, 23, 1);

struct Case {
    std::vector<Slot> slots;
    std::vector<Mark> marks;
    std::vector<Explanation> explanations;
    Instant now;
};

// Windows one after the other, sometimes with a gap, sometimes out of season.
std::vector<Slot> any_windows(Dice& dice) {
    std::vector<Slot> slots;
    Instant opens = kMorning;
    for (std::int64_t count = dice.between(0, 8); count > 0; --count) {
        Slot slot;
        slot.date = Date{days{20780}};
        slot.opens = opens;
        slot.early_from = opens - dice.minutes(0, 90);
        slot.due = opens + dice.minutes(1, 20);
        slot.on_time_until = slot.due + dice.minutes(0, 20);
        slot.expires = slot.on_time_until + dice.minutes(1, 40);
        slot.applies = !dice.one_in(6);
        slot.in_order_until = slot.expires + dice.minutes(0, 60);
        slot.next_due = slot.due + dice.minutes(1, 60);
        slots.push_back(slot);
        opens = slot.expires + (dice.one_in(3) ? dice.minutes(0, 60) : Minutes{0});
    }
    if (!slots.empty() && dice.one_in(5)) {
        slots.back().expires = kNever;
    }
    return slots;
}

// As a plan makes them. Day after day, with room for the windows not to overlap.
std::vector<Slot> planned_slots(Dice& dice, const Rule*& rule) {
    static const std::vector<Rule> rules = [] {
        Rule patrol;
        patrol.first = hours{21};
        patrol.last = hours{32};
        Rule readings;
        readings.kind = RuleKind::at;
        readings.times = {hours{9}, hours{14}, hours{20}};
        readings.closed_days = ClosedDays::skip;
        Rule cleaning;
        cleaning.kind = RuleKind::period;
        cleaning.unit = PeriodUnit::week;
        cleaning.due_day = std::chrono::Wednesday;
        return std::vector<Rule>{patrol, readings, cleaning};
    }();
    Calendar calendar;
    calendar.closed_weekdays = {1};
    rule = &rules[static_cast<std::size_t>(dice.between(0, 2))];
    const Date from = Date{days{dice.between(20500, 20900)}};
    const int length = rule->kind == RuleKind::period ? 28 : 2;
    const auto zone = static_cast<std::size_t>(dice.between(0, 5));
    return expected_slots(*rule, calendar, *all_zones()[zone], {from, from + days{length}});
}

// Half of the moments stand on or next to a boundary, where <= and < part.
Instant any_moment(Dice& dice, const std::vector<Slot>& slots) {
    if (slots.empty()) {
        return kMorning + dice.minutes(-60, 600);
    }
    const auto last = static_cast<std::int64_t>(slots.size()) - 1;
    const Slot& slot = slots[static_cast<std::size_t>(dice.between(0, last))];
    const Instant edges[] = {slot.early_from, slot.opens, slot.due, slot.on_time_until, slot.expires};
    if (dice.one_in(2)) {
        const Instant edge = edges[dice.between(0, 4)];
        return (edge == kNever ? slot.due : edge) + milliseconds{dice.between(-1, 1)};
    }
    const Instant end = slot.expires == kNever ? slot.due + hours{3} : slot.expires;
    const auto length = (end - slot.early_from) / milliseconds{1};
    return slot.early_from + milliseconds{dice.between(-1000, length + 1000)};
}

Case any_case(Dice& dice, std::vector<Slot> slots) {
    Case judged;
    judged.slots = std::move(slots);
    for (std::int64_t count = dice.between(0, 14); count > 0; --count) {
        Mark mark{any_moment(dice, judged.slots), !dice.one_in(3), 0};
        if (dice.one_in(2)) {
            mark.last = mark.at + dice.minutes(0, 180);
        }
        if (dice.one_in(3)) {
            mark.in_doubt = dice.one_in(5);
            mark.recorded = mark.at + dice.minutes(-60, 90);
            mark.claimed = dice.one_in(2) ? mark.recorded : std::nullopt;
            if (mark.claimed && dice.one_in(2)) {
                mark.before = *mark.recorded - dice.minutes(0, 15);
            }
        }
        judged.marks.push_back(mark);
    }
    std::sort(judged.marks.begin(), judged.marks.end(),
              [](const Mark& left, const Mark& right) { return left.at < right.at; });
    // Two at the very same time would leave open which of them is meant.
    const auto same = [](const Mark& left, const Mark& right) { return left.at == right.at; };
    judged.marks.erase(std::unique(judged.marks.begin(), judged.marks.end(), same), judged.marks.end());
    std::int64_t entry = 100;
    for (Mark& mark : judged.marks) {
        mark.entry = entry += dice.between(1, 5);
    }
    for (const Slot& slot : judged.slots) {
        if (dice.one_in(3)) {
            judged.explanations.push_back({slot.due, entry += dice.between(1, 5)});
        }
        if (dice.one_in(4)) {
            const Excuse excuse = dice.one_in(2) ? Excuse::skipped : Excuse::not_applicable;
            judged.explanations.push_back({slot.due, entry += dice.between(1, 5), excuse});
        } else if (dice.one_in(6)) {
            judged.explanations.push_back({slot.due + milliseconds{1}, entry += 2});
        }
    }
    if (dice.one_in(2)) {
        std::reverse(judged.explanations.begin(), judged.explanations.end());
    }
    judged.now = any_moment(dice, judged.slots);
    return judged;
}

std::string describe(const Case& judged) {
    std::string text = "  now " + words(judged.now) + "\n  slots" + words(judged.slots);
    for (const Mark& mark : judged.marks) {
        text += "\n  mark " + words(mark.at) + (mark.complete ? " complete #" : " incomplete #") +
                std::to_string(mark.entry);
    }
    for (const Explanation& explanation : judged.explanations) {
        text += "\n  explained " + words(explanation.due) + " #" + std::to_string(explanation.entry);
    }
    return text;
}

void compare(std::uint64_t seed, const Case& judged) {
    const std::string found =
        difference(expected_judgement(judged.slots, judged.marks, judged.explanations, judged.now),
                   judge(judged.slots, judged.marks, judged.explanations, judged.now));
    REQUIRE_MESSAGE(found.empty(), "seed ", seed, "\n", describe(judged), found);
}

}  // namespace

TEST_CASE("property: windows one after the other") {
    for (std::uint64_t seed = kJudgeSeed; seed < kJudgeSeed + test::turns(std::uint64_t{4000}); ++seed) {
        Dice dice{seed};
        compare(seed, any_case(dice, any_windows(dice)));
    }
}

TEST_CASE("property: slots as a plan makes them") {
    for (std::uint64_t seed = kJudgeSeed; seed < kJudgeSeed + test::turns(std::uint64_t{500}); ++seed) {
        Dice dice{seed};
        const Rule* rule = nullptr;
        const Case judged = any_case(dice, planned_slots(dice, rule));
        CAPTURE(words(*rule));
        compare(seed, judged);
    }
}

// The last slot of one day and the first of the next may share time, and so may two `at` slots with
// long tolerances: the earlier slot chooses first.
TEST_CASE("property: windows that overlap") {
    for (std::uint64_t seed = kJudgeSeed; seed < kJudgeSeed + test::turns(std::uint64_t{3000}); ++seed) {
        Dice dice{seed};
        std::vector<Slot> slots = any_windows(dice);
        for (Slot& slot : slots) {
            if (slot.expires != kNever && dice.one_in(3)) {
                slot.expires += dice.minutes(0, 90);
            }
        }
        compare(seed, any_case(dice, slots));
    }
}

TEST_CASE("property: no mark is lost and none is used twice") {
    for (std::uint64_t seed = kJudgeSeed; seed < kJudgeSeed + test::turns(std::uint64_t{1500}); ++seed) {
        Dice dice{seed};
        const Case judged = any_case(dice, any_windows(dice));
        const Judgement judgement = judge(judged.slots, judged.marks, judged.explanations, judged.now);
        std::vector<std::int64_t> given;
        std::vector<std::int64_t> found;
        for (const Mark& mark : judged.marks) {
            given.push_back(mark.entry);
        }
        for (const Mark& mark : judgement.extras) {
            found.push_back(mark.entry);
        }
        for (const Outcome& outcome : judgement.outcomes) {
            if (outcome.mark) {
                found.push_back(outcome.mark->entry);
            }
        }
        std::sort(found.begin(), found.end());
        REQUIRE_MESSAGE((found == given), "seed ", seed, "\n", describe(judged));
    }
}

TEST_CASE("property: nothing more that is done makes a slot worse") {
    const auto ranks = [](const Outcome& outcome) {
        const std::map<State, int> order{{State::on_time, 0}, {State::early, 1}, {State::late, 2}};
        const auto found = order.find(outcome.state);
        return found == order.end() ? 3 : found->second;
    };
    for (std::uint64_t seed = kJudgeSeed; seed < kJudgeSeed + test::turns(std::uint64_t{1500}); ++seed) {
        Dice dice{seed};
        Case judged = any_case(dice, any_windows(dice));
        const Judgement before = judge(judged.slots, judged.marks, judged.explanations, judged.now);
        const Mark more{any_moment(dice, judged.slots), true, 9999};
        judged.marks.insert(std::upper_bound(judged.marks.begin(), judged.marks.end(), more,
                                             [](const Mark& one, const Mark& other) { return one.at < other.at; }),
                            more);
        const Judgement after = judge(judged.slots, judged.marks, judged.explanations, judged.now);
        for (std::size_t s = 0; s < judged.slots.size(); ++s) {
            const int was = ranks(before.outcomes[s]), is = ranks(after.outcomes[s]);
            REQUIRE_MESSAGE(is <= was, "seed ", seed, ", slot ", s, "\n", describe(judged));
        }
    }
}

}  // namespace onduty::oracle
