// SPDX-License-Identifier: MIT
// Which slots does a site in Shanghai see, with times one can check on a clock?
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "slots/oracle.hpp"
#include "slots/slots.hpp"
#include "time/test_zones.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

// What the clock in Shanghai shows, as an instant.
Instant clock(int year, unsigned month, unsigned day, int hour, int minute = 0) {
    return utc(year, month, day, hour, minute) - hours{8};
}

Instant november(unsigned day, int hour, int minute = 0) {
    return clock(2026, 11, day, hour, minute);
}

DateRange only(Date date) {
    return {date, date + days{1}};
}

Rule night_patrol() {
    Rule rule;
    rule.first = hours{21};
    rule.last = hours{32};
    return rule;
}

std::vector<Slot> slots_of(const Rule& rule, const Calendar& calendar, DateRange dates) {
    return scheduled_slots(rule, calendar, kShanghai, dates);
}

std::vector<Slot> timer_of(const Rule& rule, Instant stop, const std::vector<Instant>& services, Instant now) {
    return timer_slots(rule, kShanghai, Calendar{}, november(23, 10), stop, services, now);
}

Rule refill() {
    Rule rule;
    rule.kind = RuleKind::timer;
    rule.first = Minutes{5};
    rule.interval = Minutes{10};
    rule.late = Minutes{2};
    return rule;
}

}  // namespace

TEST_CASE("hourly night patrol from 21:00 to 08:00") {
    const Rule rule = night_patrol();
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday));
    REQUIRE(slots.size() == 12);
    for (const Slot& slot : slots) {
        CHECK(slot.rule == &rule);
        CHECK(to_text(slot.date) == "2026-11-23");
        CHECK(slot.applies);
    }
    CHECK((slots[0].early_from == november(23, 20, 30)));
    CHECK((slots[0].opens == november(23, 20, 50)));
    CHECK((slots[0].due == november(23, 21)));
    CHECK((slots[0].on_time_until == november(23, 21, 10)));
    CHECK((slots[0].expires == november(23, 21, 50)));
    CHECK((slots[3].due == november(24, 0)));
    CHECK((slots[11].due == november(24, 8)));
    CHECK((slots[11].expires == november(24, 9)));
}

TEST_CASE("a night with a clock change has one round more or fewer") {
    const LondonZone zone;
    const Rule rule = night_patrol();
    const Calendar calendar;
    const auto rounds = [&](Date date) { return scheduled_slots(rule, calendar, zone, only(date)); };
    CHECK(rounds(date_of(2026, 10, 23)).size() == 12);
    const std::vector<Slot> long_night = rounds(date_of(2026, 10, 24));
    REQUIRE(long_night.size() == 13);
    CHECK((long_night[4].due == utc(2026, 10, 25, 0)));
    CHECK((long_night[5].due == utc(2026, 10, 25, 1)));
    CHECK((long_night[12].due == utc(2026, 10, 25, 8)));
    const std::vector<Slot> short_night = rounds(date_of(2026, 3, 28));
    REQUIRE(short_night.size() == 11);
    CHECK((short_night[3].due == utc(2026, 3, 29, 0)));
    CHECK((short_night[4].due == utc(2026, 3, 29, 1)));
    CHECK((short_night[10].due == utc(2026, 3, 29, 7)));
}

TEST_CASE("half of an odd interval is not rounded") {
    Rule rule = night_patrol();
    rule.interval = Minutes{45};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday));
    REQUIRE_FALSE(slots.empty());
    CHECK(words(slots[0].early_from) == words(november(23, 20, 37) + seconds{30}));
}

TEST_CASE("slots come in order of due time even when the days overlap") {
    Rule rule;
    rule.interval = hours{2};
    rule.first = hours{6};
    rule.last = hours{32};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, {kMonday, kMonday + days{2}});
    REQUIRE(slots.size() == 28);
    for (std::size_t index = 1; index < slots.size(); ++index) {
        CAPTURE(index);
        CHECK((slots[index - 1].due <= slots[index].due));
    }
}

TEST_CASE("readings at fixed times") {
    Rule rule;
    rule.kind = RuleKind::at;
    rule.times = {hours{9}, hours{15}};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday));
    REQUIRE(slots.size() == 2);
    CHECK((slots[0].opens == november(23, 8, 50)));
    CHECK((slots[0].due == november(23, 9)));
    CHECK((slots[0].on_time_until == november(23, 9, 10)));
    CHECK((slots[0].expires == november(23, 14, 50)));
    CHECK((slots[1].due == november(23, 15)));
    CHECK((slots[1].expires == november(24, 6)));
}

