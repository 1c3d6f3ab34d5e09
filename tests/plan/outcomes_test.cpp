// SPDX-License-Identifier: MIT
// Do days, weeks and months count the same of what is due once in a week, half a month or a month? Does a change of the
// plan leave what was before it as it was?
#include "plan/outcomes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "plan/after.hpp"
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

// Versions of the rules x and y: what they ask for and their kind change, or they are dropped for a while.
constexpr int kChangingDays = 28;

Instant on_day(int day, int minute = 0) {
    return Instant{(kFirstOfJune + days{day}).time_since_epoch()} + Minutes{minute};
}

PlanHistory random_history(Dice& dice) {
    PlanHistory history;
    for (int day = 0; day < kChangingDays; day += static_cast<int>(dice.between(1, 9))) {
        PlanVersion version;
        version.since = on_day(day, static_cast<int>(dice.between(day == 0 ? 6 * 60 : 0, 1439)));
        version.plan.version = static_cast<int>(history.size()) + 1;
        version.plan.staffed = {""};
        for (const char* code : {"x", "y"}) {
            Rule rule;
            const Rule* before = history.empty() ? nullptr : history.back().plan.rule(code);
            if (before != nullptr && dice.one_in(3)) {
                version.plan.rules.push_back(*before);
                continue;
            }
            rule.code = code;
            rule.target = {"checklist", dice.one_in(2) ? "one" : "two"};
            rule.kind = dice.one_in(3) ? RuleKind::at : dice.one_in(2) ? RuleKind::period : RuleKind::after;
            rule.times = {Minutes{10 * 60}, Minutes{16 * 60}};
            rule.unit = dice.one_in(2) ? PeriodUnit::week : PeriodUnit::day;
            rule.days = static_cast<int>(dice.between(1, 5));
            if (!dice.one_in(6)) {
                version.plan.rules.push_back(rule);
            }
        }
        history.push_back(std::move(version));
    }
    return history;
}

Deeds random_deeds(Dice& dice) {
    Deeds deeds;
    for (int day = 0; day < kChangingDays; ++day) {
        for (std::int64_t times = dice.between(0, 4); times > 0; --times) {
            const Instant at = on_day(day, static_cast<int>(dice.between(6 * 60, 22 * 60)));
            deeds.done.push_back(
                {{"checklist", dice.one_in(2) ? "one" : "two"}, {at, !dice.one_in(5), 0, kFirstOfJune + days{day}}});
        }
    }
    std::stable_sort(deeds.done.begin(), deeds.done.end(),
                     [](const Deed& a, const Deed& b) { return a.mark.at < b.mark.at; });
    for (std::size_t i = 0; i < deeds.done.size(); ++i) {
        deeds.done[i].mark.entry = static_cast<std::int64_t>(i) + 1;
    }
    return deeds;
}

PlanHistory first_of(const PlanHistory& history, std::size_t count) {
    return {history.begin(), history.begin() + static_cast<std::ptrdiff_t>(count)};
}

Deeds until(const Deeds& deeds, Instant end) {
    Deeds before = deeds;
    std::erase_if(before.done, [&](const Deed& deed) { return deed.mark.at >= end; });
    return before;
}

// What took which deed, and by which slot, counted out slot by slot: each takes only what its own version asks for.
std::map<std::pair<Instant, std::int64_t>, std::string> taken_by_hand(const PlanHistory& history,
                                                                      const std::string& code, const Deeds& deeds,
                                                                      Instant now) {
    std::map<std::pair<Instant, std::int64_t>, std::string> taken;
    const auto take = [&](const std::vector<Slot>& all) {
        std::set<std::int64_t> gone;
        std::set<const Slot*> full;
        std::vector<std::pair<const Rule*, bool>> turns;
        for (const Slot& slot : all) {
            if (turns.empty() || turns.back().first != slot.rule) {
                turns.insert(turns.end(), {{slot.rule, false}, {slot.rule, true}});
            }
        }
        for (const auto& [rule, early] : turns) {
            for (const Slot& slot : all) {
                if (slot.rule != rule) {
                    continue;
                }
                const Deed* best = nullptr;
                for (const Deed& deed : deeds.done) {
                    const bool inside = early ? deed.mark.at >= slot.early_from && deed.mark.at < slot.opens
                                              : deed.mark.at >= slot.opens && deed.mark.at < slot.expires;
                    if (!inside || deed.target != slot.rule->target || gone.count(deed.mark.entry) > 0) {
                        continue;
                    }
                    if (best == nullptr || (deed.mark.complete && !best->mark.complete) ||
                        (early && deed.mark.complete == best->mark.complete)) {
                        best = &deed;
                    }
                }
                if (best != nullptr && full.insert(&slot).second) {
                    gone.insert(best->mark.entry);
                    taken[{slot.due, best->mark.entry}] = early && best->mark.complete ? "early" : "";
                }
            }
        }
    };
    take(slots_in_force(history, code, kPlainUtc, {kFirstOfJune - days{31}, kFirstOfJune + days{62}}));
    for (const RuleTarget& target : chain_targets(history, code)) {
        std::vector<Mark> marks;
        for (const Deed& deed : deeds.done) {
            if (deed.target == target) {
                marks.push_back(deed.mark);
            }
        }
        take(after_slots(history, code, target, kPlainUtc, marks, {}, now));
    }
    return taken;
}

