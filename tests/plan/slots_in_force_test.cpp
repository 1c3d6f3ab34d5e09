// SPDX-License-Identifier: MIT
// Is what is to be done once a week asked for once a week, whenever its day is moved? Beside somebody who looks at the
// plan on the wall every hour.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "plan/plan.hpp"
#include "slots/oracle.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;

const TestZone kWallUtc{"utc", std::chrono::seconds{0}, {}};
const Date kFirstMonday{std::chrono::local_days{std::chrono::year{2026} / 6 / 1}};

Instant hour_of(int day, int hour) {
    return Instant{(kFirstMonday + days{day}).time_since_epoch()} + hours{hour};
}

Rule glass(PeriodUnit unit, std::optional<std::chrono::weekday> due_day) {
    Rule rule;
    rule.code = "glass";
    rule.kind = RuleKind::period;
    rule.unit = unit;
    rule.due_day = due_day;
    rule.target = {"cleaning", "glass"};
    return rule;
}

PlanVersion version_of(Instant since, std::optional<Rule> rule) {
    PlanVersion version;
    version.since = since;
    version.plan.staffed = {""};
    if (rule) {
        version.plan.rules.push_back(*rule);
    }
    return version;
}

// "2026-06-03": the due dates of some weeks' slots; "-" behind what does not apply.
std::string due_dates(const PlanHistory& history, DateRange dates) {
    std::string all;
    for (const Slot& slot : slots_in_force(rule_history(history, "glass"), kWallUtc, dates)) {
        all += (all.empty() ? "" : " ") + to_text(slot.date) + (slot.applies ? "" : "-");
    }
    return all;
}

// What is on the wall for a unit, hour by hour, until it is due.
std::optional<Slot> seen_on_the_wall(const PlanHistory& history, DateRange unit) {
    std::optional<Slot> asked;
    const PlanVersion* before = nullptr;
    for (Instant at = Instant{unit.from.time_since_epoch()} - hours{24};
         at < Instant{unit.until.time_since_epoch()} + hours{48}; at += hours{1}) {
        const PlanVersion* version = nullptr;
        for (const PlanVersion& one : history) {
            version = one.since <= at ? &one : version;
        }
        if (version != before) {
            before = version;
            const Rule* rule = version == nullptr ? nullptr : version->plan.rule("glass");
            if (rule == nullptr) {
                asked.reset();
            } else {
                const std::vector<Slot> slots = expected_slots(*rule, version->plan.calendar, kWallUtc, unit);
                REQUIRE(slots.size() == 1);
                asked = slots[0].due >= at ? slots[0] : asked;
            }
        }
        if (asked && at >= asked->due) {
            return asked;
        }
    }
    return asked;
}

}  // namespace

TEST_CASE("a weekly day that is moved in the middle of its week is due once in it") {
    const DateRange two_weeks{kFirstMonday, kFirstMonday + days{14}};
    const auto moved = [&](std::chrono::weekday from, std::chrono::weekday to, int day) {
        PlanHistory history;
        history.push_back(version_of(hour_of(-30, 0), glass(PeriodUnit::week, from)));
        history.push_back(version_of(hour_of(day, 10), glass(PeriodUnit::week, to)));
        return due_dates(history, two_weeks);
    };
    // Still to come either way.
    CHECK(moved(std::chrono::Wednesday, std::chrono::Friday, 1) == "2026-06-05 2026-06-12");
    // It was due already.
    CHECK(moved(std::chrono::Wednesday, std::chrono::Friday, 3) == "2026-06-03 2026-06-12");
    // The new day is over: this week as it was, the next on the new day.
    CHECK(moved(std::chrono::Friday, std::chrono::Wednesday, 3) == "2026-06-05 2026-06-10");
    CHECK(moved(std::chrono::Friday, std::chrono::Sunday, 5) == "2026-06-05 2026-06-14");
}

TEST_CASE("what is dropped before its day is not due, and another thing has its own day") {
    PlanHistory history;
    history.push_back(version_of(hour_of(-30, 0), glass(PeriodUnit::week, std::chrono::Friday)));
    history.push_back(version_of(hour_of(3, 10), glass(PeriodUnit::week, std::chrono::Wednesday)));
    history.push_back(version_of(hour_of(3, 12), {}));
    CHECK(due_dates(history, {kFirstMonday, kFirstMonday + days{7}}) == "");
    Rule mirrors = glass(PeriodUnit::week, std::chrono::Saturday);
    mirrors.target = {"cleaning", "mirrors"};
    history.push_back(version_of(hour_of(3, 14), mirrors));
    CHECK(due_dates(history, {kFirstMonday, kFirstMonday + days{7}}) == "2026-06-06");
}

TEST_CASE("property: each week, half month and month as it was on the wall, hour by hour, in any stretch of dates") {
    int fewer = 0;
    for (std::uint64_t seed = 1; seed <= test::turns(std::uint64_t{400}); ++seed) {
        Dice dice{seed};
        CAPTURE(seed);
        const PeriodUnit unit = dice.one_in(2)   ? PeriodUnit::week
                                : dice.one_in(2) ? PeriodUnit::half_month
                                                 : PeriodUnit::month;
        PlanHistory history;
        for (int hour = -40 * 24; hour < 21 * 24; hour += static_cast<int>(dice.between(1, 5 * 24))) {
            if (hour < 0 && !history.empty()) {
                continue;
            }
            Rule rule = glass(unit, std::chrono::weekday{static_cast<unsigned>(dice.between(0, 6))});
            rule.closed_days = dice.one_in(2) ? ClosedDays::skip : ClosedDays::keep;
            history.push_back(version_of(hour_of(0, hour), dice.one_in(8) ? std::nullopt : std::optional{rule}));
            for (std::int64_t closed = dice.between(0, 4); closed > 0; --closed) {
                history.back().plan.calendar.closed_dates.insert(kFirstMonday + days{dice.between(0, 34)});
            }
        }
        const RuleHistory rule = rule_history(history, "glass");
        std::vector<Slot> expected;
        for (DateRange one = unit_around(unit, kFirstMonday - days{31}); one.from < kFirstMonday + days{62};
             one = unit_around(unit, one.until)) {
            if (const auto slot = seen_on_the_wall(history, one)) {
                expected.push_back(*slot);
            } else {
                ++fewer;
            }
        }
        for (const int step : {1, 7, 93}) {
            std::vector<Slot> got;
            for (int day = -62; day < 93; day += step) {
                const auto slots =
                    slots_in_force(rule, kWallUtc, {kFirstMonday + days{day}, kFirstMonday + days{day + step}});
                got.insert(got.end(), slots.begin(), slots.end());
            }
            const auto outside = [&](const Slot& slot) {
                return slot.date < kFirstMonday - days{20} || slot.date >= kFirstMonday + days{50};
            };
            std::erase_if(got, outside);
            std::erase_if(expected, outside);
            for (std::size_t i = 0; i < std::min(got.size(), expected.size()); ++i) {
                // Of versions that ask the same either may be named.
                got[i].rule = *got[i].rule == *expected[i].rule ? expected[i].rule : got[i].rule;
            }
            const std::string found = difference(expected, got);
            REQUIRE_MESSAGE(found.empty(), found);
        }
    }
    CHECK(fewer > test::turns(100));
}

}  // namespace onduty::oracle
