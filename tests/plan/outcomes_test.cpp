// SPDX-License-Identifier: MIT
// Do days, weeks and months count the same of what is due once in a week, half a month or a month?
#include "plan/outcomes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "slots/oracle.hpp"
#include "time/test_zones.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;

const TestZone kPlainUtc{"utc", std::chrono::seconds{0}, {}};
const Date kFirstOfJune{std::chrono::local_days{std::chrono::year{2026} / 6 / 1}};  // a Monday
constexpr int kDays = 91;                                                           // June to August, thirteen weeks

PlanHistory history_with(PeriodUnit unit) {
    Rule rule;
    rule.code = "windows";
    rule.kind = RuleKind::period;
    rule.unit = unit;
    rule.post = "cleaner";
    rule.target = {"cleaning", "windows"};
    PlanVersion version;
    version.since = Instant{(kFirstOfJune - days{60}).time_since_epoch()};
    version.plan.version = 1;
    version.plan.rules.push_back(rule);
    version.plan.staffed = {"cleaner"};
    PlanHistory history;
    history.push_back(std::move(version));
    return history;
}

// Sometimes weeks without one, sometimes three in a day, some left incomplete.
Deeds deeds_of_summer(std::mt19937& random) {
    Deeds deeds;
    std::int64_t entry = 0;
    for (int day = 0; day < kDays; ++day) {
        for (auto times = random() % 9; times > 6; --times) {
            Mark mark;
            mark.date = kFirstOfJune + days{day};
            mark.at = Instant{mark.date.time_since_epoch()} + std::chrono::hours{9 + random() % 10};
            mark.complete = random() % 4 != 0;
            mark.entry = ++entry;
            deeds.done.push_back({{"cleaning", "windows"}, mark, "A1", "cleaner"});
        }
    }
    std::stable_sort(deeds.done.begin(), deeds.done.end(),
                     [](const Deed& a, const Deed& b) { return a.mark.at < b.mark.at; });
    return deeds;
}

// Those that a report of these dates reads.
Deeds needed_of(const Deeds& deeds, DateRange dates) {
    Deeds needed;
    std::copy_if(deeds.done.begin(), deeds.done.end(), std::back_inserter(needed.done),
                 [&](const Deed& deed) { return dates.contains(deed.mark.date); });
    return needed;
}

// By what each deed is: extra, or what took it.
struct Counted {
    std::map<std::int64_t, int> extra;
    std::map<std::int64_t, int> taken;
    std::int64_t planned = 0;

    bool operator==(const Counted&) const = default;
};

Counted counted(const PlanHistory& history, const Deeds& deeds, int step) {
    const Instant now = Instant{(kFirstOfJune + days{200}).time_since_epoch()};
    Counted all;
    for (int day = 0; day < kDays; day += step) {
        const DateRange dates{kFirstOfJune + days{day}, kFirstOfJune + days{std::min(day + step, kDays)}};
        const DateRange needed = dates_needed(history, "windows", kPlainUtc, dates, now);
        const RuleOutcomes outcomes = judge_rule(history, "windows", kPlainUtc, dates, needed_of(deeds, needed), now);
        for (const Mark& mark : outcomes.judgement.extras) {
            ++all.extra[mark.entry];
        }
        for (const Outcome& outcome : outcomes.judgement.outcomes) {
            ++all.planned;
            if (outcome.mark) {
                ++all.taken[outcome.mark->entry];
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("days, weeks, stretches of any length and all of it count the same slots and the same extras") {
    std::mt19937 random{29};
    for (const PeriodUnit unit : {PeriodUnit::week, PeriodUnit::half_month, PeriodUnit::month}) {
        const PlanHistory history = history_with(unit);
        for (int turn = 0; turn < 40; ++turn) {
            const Deeds deeds = deeds_of_summer(random);
            const Counted whole = counted(history, deeds, kDays);
            for (const int step : {1, 3, 7, 30}) {
                CAPTURE(step);
                const Counted parts = counted(history, deeds, step);
                CHECK(parts == whole);
            }
            for (const Deed& deed : deeds.done) {
                const auto times = [&](const std::map<std::int64_t, int>& found) {
                    return found.count(deed.mark.entry) == 0 ? 0 : found.at(deed.mark.entry);
                };
                // What belongs to a week or month that is due later is none of them.
                const int found = times(whole.extra) + times(whole.taken);
                CHECK((found == 1 || (found == 0 && deed.mark.date >= kFirstOfJune + days{60})));
            }
        }
    }
}

}  // namespace onduty::oracle