TEST_CASE("fixed times are put in order") {
    Rule rule;
    rule.kind = RuleKind::at;
    rule.times = {hours{15}, hours{9}};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday));
    REQUIRE(slots.size() == 2);
    CHECK(words(slots[0].due) == words(november(23, 9)));
    CHECK(words(slots[0].expires) == words(november(23, 14, 50)));
    CHECK(words(slots[1].due) == words(november(23, 15)));
    CHECK(words(slots[1].expires) == words(november(24, 6)));
}

TEST_CASE("the slot of a night ends where that of the next night opens") {
    Rule rule;
    rule.kind = RuleKind::at;
    rule.times = {hours{2}, hours{5}};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, {kMonday, kMonday + days{2}});
    REQUIRE(slots.size() == 4);
    CHECK(words(slots[0].due) == words(november(23, 2)));
    CHECK((slots[0].date == kMonday));
    CHECK(words(slots[1].expires) == words(november(24, 1, 50)));
    CHECK(words(slots[2].due) == words(november(24, 2)));
}

TEST_CASE("a closing check after the day start still has its time") {
    Rule rule;
    rule.kind = RuleKind::at;
    rule.times = {hours{30}};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday));
    REQUIRE(slots.size() == 1);
    CHECK((slots[0].due == november(24, 6)));
    CHECK((slots[0].on_time_until == november(24, 6, 10)));
    CHECK((slots[0].expires == november(24, 6, 11)));
}

TEST_CASE("a fixed time never expires while one is still on time") {
    Rule rule;
    rule.kind = RuleKind::at;
    rule.times = {hours{9}, hours{9} + Minutes{30}};
    rule.early = Minutes{40};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday));
    REQUIRE(slots.size() == 2);
    CHECK(words(slots[0].on_time_until) == words(november(23, 9, 10)));
    CHECK(words(slots[0].expires) == words(november(23, 9, 11)));
}

TEST_CASE("half-monthly cleaning is due on day 15 and on the last day") {
    Rule rule;
    rule.kind = RuleKind::period;
    rule.unit = PeriodUnit::half_month;
    const auto due_dates = [&](int year, unsigned month) {
        std::string dates;
        const Date first = date_of(year, month, 1);
        for (const Slot& slot : slots_of(rule, Calendar{}, {first, month_end(first)})) {
            dates += to_text(slot.date) + " ";
        }
        return dates;
    };
    CHECK(due_dates(2026, 11) == "2026-11-15 2026-11-30 ");
    CHECK(due_dates(2026, 12) == "2026-12-15 2026-12-31 ");
    CHECK(due_dates(2027, 2) == "2027-02-15 2027-02-28 ");
    CHECK(due_dates(2028, 2) == "2028-02-15 2028-02-29 ");
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(date_of(2026, 11, 30)));
    REQUIRE(slots.size() == 1);
    CHECK((slots[0].opens == november(16, 6)));
    CHECK((slots[0].due == clock(2026, 12, 1, 6)));
    CHECK((slots[0].expires == clock(2026, 12, 1, 6)));
}

TEST_CASE("a weekly meeting due on Wednesday is late until the week ends") {
    Rule rule;
    rule.kind = RuleKind::period;
    rule.unit = PeriodUnit::week;
    rule.due_day = std::chrono::Wednesday;
    Calendar calendar;
    const DateRange week{kMonday, kMonday + days{7}};
    std::vector<Slot> slots = slots_of(rule, calendar, week);
    REQUIRE(slots.size() == 1);
    CHECK(to_text(slots[0].date) == "2026-11-25");
    CHECK((slots[0].opens == november(23, 6)));
    CHECK((slots[0].due == november(26, 6)));
    CHECK((slots[0].on_time_until == november(26, 6) - milliseconds{1}));
    CHECK((slots[0].expires == november(30, 6)));

    rule.closed_days = ClosedDays::skip;
    calendar.closed_dates = {date_of(2026, 11, 25)};
    CHECK(to_text(slots_of(rule, calendar, week).at(0).date) == "2026-11-24");
    calendar.closed_weekdays = {1, 2};
    CHECK(to_text(slots_of(rule, calendar, week).at(0).date) == "2026-11-26");
    calendar.closed_weekdays = {1, 2, 3, 4, 5, 6, 7};
    CHECK_FALSE(slots_of(rule, calendar, week).at(0).applies);
}

TEST_CASE("a closed Monday") {
    Calendar calendar;
    calendar.closed_weekdays = {1};
    Rule rule = night_patrol();
    CHECK(slots_of(rule, calendar, only(kMonday)).at(0).applies);
    rule.closed_days = ClosedDays::skip;
    const std::vector<Slot> slots = slots_of(rule, calendar, only(kMonday));
    REQUIRE(slots.size() == 12);
    for (const Slot& slot : slots) {
        CHECK_FALSE(slot.applies);
    }
    CHECK(slots_of(rule, calendar, only(kMonday + days{1})).at(0).applies);
}

