// SPDX-License-Identifier: MIT
// Do the slots of random plans agree with the oracle, over clock changes and month ends?
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "slots/oracle.hpp"
#include "slots/slots.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::uint64_t kSeed = 20261123;

const TestZone& any_zone(Dice& dice) {
    const auto count = static_cast<std::int64_t>(all_zones().size());
    return *all_zones()[static_cast<std::size_t>(dice.between(0, count - 1))];
}

// Often close to where calculations go wrong: clock changes, ends of months and of years.
Date any_date(Dice& dice, const TestZone& zone) {
    const Date base = date_of(2024, 1, 10);
    if (dice.one_in(3) && !zone.changes().empty()) {
        const auto count = static_cast<std::int64_t>(zone.changes().size());
        const auto index = static_cast<std::size_t>(dice.between(0, count - 1));
        const auto day = std::chrono::floor<days>(zone.changes()[index].at);
        return Date{day.time_since_epoch()} + days{dice.between(-4, 2)};
    }
    if (dice.one_in(3)) {
        const int year = static_cast<int>(dice.between(2024, 2028));
        const unsigned month = static_cast<unsigned>(dice.between(1, 12));
        return date_of(year, month, 1) + days{dice.between(-5, 2)};
    }
    return base + days{dice.between(0, 1750)};
}

Instant any_instant(Dice& dice, const TestZone& zone) {
    const Instant midnight{any_date(dice, zone).time_since_epoch()};
    switch (dice.between(0, 3)) {
        case 0:
            return midnight + hours{dice.between(0, 47)};
        case 1:
            return midnight + milliseconds{dice.between(0, 2 * 86400 * 1000)};
        default:
            return midnight + dice.minutes(0, 2 * 1440);
    }
}

std::set<unsigned> any_of(Dice& dice, unsigned highest) {
    std::set<unsigned> chosen;
    for (unsigned number = 1; number <= highest; ++number) {
        if (dice.one_in(2)) {
            chosen.insert(number);
        }
    }
    return chosen;
}

Calendar any_calendar(Dice& dice, Date around) {
    Calendar calendar;
    if (dice.one_in(2)) {
        calendar.day_start = dice.one_in(3) ? dice.minutes(0, 240) : hours{dice.between(0, 9)};
    }
    for (std::int64_t count = dice.between(0, 6); count > 0; --count) {
        calendar.closed_dates.insert(around + days{dice.between(-20, 40)});
    }
    if (dice.one_in(3)) {
        calendar.closed_weekdays = {1};
    } else if (dice.one_in(4)) {
        calendar.closed_weekdays = any_of(dice, 7);
    }
    if (dice.one_in(12)) {
        for (int day = -40; day < 60; ++day) {
            calendar.closed_dates.insert(around + days{day});
        }
    }
    if (dice.one_in(3)) {
        calendar.opens = dice.minutes(5 * 60, 14 * 60);
        // Not while a clock may be shown twice: whether that counts once or twice is nobody's rule.
        const bool over_midnight = dice.one_in(3);
        calendar.closes = over_midnight ? dice.minutes(27 * 60, 29 * 60) : dice.minutes(15 * 60, 23 * 60);
    }
    return calendar;
}

void add_limits(Dice& dice, Rule& rule) {
    rule.closed_days = dice.one_in(2) ? ClosedDays::keep : ClosedDays::skip;
    if (dice.one_in(3)) {
        rule.months = any_of(dice, 12);
    }
    if (dice.one_in(3)) {
        rule.weekdays = any_of(dice, 7);
    }
}

// Tolerances as a plan would have them: the windows of two slots do not overlap.
Rule any_every_rule(Dice& dice) {
    Rule rule;
    rule.kind = RuleKind::every;
    const int intervals[] = {15, 20, 30, 45, 60, 60, 90, 120, 7, 61};
    rule.interval = Minutes{intervals[dice.between(0, 9)]};
    rule.first = dice.one_in(3) ? hours{21} : Minutes{5 * dice.between(0, 12 * 26)};
    rule.last = rule.first + Minutes{5 * dice.between(-2, 12 * 13)};
    const int longest = static_cast<int>(rule.interval.count()) - 1;
    rule.early = dice.minutes(0, dice.one_in(4) ? longest : std::min(15, longest / 2));
    rule.late = dice.minutes(0, std::min(15, longest - static_cast<int>(rule.early.count())));
    add_limits(dice, rule);
    return rule;
}

