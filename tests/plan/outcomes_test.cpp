// SPDX-License-Identifier: MIT
// Do days, weeks and months count the same of what is due once in a week, half a month or a month? Does a change of the
// plan leave what was before it as it was?
#include "plan/outcomes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "plan/after.hpp"
#include "plan/windows.hpp"
#include "slots/oracle.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

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
        const DateRange needed = dates_needed(rule_history(history, "windows"), kPlainUtc, dates, now);
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
        if (!history.empty() && dice.one_in(2)) {
            version.plan.calendar = history.back().plan.calendar;
        }
        if (dice.one_in(3)) {
            version.plan.calendar.closed_dates.insert(kFirstOfJune + days{day + dice.between(-1, 3)});
        }
        for (const char* code : {"x", "y"}) {
            Rule rule;
            const Rule* before = history.empty() ? nullptr : history.back().plan.rule(code);
            if (before != nullptr && dice.one_in(3)) {
                version.plan.rules.push_back(*before);
                continue;
            }
            rule.code = code;
            rule.target = {"checklist", dice.one_in(2) ? "one" : "two"};
            rule.kind = dice.one_in(3)   ? RuleKind::at
                        : dice.one_in(4) ? RuleKind::every
                        : dice.one_in(2) ? RuleKind::period
                                         : RuleKind::after;
            // Moved by little, so that what was done for one time may be early for the other.
            for (const int hour : {10, 16}) {
                rule.times.push_back(Minutes{60 * hour + 20 * dice.between(0, 3)});
            }
            rule.first = Minutes{8 * 60 + 20 * dice.between(0, 3)};
            rule.last = Minutes{20 * 60};
            rule.interval = Minutes{60 * dice.between(2, 5)};
            rule.early = Minutes{10 * dice.between(1, 4)};
            rule.unit = dice.one_in(2) ? PeriodUnit::week : PeriodUnit::day;
            if (rule.unit == PeriodUnit::week && dice.one_in(2)) {
                rule.due_day = std::chrono::weekday{static_cast<unsigned>(dice.between(0, 6))};
            }
            rule.days = static_cast<int>(dice.between(1, 5));
            rule.closed_days = dice.one_in(2) ? ClosedDays::skip : ClosedDays::keep;
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
            Deed deed{{"checklist", dice.one_in(2) ? "one" : "two"},
                      {at, !dice.one_in(5), 0, kFirstOfJune + days{day}}};
            if (dice.one_in(4)) {
                deed.mark.recorded = at + Minutes{dice.between(1, 48 * 60)};
            }
            deeds.done.push_back(std::move(deed));
        }
    }
    std::stable_sort(deeds.done.begin(), deeds.done.end(),
                     [](const Deed& a, const Deed& b) { return a.mark.at < b.mark.at; });
    for (std::size_t i = 0; i < deeds.done.size(); ++i) {
        deeds.done[i].mark.entry = static_cast<std::int64_t>(i) + 1;
    }
    return deeds;
}

Deeds until(const Deeds& deeds, Instant end) {
    Deeds before = deeds;
    std::erase_if(before.done, [&](const Deed& deed) { return deed.mark.at >= end; });
    return before;
}

// By due time and deed: "early" or "".
using Taken = std::map<std::pair<Instant, std::int64_t>, std::string>;

std::vector<Slot> all_slots(PlanVersions history, const std::string& code) {
    return slots_in_force(rule_history(history, code), kPlainUtc, {kFirstOfJune - days{31}, kFirstOfJune + days{62}});
}

// The slots that were done but not due when their rule changed into one of which no slot may take what was done, with
// the deed; and what was too much on a day before a change, with the number of versions that there were then.
struct Past {
    std::vector<std::pair<Slot, const Deed*>> standing;
    std::map<std::int64_t, std::size_t> too_much;
};