TEST_CASE("weekdays and seasons") {
    Rule rule = night_patrol();
    rule.weekdays = {2, 3};
    CHECK(slots_of(rule, Calendar{}, only(kMonday)).empty());
    CHECK(slots_of(rule, Calendar{}, only(kMonday + days{1})).size() == 12);
    rule.months = {5, 6, 7, 8, 9};
    const std::vector<Slot> slots = slots_of(rule, Calendar{}, only(kMonday + days{1}));
    REQUIRE(slots.size() == 12);
    CHECK_FALSE(slots[0].applies);
}

TEST_CASE("a filter is due so many days after it was last changed") {
    Rule rule;
    rule.kind = RuleKind::after;
    rule.days = 30;
    const Calendar calendar;
    const Slot first = slot_after(rule, calendar, kShanghai, kMonday, {});
    CHECK((first.opens == november(23, 6)));
    CHECK((first.due == november(24, 6)));
    CHECK((first.expires == kNever));
    // 03:00 on the 2nd is still the business date 1 December.
    const Instant done = clock(2026, 12, 2, 3);
    const Slot second = slot_after(rule, calendar, kShanghai, kMonday, {november(23, 12), done});
    CHECK(to_text(second.date) == "2026-12-31");
    CHECK((second.opens == clock(2026, 12, 16, 6)));
    CHECK((second.due == clock(2027, 1, 1, 6)));
    rule.days = 1;
    CHECK((slot_after(rule, calendar, kShanghai, kMonday, {done}).opens == clock(2026, 12, 2, 6)));
}

TEST_CASE("a complaint's deadline counts opening hours only") {
    Rule rule;
    rule.kind = RuleKind::deadline;
    rule.limit = hours{4};
    rule.clock = DeadlineClock::opening;
    Calendar calendar;
    calendar.closed_weekdays = {1};
    const Instant sunday = november(22, 19);
    const auto deadline = [&](const std::vector<Period>& paused) {
        return words(deadline_of(rule, calendar, kShanghai, sunday, paused));
    };
    // Sunday 19:00-20:30, Monday closed, Tuesday 09:00-11:30.
    CHECK(deadline({}) == words(november(24, 11, 30)));
    CHECK(deadline({{november(24, 10), november(24, 10, 30)}}) == words(november(24, 12)));
    CHECK(deadline({{november(23, 10), november(23, 18)}}) == words(november(24, 11, 30)));
    CHECK(deadline({{november(22, 20), november(24, 9, 30)}}) == words(november(24, 12, 30)));
    rule.limit = Minutes{90};
    CHECK(deadline({}) == words(november(22, 20, 30)));
    rule.clock = DeadlineClock::always;
    rule.limit = hours{4};
    CHECK(deadline({}) == words(november(22, 23)));
    const Slot slot = deadline_slot(rule, calendar, kShanghai, sunday, {});
    CHECK((slot.opens == sunday));
    CHECK((slot.due == november(22, 23)));
    CHECK((slot.expires == kNever));
}

TEST_CASE("a refill timer runs on without service") {
    const Rule rule = refill();
    const std::vector<Slot> slots = timer_of(rule, kNever, {}, november(23, 10, 20));
    REQUIRE(slots.size() == 2);
    CHECK((slots[0].opens == november(23, 10)));
    CHECK((slots[0].due == november(23, 10, 5)));
    CHECK((slots[0].on_time_until == november(23, 10, 7)));
    CHECK((slots[0].expires == november(23, 10, 15)));
    CHECK((slots[1].opens == november(23, 10, 15)));
    CHECK((slots[1].due == november(23, 10, 15)));
    CHECK((slots[1].expires == november(23, 10, 25)));
}

TEST_CASE("a service restarts the refill timer") {
    const Rule rule = refill();
    const std::vector<Slot> slots = timer_of(rule, kNever, {november(23, 10, 4)}, november(23, 10, 6));
    REQUIRE(slots.size() == 2);
    CHECK((slots[0].due == november(23, 10, 5)));
    CHECK((slots[1].opens == november(23, 10, 4) + milliseconds{1}));
    CHECK((slots[1].due == november(23, 10, 14)));
}

TEST_CASE("a service ends its slot") {
    const Rule rule = refill();
    const std::vector<Slot> slots = timer_of(rule, kNever, {november(23, 10, 4)}, november(23, 10, 6));
    REQUIRE(slots.size() == 2);
    CHECK(words(slots[0].expires) == words(november(23, 10, 4) + milliseconds{1}));
}

TEST_CASE("guests who leave stop the refill timer") {
    const Rule rule = refill();
    const Instant now = november(23, 12);
    CHECK(timer_of(rule, november(23, 10, 7), {}, now).empty());
    const std::vector<Slot> slots = timer_of(rule, november(23, 10, 8), {}, now);
    REQUIRE(slots.size() == 1);
    CHECK((slots[0].expires == november(23, 10, 8)));
}

}  // namespace onduty::oracle