Rule any_at_rule(Dice& dice) {
    Rule rule;
    rule.kind = RuleKind::at;
    for (std::int64_t count = dice.between(1, 4); count > 0; --count) {
        const Minutes time = Minutes{5 * dice.between(0, 12 * 34)};
        if (std::find(rule.times.begin(), rule.times.end(), time) == rule.times.end()) {
            rule.times.push_back(time);
        }
    }
    std::sort(rule.times.begin(), rule.times.end());
    rule.early = dice.minutes(0, 80);
    rule.late = dice.minutes(0, 40);
    add_limits(dice, rule);
    return rule;
}

Rule any_period_rule(Dice& dice) {
    Rule rule;
    rule.kind = RuleKind::period;
    rule.unit = static_cast<PeriodUnit>(dice.between(0, 3));
    if (dice.one_in(2)) {
        rule.due_day = std::chrono::weekday{static_cast<unsigned>(dice.between(0, 6))};
    }
    add_limits(dice, rule);
    return rule;
}

Rule any_scheduled_rule(Dice& dice) {
    switch (dice.between(0, 2)) {
        case 0:
            return any_every_rule(dice);
        case 1:
            return any_at_rule(dice);
        default:
            return any_period_rule(dice);
    }
}

DateRange any_range(Dice& dice, const Rule& rule, Date from) {
    const int longest = rule.kind == RuleKind::period ? 75 : 5;
    return {from, from + days{dice.between(0, longest)}};
}

std::vector<Period> any_pauses(Dice& dice, Instant start, milliseconds unit) {
    std::vector<Period> pauses;
    for (std::int64_t count = dice.between(0, 4); count > 0; --count) {
        const Instant from = start + dice.between(-20, 100) * unit * 20;
        pauses.push_back({from, from + dice.between(0, 50) * unit * 20});
    }
    return pauses;
}

}  // namespace

TEST_CASE("property: local times, business dates and units of time") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{4000}); ++seed) {
        Dice dice{seed};
        CAPTURE(seed);
        const TestZone& zone = any_zone(dice);
        CAPTURE(zone.name());
        const Instant at = any_instant(dice, zone);
        const LocalTime local = LocalTime{any_date(dice, zone)} +
                                seconds{dice.one_in(3) ? dice.between(0, 86399) : 300 * dice.between(0, 287)};
        const LocalMeaning meaning = meaning_of(zone, local);
        const LocalMeaning expected = expected_meaning(zone, local);
        CAPTURE(words(Instant{local.time_since_epoch()}));
        REQUIRE(int(meaning.kind) == int(expected.kind));
        REQUIRE(words(meaning.first) == words(expected.first));
        REQUIRE(words(meaning.second) == words(expected.second));
        REQUIRE(words(to_instant(zone, local)) == words(expected.first));
        REQUIRE((to_local(zone, at) == expected_local(zone, at)));

        const Date date = any_date(dice, zone);
        const Calendar calendar = any_calendar(dice, date);
        CAPTURE(words(at));
        CAPTURE(words(calendar));
        REQUIRE(to_text(business_date(zone, calendar, at)) == to_text(expected_business_date(zone, calendar, at)));
        REQUIRE(calendar.is_closed(date) == expected_closed(calendar, date));

        CAPTURE(to_text(date));
        REQUIRE(week_text(date) == expected_week_text(date));
        const DateRange week = unit_around(PeriodUnit::week, date);
        const DateRange half_month = unit_around(PeriodUnit::half_month, date);
        const DateRange month = unit_around(PeriodUnit::month, date);
        REQUIRE(to_text(week_start(date)) == to_text(week.from));
        REQUIRE(to_text(week_end(date)) == to_text(week.until));
        REQUIRE(to_text(half_month_start(date)) == to_text(half_month.from));
        REQUIRE(to_text(half_month_end(date)) == to_text(half_month.until));
        REQUIRE(to_text(month_start(date)) == to_text(month.from));
        REQUIRE(to_text(month_end(date)) == to_text(month.until));
        Date read{};
        REQUIRE(parse_date(to_text(date), read));
        REQUIRE((read == date));
    }
}