// Whether the last version asks for what did the slot of an earlier one once more, by then or in the same unit.
bool asked_instead_by_hand(PlanVersions history, const std::string& code, const Slot& slot, const Deed& deed) {
    const auto is_in_unit = [&](const Slot& next) {
        return slot.rule->kind == RuleKind::period && next.rule->kind == RuleKind::period &&
               slot.rule->unit == next.rule->unit &&
               unit_around(slot.rule->unit, slot.date).from == unit_around(slot.rule->unit, next.date).from;
    };
    const std::vector<Slot> all = all_slots(history, code);
    return std::any_of(all.begin(), all.end(), [&](const Slot& next) {
        return next.due >= history.back().since && next.applies && next.rule->target == deed.target &&
               next.early_from <= deed.mark.at && deed.mark.at < next.expires &&
               (next.due <= slot.due || is_in_unit(next));
    });
}

// On time, early, late, incomplete: 0 to 3.
int quality(const Slot& slot, const Mark& mark) {
    const Instant recorded = mark.recorded.value_or(mark.at);
    if (!mark.complete) {
        return 3;
    }
    return mark.at > slot.on_time_until || recorded > slot.on_time_until ? 2 : mark.at < slot.opens ? 1 : 0;
}

// What took which deed, and by which slot, counted out slot by slot: each takes only what its own version asks for, and
// of two that would take one deed that of the earlier version does.
Taken taken_by_hand(PlanVersions history, const std::string& code, const Deeds& deeds, Instant now, const Past& past) {
    const auto version_of = [&](const Slot& slot) {
        std::size_t version = 0;
        while (history[version].plan.rule(code) != slot.rule) {
            ++version;
        }
        return version;
    };
    struct Took {
        Slot slot;
        std::int64_t entry;
        std::string how;
    };
    const auto take = [&](const std::vector<Slot>& all, const std::function<bool(const Slot&, const Deed&)>& may) {
        std::map<const Slot*, const Deed*> has;
        std::set<std::int64_t> gone;
        std::vector<std::pair<const Rule*, bool>> turns;
        for (const Slot& slot : all) {
            if (turns.empty() || turns.back().first != slot.rule) {
                turns.insert(turns.end(), {{slot.rule, false}, {slot.rule, true}});
            }
        }
        // First what is its own, then something better that was early or that another let go.
        for (const auto& [rule, again] : turns) {
            for (const Slot& slot : all) {
                if (slot.rule != rule) {
                    continue;
                }
                const Deed* const had = has[&slot];
                const Deed* best = nullptr;
                for (const Deed& deed : deeds.done) {
                    const bool early = deed.mark.at < slot.opens;
                    if ((early && !again) || deed.mark.at < slot.early_from || deed.mark.at >= slot.expires ||
                        !slot.applies || deed.target != slot.rule->target || gone.count(deed.mark.entry) > 0 ||
                        !may(slot, deed) || (had != nullptr && quality(slot, deed.mark) >= quality(slot, had->mark))) {
                        continue;
                    }
                    const int better = best == nullptr ? -1 : quality(slot, deed.mark) - quality(slot, best->mark);
                    // Of those before its window the last, of those in it the first.
                    if (better < 0 || (better == 0 && early)) {
                        best = &deed;
                    }
                }
                if (best != nullptr) {
                    if (had != nullptr) {
                        gone.erase(had->mark.entry);
                    }
                    gone.insert(best->mark.entry);
                    has[&slot] = best;
                }
            }
        }
        std::vector<Took> took;
        for (const Slot& slot : all) {
            if (const Deed* deed = has[&slot]) {
                took.push_back({slot, deed->mark.entry, quality(slot, deed->mark) == 1 ? "early" : ""});
            }
        }
        return took;
    };
    std::vector<Took> chained;
    for (const RuleTarget& target : chain_targets(history, code)) {
        std::vector<Mark> marks;
        for (const Deed& deed : deeds.done) {
            if (deed.target == target) {
                marks.push_back(deed.mark);
            }
        }
        std::vector<Explanation> none;
        for (const Took& took : take(after_slots(history, code, target, kPlainUtc, marks, none, now),
                                     [](const Slot&, const Deed&) { return true; })) {
            chained.push_back(took);
        }
    }
    std::vector<Slot> slots;
    for (const PlanVersion& version : history) {
        std::vector<Slot> some = all_slots(history, code);
        for (const auto& [slot, deed] : past.standing) {
            some.push_back(slot);
        }
        std::copy_if(some.begin(), some.end(), std::back_inserter(slots),
                     [&](const Slot& slot) { return slot.rule == version.plan.rule(code); });
    }
    Taken taken;
    std::set<std::int64_t> gone;
    for (const Took& took : take(slots, [&](const Slot&slot, const Deed&deed) {
             const auto extra = past.too_much.find(deed.mark.entry);
             return (extra == past.too_much.end() || version_of(slot) < extra->second) &&
                    std::none_of(chained.begin(), chained.end(), [&](const Took& chain) {
                        return chain.entry == deed.mark.entry && version_of(chain.slot) <= version_of(slot);
                    });
         })) {
        taken[{took.slot.due, took.entry}] = took.how;
        gone.insert(took.entry);
    }
    for (const Took& took : chained) {
        if (gone.count(took.entry) == 0) {
            taken[{took.slot.due, took.entry}] = took.how;
        }
    }
    return taken;
}

