// SPDX-License-Identifier: MIT
// What is still out, and when is it due back? Compared with counting from the beginning and waiting minute by minute.
#include "loans/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "slots/oracle.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

// Waits until a clock on the wall shows the closing time of an open day.
Instant expected_closing(const Calendar& calendar, const Zone& zone, Instant lent) {
    Instant at = std::chrono::floor<minutes>(lent);
    for (;;) {
        at += minutes{1};
        const Date today = std::chrono::floor<days>(expected_local(zone, at));
        for (const Date date : {today - days{1}, today}) {
            const bool closing = expected_instant(zone, LocalTime{date} + calendar.closes) == at;
            if (at > lent && closing && !expected_closed(calendar, date)) {
                return at;
            }
        }
    }
}

Lendable umbrella() {
    Lendable thing;
    thing.code = "umbrella";
    return thing;
}

}  // namespace

TEST_CASE("without a time of its own a thing is due back when the clock next shows closing time") {
    Dice dice{4};
    for (int round = 0; round < test::turns(20); ++round) {
        const TestZone& zone = *all_zones()[static_cast<std::size_t>(round) % all_zones().size()];
        Calendar calendar;
        calendar.closes = dice.one_in(4) ? Minutes{24 * 60} : dice.minutes(10 * 60, 24 * 60 - 1);
        for (unsigned weekday = 1; weekday <= 7; ++weekday) {
            if (dice.one_in(4) && calendar.closed_weekdays.size() < 6) {
                calendar.closed_weekdays.insert(weekday);
            }
        }
        const Date day{days{dice.between(20000, 21000)}};
        calendar.closed_dates = {day, day + days{1}};
        Instant lent = expected_instant(zone, LocalTime{day} + calendar.closes) + dice.minutes(-900, 900);
        lent = dice.one_in(4) ? expected_instant(zone, LocalTime{day + days{2}} + calendar.closes) : lent;
        CAPTURE(words(calendar));
        CAPTURE(words(lent));
        REQUIRE(due_back(umbrella(), calendar, zone, lent) == expected_closing(calendar, zone, lent));
    }
}

TEST_CASE("lent before closing it is due the same day, at closing or later the next open one") {
    const ShanghaiZone zone;
    Calendar calendar;
    calendar.closed_weekdays = {2};  // 2026-11-24 is a Tuesday
    const auto local = [](int day, int hour, int minute) {
        return utc(2026, 11, static_cast<unsigned>(day), hour, minute) - hours{8};
    };
    CHECK(due_back(umbrella(), calendar, zone, local(23, 9, 0)) == local(23, 20, 30));
    CHECK(due_back(umbrella(), calendar, zone, local(23, 20, 29)) == local(23, 20, 30));
    CHECK(due_back(umbrella(), calendar, zone, local(23, 20, 30)) == local(25, 20, 30));
    CHECK(due_back(umbrella(), calendar, zone, local(24, 2, 0)) == local(25, 20, 30));
    Lendable keys = umbrella();
    keys.within = hours{12};
    CHECK(due_back(keys, calendar, zone, local(23, 20, 30)) == local(24, 8, 30));
    calendar.closed_weekdays = {1, 2, 3, 4, 5, 6, 7};
    CHECK(due_back(umbrella(), calendar, zone, local(23, 21, 0)) == local(24, 20, 30));
}

TEST_CASE("a loan is told as it was recorded") {
    Entry entry;
    entry.number = 45;
    entry.subject = "umbrella";
    entry.about = 12;
    entry.recorded_at = utc(2026, 11, 23, 4);
    entry.slot_at = utc(2026, 11, 23, 12, 30);
    Loan told = loan_of(entry, {{"7", 1}});
    CHECK(told.thing == "umbrella");
    CHECK(told.piece == 7);
    CHECK(told.visit == 12);
    CHECK(told.since == entry.recorded_at);
    CHECK_FALSE(told.is_overdue(*entry.slot_at));
    CHECK(told.is_overdue(*entry.slot_at + std::chrono::milliseconds{1}));
    told = loan_of(entry, {{"umbrella", 3, std::nullopt, "A01"}});
    CHECK(told.piece == 0);
    CHECK(told.pieces == 3);
    CHECK(told.person == "A01");
    CHECK(loan_line(told).item == "umbrella");
    CHECK(loan_line(told).note == "A01");
}

}  // namespace onduty::oracle