TEST_CASE("property: slots of every, at and period") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{1200}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        const Date from = any_date(dice, zone);
        const Rule rule = any_scheduled_rule(dice);
        const DateRange dates = any_range(dice, rule, from);
        const Calendar calendar = any_calendar(dice, from);
        const std::string found =
            difference(expected_slots(rule, calendar, zone, dates), scheduled_slots(rule, calendar, zone, dates));
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ", ", zone.name(), ", dates ", to_text(dates.from), " until ",
                        to_text(dates.until), "\n  ", words(rule), "\n  ", words(calendar), found);
    }
}

TEST_CASE("property: at one moment there is one slot, however many times of the clock come with it") {
    // A site that moves to the east, and back, in the evening, around noon and after midnight.
    const auto moved = [](int hour) {
        return TestZone{"moved", hours{1}, {{utc(2026, 5, 5, hour), hours{9}}, {utc(2026, 5, 8, hour), hours{1}}}};
    };
    const TestZone moves[]{moved(19), moved(11), moved(2)};
    int skipped = 0;
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{300}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = dice.one_in(2) ? moves[dice.between(0, 2)] : any_zone(dice);
        const Date from = any_date(dice, zone);
        Rule rule = any_at_rule(dice);
        rule.times.clear();
        for (Minutes time = dice.minutes(0, 180); time < hours{24}; time += Minutes{30 * dice.between(1, 8)}) {
            rule.times.push_back(time);
        }
        const Calendar calendar = any_calendar(dice, from);
        const DateRange dates{from, from + days{5}};
        const std::vector<Slot> slots = scheduled_slots(rule, calendar, zone, dates);
        const std::string context = "seed " + std::to_string(seed) + ", " + zone.name() + ", " + to_text(from);
        CAPTURE(context);
        const std::string found = difference(expected_slots(rule, calendar, zone, dates), slots);
        REQUIRE_MESSAGE(found.empty(), words(rule), found);
        std::set<Instant> asked;  // moments at which a time of a date is that may be done
        for (Date date = dates.from; date < dates.until; date += days{1}) {
            const bool holds =
                rule.weekdays.empty() || rule.weekdays.contains(std::chrono::weekday{date}.iso_encoding());
            const auto month = unsigned{std::chrono::year_month_day{date}.month()};
            const bool is_usable = rule.closed_days == ClosedDays::keep || !expected_closed(calendar, date);
            for (const Minutes time : rule.times) {
                if (holds && is_usable && (rule.months.empty() || rule.months.contains(month))) {
                    skipped += asked.insert(expected_instant(zone, LocalTime{date} + time)).second ? 0 : 1;
                }
            }
        }
        std::vector<Instant> due;
        for (const Slot& slot : slots) {
            if (slot.applies) {
                due.push_back(slot.due);
            }
        }
        REQUIRE(std::is_sorted(due.begin(), due.end()));
        REQUIRE((std::adjacent_find(due.begin(), due.end()) == due.end()));
        // The last date leaves to the next one what comes with that.
        const Instant last = asked.empty() ? Instant{} : *asked.rbegin();
        std::erase_if(due, [&](Instant at) { return at >= last; });
        std::erase_if(asked, [&](Instant at) { return at >= last; });
        REQUIRE((std::vector<Instant>(asked.begin(), asked.end()) == due));
    }
    CHECK(skipped > test::turns(20));
}