// Whether a rule asked for a deed when it was done, or after that until it was recorded.
bool asked_by_hand(PlanVersions history, const std::string& code, const Deed& deed) {
    for (std::size_t v = 0; v < history.size(); ++v) {
        const bool over = v + 1 < history.size() && history[v + 1].since <= deed.mark.at;
        const bool to_come = v > 0 && history[v].since > deed.mark.recorded.value_or(deed.mark.at);
        const Rule* rule = history[v].plan.rule(code);
        if (!over && !to_come && rule != nullptr && rule->target == deed.target) {
            return true;
        }
    }
    return false;
}

Past past_by_hand(PlanVersions history, const std::string& code, const Deeds& deeds) {
    Past past;
    for (std::size_t count = 1; count < history.size(); ++count) {
        const Rule* before = history[count - 1].plan.rule(code);
        const Rule* after = history[count].plan.rule(code);
        const Instant change = history[count].since;
        const bool same = (before == nullptr && after == nullptr) ||
                          (before != nullptr && after != nullptr && *after == *before &&
                           history[count].plan.calendar == history[count - 1].plan.calendar);
        if (same) {
            continue;
        }
        const Taken taken = taken_by_hand(history.first(count), code, until(deeds, change), change, past);
        const auto carried = [&](const Slot& slot, const Deed& deed) {
            return asked_instead_by_hand(history.first(count + 1), code, slot, deed);
        };
        std::erase_if(past.standing,
                      [&](const auto& one) { return one.first.due >= change && carried(one.first, *one.second); });
        std::set<std::int64_t> gone;
        for (const auto& [slot, how] : taken) {
            gone.insert(slot.second);
        }
        for (Slot slot : all_slots(history.first(count), code)) {
            for (const Deed& deed : deeds.done) {
                if (slot.due >= change && before != nullptr && deed.target == slot.rule->target &&
                    taken.count({slot.due, deed.mark.entry}) > 0 && !carried(slot, deed)) {
                    slot.opens = std::min(slot.opens, change);
                    slot.expires = change;
                    past.standing.emplace_back(slot, &deed);
                }
            }
        }
        for (const Deed& deed : deeds.done) {
            if (deed.mark.at < change && asked_by_hand(history.first(count), code, deed) &&
                gone.count(deed.mark.entry) == 0 && deed.mark.date < business_date(kPlainUtc, Calendar{}, change)) {
                past.too_much.emplace(deed.mark.entry, count);
            }
        }
    }
    return past;
}

void for_random_plans(std::uint64_t seeds, const std::function<void(const PlanHistory&, const Deeds&)>& check) {
    for (std::uint64_t seed = 1; seed <= test::turns(seeds); ++seed) {
        Dice dice{seed};
        CAPTURE(seed);
        const PlanHistory history = random_history(dice);
        check(history, random_deeds(dice));
    }
}

