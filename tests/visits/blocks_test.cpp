// SPDX-License-Identifier: MIT
// What do groups, calls and drinks add up to?
#include "visits/blocks.hpp"

#include <doctest/doctest.h>

#include "support.hpp"
#include "time/test_zones.hpp"
#include "visits/kinds.hpp"

using namespace onduty;
using std::chrono::minutes;
using test::rows;

namespace {

const Date kVisitDate{std::chrono::year{2026} / 11 / 23};
const DateRange kVisitDates{kVisitDate, kVisitDate + std::chrono::days{1}};
const Instant kVisitsBegin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

Entry visit_step(EntryNumber number, const char* kind, EntryNumber about, int minute, const char* subject = "") {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.about = about;
    entry.subject = subject;
    entry.business_date = kVisitDate;
    entry.recorded_at = kVisitsBegin + minutes{minute};
    return entry;
}

VisitDetails party_of(std::int64_t people) {
    VisitDetails details;
    details.party = people;
    return details;
}

// Two groups, a vehicle, a contractor, two calls, somebody turned away; one group hosted after 5 minutes.
VisitFacts busy_morning() {
    VisitReading reading;
    reading.add(visit_step(1, kind::kVisit, 0, 0, visit_type::kFirst), party_of(3), {});
    reading.add(visit_step(2, kind::kHost, 1, 5, "A01"), {}, {});
    reading.add(visit_step(3, kind::kOrder, 1, 6), {}, {{"tea", 2}});
    reading.add(visit_step(4, kind::kDelivery, 1, 10), {}, {{"tea", 2}});
    reading.add(visit_step(5, kind::kVisit, 0, 65, visit_type::kReturning), party_of(2), {});
    reading.add(visit_step(6, kind::kVisit, 0, 66, visit_type::kVehicle), {}, {});
    reading.add(visit_step(7, kind::kVisit, 0, 67, visit_type::kContractor), party_of(2), {});
    VisitDetails first_call;
    first_call.first = true;
    reading.add(visit_step(8, kind::kCall, 0, 70), first_call, {});
    reading.add(visit_step(9, kind::kCall, 0, 71), {}, {});
    reading.add(visit_step(10, kind::kRefusal, 0, 72, outcome::kTurnedAway), {}, {});
    return reading.finish();
}

}  // namespace

TEST_CASE("reception: groups and people, calls, and how long it took until somebody of sales came") {
    CHECK(rows(reception_block(busy_morning(), kVisitDates)) == "2026-11-23,2,5,1,2,1,1,1,1,0,5,5\n");
    CHECK(rows(reception_block(busy_morning(), {kVisitDates.until, kVisitDates.until + std::chrono::days{1}})).empty());
}

TEST_CASE("hours: the same by the clock") {
    CHECK(rows(hours_block(busy_morning(), kVisitDates, oracle::UtcZone{})) ==
          "09:00,1,3,1,0,0,0,0,0,0\n10:00,1,2,0,2,1,1,1,1,0\n");
    // What is counted by the day is counted by the hour.
    const auto names = [](const Table& table) {
        std::vector<std::string> counts;
        for (const Column& column : table.columns) {
            if (column.kind == ColumnKind::integer && std::string{column.name}.find("host_") != 0) {
                counts.emplace_back(column.name);
            }
        }
        return counts;
    };
    CHECK(names(hours_block(busy_morning(), kVisitDates, oracle::UtcZone{})) ==
          names(reception_block(busy_morning(), kVisitDates)));
}

TEST_CASE("the bar: drinks and waits, and no refills without a rule") {
    const PlanHistory history{{Plan{}, Instant{}}};
    CHECK(rows(bar_block(busy_morning().visits, kVisitDates, history, oracle::UtcZone{}, kVisitsBegin + minutes{100}))
              .find("2026-11-23,") == 0);
    CHECK(rows(drinks_block(busy_morning().visits, kVisitDates, test::as_coded)) == "tea,tea,2,2\n");
}

TEST_CASE("who ordered and got nothing was not served, but was to be served again") {
    VisitReading reading;
    reading.add(visit_step(1, kind::kVisit, 0, 0, visit_type::kFirst), party_of(3), {});
    reading.add(visit_step(2, kind::kOrder, 1, 5), {}, {{"tea", 2}});
    reading.add(visit_step(3, kind::kVisit, 0, 10, visit_type::kFirst), party_of(2), {});
    reading.add(visit_step(4, kind::kRefill, 3, 20), {}, {});
    Plan plan;
    const auto bar = [&](std::vector<Visit> visits) {
        const Instant now = kVisitsBegin + minutes{40};
        return rows(bar_block(visits, kVisitDates, {{plan, Instant{}}}, oracle::UtcZone{}, now));
    };
    std::vector<Visit> visits = reading.finish().visits;
    CHECK(bar({visits[0]}).empty());
    CHECK(bar(visits) == "2026-11-23,1,0,,,0,0,,20\n");
    Rule refill;
    refill.kind = RuleKind::timer;
    refill.target = {"event", event::kRefill};
    refill.first = Minutes{5};
    refill.interval = Minutes{10};
    plan.rules = {refill};
    visits[0].seated.push_back(kVisitsBegin + minutes{5});
    CHECK(bar({visits[0]}) == "2026-11-23,0,0,,,3,0,0.0,35\n");
    // Nobody even asked what they would drink.
    visits[0].drinks.clear();
    CHECK(bar({visits[0]}) == "2026-11-23,0,0,,,3,0,0.0,35\n");
}

TEST_CASE("drinks count on the day on which they were poured, however long the group stays") {
    VisitReading reading;
    const auto step = [&](EntryNumber number, const char* kind, int minute, std::int64_t teas, bool next_day) {
        Entry entry = visit_step(number, kind, 1, minute + (next_day ? 24 * 60 : 0));
        entry.business_date += std::chrono::days{next_day ? 1 : 0};
        reading.add(entry, {}, {{"tea", teas}});
    };
    reading.add(visit_step(1, kind::kVisit, 0, 0, visit_type::kFirst), party_of(3), {});
    step(2, kind::kOrder, 5, 2, false);
    step(3, kind::kDelivery, 10, 2, false);
    step(4, kind::kOrder, 5, 3, true);
    step(5, kind::kDelivery, 25, 1, true);
    const std::vector<Visit> visits = reading.finish().visits;
    const DateRange next{kVisitDates.until, kVisitDates.until + std::chrono::days{1}};
    CHECK(rows(drinks_block(visits, kVisitDates, test::as_coded)) == "tea,tea,2,2\n");
    CHECK(rows(drinks_block(visits, next, test::as_coded)) == "tea,tea,3,1\n");
    Plan plan;
    plan.calendar.closes = Minutes{10 * 60};
    const Instant now = kVisitsBegin + minutes{25 * 60};
    const auto bar = [&](DateRange dates) {
        return rows(bar_block(visits, dates, {{plan, Instant{}}}, oracle::UtcZone{}, now));
    };
    CHECK(bar(kVisitDates) == "2026-11-23,1,2,5,5,0,0,,50\n");
    CHECK(bar(next) == "2026-11-24,1,1,,,0,0,,35\n");
}