// Of a rule while it asked for the deed: -1 it did not ask, 0 no slot needed it by the plan of then, 1 one did.
int needed_by_hand(const PlanHistory& history, const std::string& code, const Deed& deed, const Deeds& deeds,
                   Instant now) {
    std::size_t version = 0;
    while (version + 1 < history.size() && history[version + 1].since <= deed.mark.at) {
        ++version;
    }
    const Rule* rule = history[version].plan.rule(code);
    if (rule == nullptr || rule->target != deed.target) {
        return -1;
    }
    std::size_t count = version + 1;
    while (count < history.size() && history[count].plan.rule(code) != nullptr &&
           *history[count].plan.rule(code) == *rule) {
        ++count;
    }
    const Instant end = count < history.size() ? history[count].since : kNever;
    for (const auto& [slot, how] : taken_by_hand(first_of(history, count), code, until(deeds, end),
                                                 std::min(now, end - std::chrono::milliseconds{1}))) {
        if (slot.second == deed.mark.entry) {
            return 1;
        }
    }
    return 0;
}

using Lines = std::vector<std::string>;

// What is told of these days: the slots that were over at `over` with what became of them, and the extras.
std::map<std::string, Lines> told(const PlanHistory& history, const Deeds& deeds, DateRange dates, Instant now,
                                  Instant over) {
    std::map<std::string, Lines> lines;
    for (const RuleOutcomes& rule : judge_rules(history, kPlainUtc, dates, deeds, now)) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (outcome.slot.expires <= over) {
                lines[rule.rule].push_back(
                    to_text(outcome.slot.date) + " " + std::to_string(outcome.slot.due.time_since_epoch().count()) +
                    " " + machine_name(outcome.state) + " " + std::to_string(outcome.mark ? outcome.mark->entry : 0));
            }
        }
        for (const Mark& mark : rule.judgement.extras) {
            lines[rule.rule].push_back("extra " + std::to_string(mark.entry));
        }
    }
    return lines;
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

TEST_CASE("property: a change of what a rule asks for, its kind or its days changes nothing of the days before") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Dice dice{seed};
        CAPTURE(seed);
        const PlanHistory history = random_history(dice);
        Deeds deeds = random_deeds(dice);
        for (Deed& deed : deeds.done) {
            deed.mark.complete = true;  // a later deed makes an extra of what was left incomplete, with any plan
        }
        const Instant end = on_day(kChangingDays + 2);
        for (std::size_t count = 1; count < history.size(); ++count) {
            const Instant change = history[count].since;
            const Date day = business_date(kPlainUtc, Calendar{}, change);
            if (day <= kFirstOfJune) {
                continue;
            }
            const DateRange before{kFirstOfJune, day};
            const Instant then = change - std::chrono::milliseconds{1};
            REQUIRE(told(first_of(history, count), until(deeds, change), before, then, then) ==
                    told(history, deeds, before, end, then));
        }
    }
}

TEST_CASE(
    "property: each slot takes what its own version asks for, and extra is what none needed by the plan of then") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Dice dice{seed};
        CAPTURE(seed);
        const PlanHistory history = random_history(dice);
        const Deeds deeds = random_deeds(dice);
        const Instant now = on_day(kChangingDays + 2);
        const DateRange dates{kFirstOfJune, kFirstOfJune + days{kChangingDays + 7}};
        std::map<std::string, std::set<std::int64_t>> extras{{"x", {}}, {"y", {}}};
        for (const RuleOutcomes& rule : judge_rules(history, kPlainUtc, dates, deeds, now)) {
            std::map<std::pair<Instant, std::int64_t>, std::string> taken;
            for (const Outcome& outcome : rule.judgement.outcomes) {
                if (outcome.mark) {
                    taken[{outcome.slot.due, outcome.mark->entry}] = outcome.state == State::early ? "early" : "";
                }
            }
            REQUIRE(taken == taken_by_hand(history, rule.rule, deeds, now));
            for (const Mark& mark : rule.judgement.extras) {
                extras[rule.rule].insert(mark.entry);
            }
        }
        for (const Deed& deed : deeds.done) {
            const int x = needed_by_hand(history, "x", deed, deeds, now);
            const int y = needed_by_hand(history, "y", deed, deeds, now);
            CAPTURE(deed.mark.entry);
            REQUIRE((extras["x"].count(deed.mark.entry) > 0) == (x == 0 && y != 1));
            REQUIRE((extras["y"].count(deed.mark.entry) > 0) == (y == 0 && x != 1));
        }
    }
}

}  // namespace onduty::oracle