using Lines = std::vector<std::string>;

// What is told of these days: the slots that were over at `over` with what became of them, and the extras.
std::map<std::string, Lines> told(PlanVersions versions, const Deeds& deeds, DateRange dates, Instant now,
                                  Instant over) {
    const PlanHistory history{versions.begin(), versions.end()};
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

TEST_CASE("the version in force judges, whatever the clock said when each was recorded") {
    Dice dice{20270907};
    for (int scene = 0; scene < test::turns(15); ++scene) {
        PlanHistory history = random_history(dice);
        for (PlanVersion& version : history) {
            version.since += dice.one_in(4) ? days{dice.between(-10, 60)} : days{0};
        }
        for (const char* code : {"x", "y"}) {
            const RuleHistory rule = rule_history(history, code);
            for (Instant at = on_day(-12); at < on_day(kChangingDays + 70); at += std::chrono::hours{11}) {
                const bool begun = std::any_of(history.begin(), history.end(),
                                               [&](const PlanVersion& one) { return one.since <= at; });
                const auto run = std::find_if(rule.runs.begin(), rule.runs.end(),
                                              [&](const RuleRun& one) { return one.since <= at && at < one.until; });
                REQUIRE(begun == (run != rule.runs.end()));
                const Rule* wanted = begun ? in_force(history, at).rule(code) : nullptr;
                const Rule* found = begun ? run->rule : nullptr;
                REQUIRE((wanted == nullptr) == (found == nullptr));
                REQUIRE((wanted == nullptr || *wanted == *found));
            }
        }
    }
}

TEST_CASE("days, weeks, stretches of any length and all of it count the same slots and the same extras") {
    std::mt19937 random{29};
    for (const PeriodUnit unit : {PeriodUnit::week, PeriodUnit::half_month, PeriodUnit::month}) {
        const PlanHistory history = history_with(unit);
        for (int turn = 0; turn < test::turns(25); ++turn) {
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

TEST_CASE("a skip stands though what was done before it was withdrawn") {
    Rule rule;
    rule.code = "filter";
    rule.kind = RuleKind::after;
    rule.days = 2;
    rule.target = {"cleaning", "filter"};
    PlanHistory history;
    PlanVersion version;
    version.since = on_day(0, 7 * 60);
    version.plan.staffed = {""};
    version.plan.rules = {rule};
    history.push_back(std::move(version));
    const auto states = [&](const std::vector<int>& done) {
        Deeds deeds;
        for (const int day : done) {
            deeds.done.push_back({{"cleaning", "filter"}, {on_day(day, 600), true, day + 1, kFirstOfJune + days{day}}});
        }
        WrittenExplanation skip;
        skip.rule = "filter";
        skip.due = on_day(5, 6 * 60);  // of the day before
        skip.at = on_day(5, 10 * 60);
        skip.excuse = Excuse::skipped;
        skip.number = 50;
        deeds.explanations = {skip};
        std::string text;
        const DateRange dates{kFirstOfJune, kFirstOfJune + days{20}};
        for (const Outcome& outcome :
             judge_rule(history, "filter", kPlainUtc, dates, deeds, on_day(8)).judgement.outcomes) {
            text += std::string{machine_name(outcome.state)} + " ";
        }
        return text;
    };
    CHECK(states({0, 2, 7}) == "on_time on_time explained on_time pending ");
    CHECK(states({0, 7}) == "on_time explained on_time pending ");
}

TEST_CASE("property: a change of what a rule asks for, its kind or its days changes nothing of the days before") {
    for_random_plans(40, [](const PlanHistory& history, Deeds deeds) {
        for (Deed& deed : deeds.done) {
            deed.mark.complete = true;  // a later deed makes an extra of what was left incomplete, with any plan
            deed.mark.recorded.reset();
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
            REQUIRE(told(PlanVersions{history}.first(count), until(deeds, change), before, then, then) ==
                    told(history, deeds, before, end, then));
        }
    });
}

TEST_CASE("property: slots take what their version asks for, what was taken stands, extra is what none needed then") {
    for_random_plans(30, [](const PlanHistory& history, const Deeds& deeds) {
        const Instant now = on_day(kChangingDays + 2);
        const DateRange dates{kFirstOfJune, kFirstOfJune + days{kChangingDays + 7}};
        std::map<std::string, std::set<std::int64_t>> extras;
        std::map<std::string, std::set<std::int64_t>> done;
        for (const RuleOutcomes& rule : judge_rules(history, kPlainUtc, dates, deeds, now)) {
            Taken taken;
            const std::vector<Outcome>& outcomes = rule.judgement.outcomes;
            for (const Outcome& outcome : outcomes) {
                if (outcome.mark) {
                    taken[{outcome.slot.due, outcome.mark->entry}] = outcome.state == State::early ? "early" : "";
                    done[rule.rule].insert(outcome.mark->entry);
                }
                REQUIRE(
                    (outcome.slot.applies || std::none_of(outcomes.begin(), outcomes.end(), [&](const Outcome& other) {
                         return other.mark && other.slot.rule->kind != RuleKind::after &&
                                other.slot.due == outcome.slot.due &&
                                other.slot.rule->target == outcome.slot.rule->target;
                     })));
            }
            REQUIRE(taken == taken_by_hand(history, rule.rule, deeds, now, past_by_hand(history, rule.rule, deeds)));
            for (const Mark& mark : rule.judgement.extras) {
                extras[rule.rule].insert(mark.entry);
            }
        }
        for (const Deed& deed : deeds.done) {
            const std::int64_t entry = deed.mark.entry;
            CAPTURE(entry);
            const auto is_done = [&](const char* code) {
                return done[code].count(entry) > 0 && asked_by_hand(history, code, deed);
            };
            for (const std::string code : {"x", "y"}) {
                REQUIRE((extras[code].count(entry) > 0) == (done[code].count(entry) == 0 && !is_done("x") &&
                                                            !is_done("y") && asked_by_hand(history, code, deed)));
            }
        }
    });
}

TEST_CASE("what was done in time stays so when its time moves later, and the new time is asked for once more") {
    const auto states = [](RuleKind kind, int due, int moved) {
        PlanHistory history;
        for (const int minute : {due, moved}) {
            PlanVersion version;
            version.since = history.empty() ? on_day(0, 7 * 60) : on_day(0, due - 5);
            version.plan.staffed = {""};
            Rule rule;
            rule.code = "x";
            rule.target = {"checklist", "one"};
            rule.kind = kind;
            rule.times = {Minutes{minute}};
            rule.first = Minutes{minute};
            rule.last = rule.first;
            rule.interval = Minutes{120};
            version.plan.rules = {rule};
            history.push_back(std::move(version));
        }
        Deeds deeds;
        deeds.done.push_back({{"checklist", "one"}, {on_day(0, due - 10), true, 1, kFirstOfJune}});
        std::string text;
        for (const Outcome& outcome :
             judge_rule(history, "x", kPlainUtc, {kFirstOfJune, kFirstOfJune + days{1}}, deeds, on_day(0, due + 1))
                 .judgement.outcomes) {
            text += std::string{machine_name(outcome.state)} + " ";
        }
        return text;
    };
    for (const RuleKind kind : {RuleKind::at, RuleKind::every}) {
        for (const int later : {15, 30, 60, 120}) {
            CHECK(states(kind, 18 * 60, 18 * 60 + later) == "on_time pending ");
        }
        CHECK(states(kind, 18 * 60, 18 * 60 - 5) == "on_time ");
    }
}

TEST_CASE("property: what was done while its version held stands, unless the same is asked for by then") {
    int stood = 0;
    for_random_plans(80, [&](const PlanHistory& history, const Deeds& deeds) {
        const auto worse = [](State state) {
            const State order[] = {State::on_time, State::early, State::late, State::incomplete};
            return std::find(std::begin(order), std::end(order), state) - std::begin(order);
        };
        const DateRange dates{kFirstOfJune, kFirstOfJune + days{kChangingDays + 35}};
        const std::vector<RuleOutcomes> now = judge_rules(history, kPlainUtc, dates, deeds, on_day(kChangingDays + 2));
        for (std::size_t count = 1; count < history.size(); ++count) {
            const Instant change = history[count].since;
            const PlanHistory before{history.begin(), history.begin() + static_cast<std::ptrdiff_t>(count)};
            for (const RuleOutcomes& rule :
                 judge_rules(before, kPlainUtc, dates, until(deeds, change), change - std::chrono::milliseconds{1})) {
                for (const Outcome& then : rule.judgement.outcomes) {
                    const Slot& slot = then.slot;
                    if (!then.mark || slot.rule->kind == RuleKind::after || slot.due < change) {
                        continue;
                    }
                    const Deed& deed = *std::find_if(deeds.done.begin(), deeds.done.end(), [&](const Deed& one) {
                        return one.mark.entry == then.mark->entry;
                    });
                    bool instead = false;
                    for (std::size_t later = count; later < history.size() && history[later].since <= slot.due;
                         ++later) {
                        instead = instead ||
                                  asked_instead_by_hand(PlanVersions{history}.first(later + 1), rule.rule, slot, deed);
                    }
                    if (instead) {
                        continue;
                    }
                    ++stood;
                    const auto told = std::find_if(now.begin(), now.end(),
                                                   [&](const RuleOutcomes& one) { return one.rule == rule.rule; });
                    const std::vector<Outcome>& all = told->judgement.outcomes;
                    CAPTURE(words(slot.due));
                    CAPTURE(words(change));
                    REQUIRE(std::any_of(all.begin(), all.end(), [&](const Outcome& one) {
                        return one.slot.due == slot.due && one.mark && worse(one.state) <= worse(then.state);
                    }));
                }
            }
        }
    });
    CHECK(stood > test::turns(40));
}

// By rule which deeds a report of these dates tells as done, and under "extra" the others, from what it reads.
std::map<std::string, std::map<std::int64_t, int>> told_by(const PlanHistory& history, const Deeds& deeds, int step,
                                                           Instant now) {
    std::map<std::string, std::map<std::int64_t, int>> told;
    for (int day = -14; day < kChangingDays + 14; day += step) {
        const DateRange dates{kFirstOfJune + days{day}, kFirstOfJune + days{day + step}};
        const DateRange needed = joined(dates_needed(rule_history(history, "x"), kPlainUtc, dates, now),
                                        dates_needed(rule_history(history, "y"), kPlainUtc, dates, now));
        const Deeds read = needed_of(deeds, needed);
        for (const RuleOutcomes& rule : judge_rules(history, kPlainUtc, dates, read, now)) {
            for (const Outcome& outcome : rule.judgement.outcomes) {
                if (outcome.mark) {
                    ++told[rule.rule][outcome.mark->entry];
                }
            }
            for (const Mark& mark : rule.judgement.extras) {
                ++told["extra"][mark.entry];
            }
        }
    }
    return told;
}

TEST_CASE("property: days, weeks and all of it tell each deed that was asked for, whatever is dropped later") {
    for_random_plans(10, [](const PlanHistory& history, const Deeds& deeds) {
        const Instant now = on_day(kChangingDays + 40);
        auto whole = told_by(history, deeds, kChangingDays + 28, now);
        for (const int step : {1, 4, 7}) {
            CAPTURE(step);
            REQUIRE(told_by(history, deeds, step, now) == whole);
        }
        for (const Deed& deed : deeds.done) {
            const std::int64_t entry = deed.mark.entry;
            CAPTURE(entry);
            for (const std::string code : {"x", "y"}) {
                REQUIRE(whole[code][entry] <= 1);
                if (asked_by_hand(history, code, deed)) {
                    REQUIRE(whole["x"][entry] + whole["y"][entry] + whole["extra"][entry] >= 1);
                    REQUIRE((whole[code][entry] == 0 || whole["extra"][entry] == 0));
                }
            }
        }
    });
}

}  // namespace onduty::oracle