TEST_CASE("property: a range of dates is the sum of its parts") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{500}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        const Date from = any_date(dice, zone);
        const Rule rule = any_scheduled_rule(dice);
        const DateRange dates = any_range(dice, rule, from);
        const Calendar calendar = any_calendar(dice, from);
        std::vector<Slot> summed;
        for (Date date = dates.from; date < dates.until; date += days{1}) {
            const DateRange one_day{date, date + days{1}};
            for (const Slot& slot : scheduled_slots(rule, calendar, zone, one_day)) {
                summed.push_back(slot);
            }
        }
        std::stable_sort(summed.begin(), summed.end(),
                         [](const Slot& left, const Slot& right) { return left.due < right.due; });
        const std::string found = difference(summed, scheduled_slots(rule, calendar, zone, dates));
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ", ", zone.name(), ", dates ", to_text(dates.from), " until ",
                        to_text(dates.until), "\n  ", words(rule), "\n  ", words(calendar), found);
    }
}

TEST_CASE("property: the slot after the last completion") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{1000}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        const Date start = any_date(dice, zone);
        const Calendar calendar = any_calendar(dice, start);
        Rule rule;
        rule.kind = RuleKind::after;
        rule.days = static_cast<int>(dice.between(1, 100));
        if (dice.one_in(3)) {
            rule.months = any_of(dice, 12);
        }
        std::vector<Instant> completions;
        for (std::int64_t count = dice.between(0, 3); count > 0; --count) {
            completions.push_back(any_instant(dice, zone));
        }
        std::sort(completions.begin(), completions.end());
        const std::string found = difference({expected_slot_after(rule, calendar, zone, start, completions)},
                                             {slot_after(rule, calendar, zone, start, completions)});
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ", ", zone.name(), ", start ", to_text(start), ", completions ",
                        words(completions), "\n  ", words(rule), "\n  ", words(calendar), found);
    }
}

TEST_CASE("property: deadlines, paused and counted in opening hours") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{450}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        // Few count seconds, and over a short stretch, since every second is tried.
        const bool fine = dice.one_in(15);
        Instant start = any_instant(dice, zone);
        start = fine ? Instant{std::chrono::floor<seconds>(start)} : Instant{std::chrono::floor<Minutes>(start)};
        const Date date{std::chrono::floor<days>(start).time_since_epoch()};
        const Calendar calendar = any_calendar(dice, date);
        Rule rule;
        rule.kind = RuleKind::deadline;
        rule.clock = dice.one_in(3) ? DeadlineClock::always : DeadlineClock::opening;
        rule.limit = fine ? dice.minutes(1, 60) : dice.minutes(1, dice.one_in(10) ? 5000 : 600);
        const std::vector<Period> pauses = any_pauses(dice, start, fine ? milliseconds{1000} : milliseconds{60000});
        bool opens_soon = false;
        for (int day = 1; day < 10; ++day) {
            opens_soon = opens_soon || !expected_closed(calendar, date + days{day});
        }
        if (rule.clock == DeadlineClock::opening && !opens_soon) {
            continue;
        }
        const Slot expected = expected_deadline_slot(rule, calendar, zone, start, pauses);
        const std::string context = "seed " + std::to_string(seed) + ", " + zone.name() + ", start " + words(start) +
                                    "\n  " + words(pauses) + "\n  " + words(rule) + "\n  " + words(calendar);
        CAPTURE(context);
        REQUIRE(words(deadline_of(rule, calendar, zone, start, pauses)) == words(expected.due));
        const std::string found = difference({expected}, {deadline_slot(rule, calendar, zone, start, pauses)});
        REQUIRE_MESSAGE(found.empty(), found);
    }
}

TEST_CASE("property: timers, serviced, neglected and stopped") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{3000}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        const Instant start = any_instant(dice, zone);
        const Date date{std::chrono::floor<days>(start).time_since_epoch()};
        const Calendar calendar = any_calendar(dice, date);
        Rule rule;
        rule.kind = RuleKind::timer;
        rule.first = dice.minutes(0, 30);
        rule.interval = dice.minutes(5, 60);
        rule.early = dice.minutes(0, 10);
        rule.late = dice.minutes(0, static_cast<int>(rule.interval.count()) - 1);
        // A grid of minutes makes services, stops and ends of slots meet exactly.
        const bool grid = dice.one_in(2);
        const auto later = [&dice, grid](std::int64_t low, std::int64_t high) {
            const milliseconds exact{grid ? 0 : dice.between(0, 59999)};
            return milliseconds{Minutes{dice.between(low, high)}} + exact;
        };
        std::vector<Instant> services;
        for (std::int64_t count = dice.between(0, 8); count > 0; --count) {
            const Instant service = start + later(-20, 200);
            if (std::find(services.begin(), services.end(), service) == services.end()) {
                services.push_back(service);
            }
        }
        std::sort(services.begin(), services.end());
        const Instant stop = dice.one_in(2) ? kNever : start + later(0, 240);
        const Instant now = start + later(-10, 300);
        const std::string found = difference(expected_timer_slots(rule, zone, calendar, start, stop, services, now),
                                             timer_slots(rule, zone, calendar, start, stop, services, now));
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ", ", zone.name(), ", start ", words(start), " stop ",
                        words(stop), " now ", words(now), "\n  services", words(services), "\n  ", words(rule), found);
    }
}

TEST_CASE("property: one version for ever is the plan itself") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{300}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        const Date from = any_date(dice, zone);
        const Rule rule = any_scheduled_rule(dice);
        const DateRange dates = any_range(dice, rule, from);
        const Calendar calendar = any_calendar(dice, from);
        const Instant change{from.time_since_epoch() + dice.minutes(0, 3 * 1440)};
        const std::vector<Version> versions{{Instant{}, &rule, &calendar}, {change, &rule, &calendar}};
        const std::string found =
            difference(expected_slots_in_force(versions, zone, dates), scheduled_slots(rule, calendar, zone, dates));
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ", ", zone.name(), ", change ", words(change), "\n  ",
                        words(rule), "\n  ", words(calendar), found);
    }
}

// Until there is a function for it, the engine's part is put together here from its plain slots.
TEST_CASE("property: a plan changed in mid-week") {
    for (std::uint64_t seed = kSeed; seed < kSeed + test::turns(std::uint64_t{500}); ++seed) {
        Dice dice{seed};
        const TestZone& zone = any_zone(dice);
        const Date from = any_date(dice, zone);
        const RuleKind kind = any_scheduled_rule(dice).kind;
        std::vector<Rule> rules;
        std::vector<Calendar> calendars;
        while (rules.size() < 3) {
            const Rule rule = any_scheduled_rule(dice);
            if (rule.kind == kind) {
                rules.push_back(rule);
                calendars.push_back(any_calendar(dice, from));
            }
        }
        const DateRange dates = any_range(dice, rules[0], from);
        const Instant first{from.time_since_epoch() + dice.minutes(0, 3 * 1440)};
        const Instant second = first + dice.minutes(0, 2 * 1440);
        const std::vector<Version> versions{{Instant{}, &rules[0], &calendars[0]},
                                            {first, &rules[1], &calendars[1]},
                                            {second, &rules[2], &calendars[2]}};
        const Instant ends[] = {first, second, kNever};
        std::vector<Slot> got;
        for (std::size_t index = 0; index < 3; ++index) {
            for (const Slot& slot : scheduled_slots(rules[index], calendars[index], zone, dates)) {
                if (Period{versions[index].from, ends[index]}.contains(slot.due)) {
                    got.push_back(slot);
                }
            }
        }
        const std::string found = difference(expected_slots_in_force(versions, zone, dates), got);
        REQUIRE_MESSAGE(found.empty(), "seed ", seed, ", ", zone.name(), ", changes ", words(first), " and ",
                        words(second), found);
        REQUIRE(std::is_sorted(got.begin(), got.end(),
                               [](const Slot& left, const Slot& right) { return left.due < right.due; }));
    }
}

}  // namespace onduty::oracle
