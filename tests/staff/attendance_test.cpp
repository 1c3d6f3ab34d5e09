// SPDX-License-Identifier: MIT
// Who was there, how long, and since when were they enough? Counted again minute by minute.
#include "staff/attendance.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "log/kind.hpp"
#include "rounds/kinds.hpp"
#include "staff/kinds.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;

// Monday 23 November 2026 in Shanghai; hours may pass 24.
Instant at(int hour, int minute = 0) {
    return utc(2026, 11, 22, hour + 16, minute);
}

// The front desk: two from Monday to Thursday, three from Friday to Sunday, 9:00 to 20:30.
Plan desk_plan() {
    Plan plan;
    Rota rota;
    rota.post = "desk";
    rota.people = 3;
    rota.late_after = Minutes{5};
    rota.at_once = {{1, 2}, {2, 2}, {3, 2}, {4, 2}, {5, 3}, {6, 3}, {7, 3}};
    plan.rotas.push_back(rota);
    return plan;
}

PlanHistory since(Instant first) {
    return {{desk_plan(), first}};
}

Shift shift(const char* person, Instant from, std::optional<Instant> until = {}, const char* post = "desk") {
    return {person, post, kMonday, from, until};
}

std::vector<Attendance> on_monday(const std::vector<Shift>& shifts, Instant now) {
    static const PlanHistory history = since(at(0));
    return attendance_of(history, kShanghai, {kMonday, kMonday + days{1}}, shifts, now);
}

Minutes late_on_monday(const std::vector<Shift>& shifts, Instant now) {
    return on_monday(shifts, now).at(0).minutes_late;
}

Entry entry(EntryNumber number, const char* kind, const char* person, Instant at, const char* post = "desk") {
    Entry made;
    made.number = number;
    made.kind = kind;
    made.actor = person;
    made.post = post;
    made.business_date = kMonday;
    made.recorded_at = at;
    made.traits = kind == kind::kDutyOn ? trait::kBeginsShift : kind == kind::kDutyOff ? trait::kEndsShift : 0;
    return made;
}

}  // namespace

TEST_CASE("one of two: a gap of one, and late until the end") {
    const auto rows = on_monday({shift("A", at(8, 55), at(17))}, at(22));
    REQUIRE(rows.size() == 1);
    CHECK((rows[0].date == kMonday));
    CHECK(rows[0].post == "desk");
    CHECK(rows[0].planned.value_or(0) == 2);
    CHECK(rows[0].present == 1);
    CHECK(rows[0].gap == 1);
    CHECK((rows[0].worked == Minutes{485}));
    CHECK(rows[0].minutes_late.count() == 690);
}

TEST_CASE("the second one came at 9:17: 17 minutes short, within the tolerance not late") {
    CHECK(late_on_monday({shift("A", at(8, 55)), shift("B", at(9, 17))}, at(22)).count() == 17);
    CHECK(late_on_monday({shift("A", at(8, 55)), shift("B", at(9, 5))}, at(22)).count() == 0);
    CHECK(late_on_monday({shift("A", at(8, 55)), shift("B", at(9, 6))}, at(22)).count() == 6);
    CHECK(late_on_monday({shift("A", at(8, 55)), shift("B", at(8, 59))}, at(22)).count() == 0);
}

TEST_CASE("who was gone before the next one came is not there at once") {
    CHECK(late_on_monday({shift("A", at(8), at(12)), shift("B", at(12))}, at(22)).count() == 690);
    CHECK(on_monday({shift("A", at(8), at(12)), shift("B", at(12))}, at(22)).at(0).gap == 0);
    CHECK(late_on_monday({shift("A", at(8), at(12, 1)), shift("B", at(12))}, at(22)).count() == 180);
}

TEST_CASE("before the opening nothing is planned, after it the silence counts") {
    CHECK(on_monday({}, at(8, 59)).empty());
    REQUIRE(on_monday({}, at(9)).size() == 1);
    CHECK(on_monday({}, at(9)).at(0).minutes_late.count() == 0);
    CHECK(on_monday({}, at(9, 40)).at(0).minutes_late.count() == 40);
    const auto early = on_monday({shift("A", at(8))}, at(8, 30));
    REQUIRE(early.size() == 1);
    CHECK_FALSE(early[0].planned.has_value());
    CHECK(early[0].gap == 0);
    CHECK((early[0].worked == Minutes{30}));
}

TEST_CASE("a person who comes twice is one, and both times count") {
    const auto rows = on_monday({shift("A", at(9), at(11)), shift("A", at(14), at(18))}, at(22));
    CHECK(rows.at(0).present == 1);
    CHECK((rows.at(0).worked == hours{6}));
}

TEST_CASE("who comes more than four hours early fills the post whose hours he came for, and not that of the day before") {
    Shift early = shift("A", at(4, 30), at(18));
    early.business_date = kMonday - days{1};
    const PlanHistory history = since(at(-24));
    const auto rows = attendance_of(history, kShanghai, {kMonday - days{1}, kMonday + days{1}},
                                    {early, shift("B", at(9), at(18))}, at(22));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].present == 1);
    CHECK(rows[0].gap == 3);
    CHECK((rows[0].worked == Minutes{810}));
    CHECK(rows[1].present == 1);  // with the hours of A, A is of the day before
    CHECK(rows[1].gap == 0);
    CHECK(rows[1].minutes_late.count() == 0);
    // Who stays after his night is still of the night.
    Shift night = shift("C", at(-4), at(9, 30));
    night.business_date = kMonday - days{1};
    CHECK(attendance_of(history, kShanghai, {kMonday, kMonday + days{1}}, {night}, at(22)).at(0).gap == 2);
}

TEST_CASE("other posts have their rows, without a plan") {
    const auto rows = on_monday({shift("N", at(21), at(32), "night")}, at(40));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].post == "night");
    CHECK_FALSE(rows[1].planned.has_value());
    CHECK((rows[1].worked == hours{11}));
}

TEST_CASE("closed days, days without a need and days before the first plan are not planned") {
    PlanHistory history = since(at(9, 1));
    CHECK_FALSE(opening_of(history, kShanghai, "desk", kMonday - days{1}).has_value());
    CHECK(opening_of(history, kShanghai, "desk", kMonday)->from() == at(9, 1));
    CHECK(opening_of(history, kShanghai, "desk", kMonday + days{1})->from() == at(33));
    CHECK(opening_of(history, kShanghai, "desk", kMonday + days{4})->needs.at(0).at_once == 3);
    CHECK_FALSE(opening_of(history, kShanghai, "bar", kMonday + days{1}).has_value());
    history[0].plan.calendar.closed_dates.insert(kMonday + days{1});
    history[0].plan.rotas[0].at_once.erase(3);
    CHECK_FALSE(opening_of(history, kShanghai, "desk", kMonday + days{1}).has_value());
    CHECK_FALSE(opening_of(history, kShanghai, "desk", kMonday + days{2}).has_value());
}

TEST_CASE("a new version of the plan asks for what it says from then on") {
    PlanHistory history = since(at(-24));
    history.push_back({desk_plan(), at(15)});
    history[1].plan.rotas[0].at_once[1] = 9;
    history[1].plan.rotas[0].at_once[2] = 9;
    CHECK(opening_of(history, kShanghai, "desk", kMonday - days{1})->needs.at(0).at_once == 3);
    const Opening monday = *opening_of(history, kShanghai, "desk", kMonday);
    CHECK(monday.need_at(at(14, 59))->at_once == 2);
    CHECK(monday.need_at(at(15))->at_once == 9);
    CHECK(monday.need_at(at(20, 30)) == nullptr);
    CHECK(monday.at_once(at(14)) == 2);
    CHECK(opening_of(history, kShanghai, "desk", kMonday + days{1})->needs.at(0).at_once == 9);
}

TEST_CASE("a day that is closed at noon wants nobody after that, one that is opened wants them from then on") {
    const auto closed_from = [](Plan plan) {
        plan.calendar.closed_dates.insert(kMonday);
        return plan;
    };
    const std::vector<Shift> morning{shift("A", at(8), at(12)), shift("B", at(8), at(12))};
    const PlanHistory closing{{desk_plan(), at(0)}, {closed_from(desk_plan()), at(12)}};
    const auto row = [](const PlanHistory& history, const std::vector<Shift>& shifts) {
        return attendance_of(history, kShanghai, {kMonday, kMonday + days{1}}, shifts, at(22)).at(0);
    };
    CHECK(row(closing, morning).planned == 2);
    CHECK(row(closing, morning).gap == 0);
    CHECK(row(closing, morning).minutes_short.count() == 0);
    CHECK_FALSE(shortage_at(*opening_of(closing, kShanghai, "desk", kMonday), morning, at(15)).has_value());
    const PlanHistory opening{{closed_from(desk_plan()), at(0)}, {desk_plan(), at(12)}};
    CHECK(row(opening, morning).gap == 0);  // they came for that date
    CHECK(row(opening, morning).minutes_late.count() == 510);
    CHECK(row(opening, morning).minutes_short.count() == 510);
    CHECK(shortage_at(*opening_of(opening, kShanghai, "desk", kMonday), morning, at(15))->since == at(12));
}

TEST_CASE("property: needs and shortages are those of a look at the plan in force, minute by minute") {
    std::mt19937 random{20261130};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    int changed = 0;
    for (int round = 0; round < test::turns(500); ++round) {
        PlanHistory history;
        for (int minute = pick(0, 600); minute < 1440; minute += pick(1, 500)) {
            Plan plan = desk_plan();
            Rota& rota = plan.rotas[0];
            rota.from = Minutes{pick(7, 11) * 60};
            rota.until = Minutes{pick(14, 22) * 60};
            rota.at_once[1] = pick(1, 3);
            if (pick(0, 3) == 0) {
                plan.calendar.closed_dates.insert(kMonday);
            } else if (pick(0, 5) == 0) {
                plan.rotas.clear();
            }
            history.push_back({plan, at(0) + Minutes{minute}});
        }
        const Instant now = at(0) + Minutes{pick(540, 1500)};
        std::vector<Shift> shifts;
        for (int count = pick(0, 6); count > 0; --count) {
            const Instant from = at(0) + Minutes{pick(360, 1300)};
            const Instant until = from + Minutes{pick(1, 600)};
            if (from < now) {
                const std::string name(1, static_cast<char>('A' + pick(0, 4)));
                shifts.push_back(shift(name.c_str(), from, until < now ? std::optional{until} : std::nullopt));
            }
        }
        std::int64_t all_short = 0;
        std::int64_t until_full = 0;
        std::int64_t planned = 0;
        std::int64_t since_short = -1;  // minutes up to the last one that was looked at
        std::set<std::int64_t> numbers;
        bool was_full = false;
        std::set<std::string> heads;
        for (Instant minute = at(0); minute <= now; minute += Minutes{1}) {
            const Duties* plan = nullptr;
            for (const PlanVersion& version : history) {
                plan = version.since <= minute ? &version.plan : plan;
            }
            const Rota* rota = plan == nullptr ? nullptr : plan->rota("desk");
            const bool open = rota != nullptr && plan->calendar.closed_dates.count(kMonday) == 0 &&
                              minute >= at(0) + rota->from && minute < at(0) + rota->until;
            std::set<std::string> there;
            for (const Shift& one : shifts) {
                if (minute >= one.from && (!one.until || minute < *one.until)) {
                    there.insert(one.person);
                }
            }
            heads.insert(there.begin(), there.end());
            const std::int64_t needed = open ? rota->at_once.at(1) : 0;
            numbers.insert(needed);
            planned = std::max(planned, needed);
            const bool is_short = static_cast<std::int64_t>(there.size()) < needed;
            since_short = is_short ? since_short + 1 : -1;
            if (minute < now) {
                was_full = was_full || (open && !is_short);
                all_short += is_short ? 1 : 0;
                until_full += open && !was_full ? 1 : 0;
            }
        }
        CAPTURE(round);
        const auto rows = attendance_of(history, kShanghai, {kMonday, kMonday + days{1}}, shifts, now);
        const auto opening = opening_of(history, kShanghai, "desk", kMonday);
        const auto shortage = opening ? shortage_at(*opening, shifts, now) : std::nullopt;
        if (planned == 0) {
            REQUIRE((rows.empty() || !rows[0].planned));
            REQUIRE_FALSE(shortage.has_value());
            continue;
        }
        REQUIRE(rows.size() == 1);
        REQUIRE(rows[0].planned == planned);
        REQUIRE(rows[0].gap == std::max<std::int64_t>(0, planned - static_cast<std::int64_t>(heads.size())));
        REQUIRE(rows[0].minutes_short.count() == (all_short > 5 ? all_short : 0));
        REQUIRE(rows[0].minutes_late.count() == (until_full > 5 ? until_full : 0));
        REQUIRE((shortage ? shortage->minutes.count() : 0) == (since_short > 5 ? since_short : 0));
        changed += numbers.size() > 2 ? 1 : 0;
    }
    CHECK(changed > test::turns(100));
}

TEST_CASE("an opening across midnight belongs to its evening") {
    PlanHistory history = since(at(0));
    history[0].plan.rotas[0].from = hours{21};
    history[0].plan.rotas[0].until = hours{32};
    const auto rows = attendance_of(history, kShanghai, {kMonday, kMonday + days{1}},
                                    {shift("A", at(21), at(32)), shift("B", at(25, 30), at(32))}, at(40));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].minutes_late.count() == 270);
    CHECK((rows[0].worked == Minutes{660 + 390}));
}

TEST_CASE("who comes hears how late it is, unless there are enough") {
    const PlanHistory history = since(at(0));
    const Opening opening = *opening_of(history, kShanghai, "desk", kMonday);
    const auto late = [&](const std::vector<Shift>& others, Instant arrived) {
        const auto shortage = shortage_at(opening, others, arrived);
        return shortage ? shortage->minutes.count() : 0;
    };
    CHECK(late({shift("A", at(8))}, at(9, 20)) == 20);
    CHECK(late({shift("A", at(8)), shift("B", at(8))}, at(9, 20)) == 0);
    CHECK(late({}, at(9, 5)) == 0);
    CHECK(late({}, at(8)) == 0);
    CHECK(late({}, at(20, 30)) == 0);
}

TEST_CASE("who relieves somebody hears how long the post was short since, not since it opened") {
    const PlanHistory history = since(at(0));
    const Opening opening = *opening_of(history, kShanghai, "desk", kMonday);
    const std::vector<Shift> morning{shift("A", at(8), at(12)), shift("B", at(8))};
    CHECK_FALSE(shortage_at(opening, morning, at(12)).has_value());
    CHECK_FALSE(shortage_at(opening, morning, at(12, 5)).has_value());
    const auto later = shortage_at(opening, morning, at(12, 40));
    REQUIRE(later.has_value());
    CHECK((later->since == at(12)));
    CHECK(later->minutes.count() == 40);
    CHECK(later->there == 1);
}

TEST_CASE("property: a shortage is one of each minute before, up to the one in which the post had its number") {
    std::mt19937 random{20261124};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    const PlanHistory history = since(at(0));
    const Opening opening = *opening_of(history, kShanghai, "desk", kMonday);
    int found = 0;
    for (int round = 0; round < test::turns(2000); ++round) {
        std::vector<Shift> others;
        for (int count = pick(0, 6); count > 0; --count) {
            const Instant from = at(8) + Minutes{pick(0, 400)};
            const Instant until = from + Minutes{pick(0, 300)};
            const std::string name(1, static_cast<char>('A' + pick(0, 3)));
            others.push_back(shift(name.c_str(), from, pick(0, 3) > 0 ? std::optional{until} : std::nullopt));
        }
        const Instant arrived = at(8) + Minutes{pick(0, 800)};
        const auto there = [&](Instant minute) {
            std::set<std::string> people;
            for (const Shift& one : others) {
                if (one.from <= minute && (!one.until || minute < *one.until)) {
                    people.insert(one.person);
                }
            }
            return people.size();
        };
        std::int64_t minutes = 0;
        if (arrived < at(20, 30) && there(arrived) < 2) {
            Instant minute = arrived;
            while (minute > at(9) && there(minute - Minutes{1}) < 2) {
                minute -= Minutes{1};
                ++minutes;
            }
        }
        const auto shortage = shortage_at(opening, others, arrived);
        CAPTURE(round);
        REQUIRE((shortage ? shortage->minutes.count() : 0) == (minutes > 5 ? minutes : 0));
        found += shortage && shortage->since != at(9) ? 1 : 0;
    }
    CHECK(found > test::turns(100));
}

TEST_CASE("shifts are read from duty-on and duty-off, a new one ends a forgotten one") {
    ShiftReading reading;
    reading.add(entry(1, kind::kDutyOn, "A", at(9)));
    reading.add(entry(2, kind::kCheck, "A", at(10)));
    reading.add(entry(3, kind::kDutyOn, "B", at(10)));
    reading.add(entry(4, kind::kDutyOff, "A", at(11)));
    reading.add(entry(5, kind::kDutyOff, "C", at(11)));
    reading.add(entry(6, kind::kDutyOn, "B", at(12), "bar"));
    const auto shifts = reading.shifts();
    REQUIRE(shifts.size() == 3);
    CHECK((shifts[0].until == at(11)));
    CHECK((shifts[1].until == at(12)));
    CHECK(shifts[2].post == "bar");
    CHECK_FALSE(shifts[2].until.has_value());
}

TEST_CASE("hours, heads and lateness are those of a count minute by minute") {
    std::mt19937 random{20261123};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    for (int round = 0; round < test::turns(500); ++round) {
        const Instant now = at(0) + Minutes{pick(540, 1500)};
        std::vector<Shift> shifts;
        for (int count = pick(0, 6); count > 0; --count) {
            const int person = pick(0, 4);
            const Instant from = at(0) + Minutes{pick(360, 1440)};
            const Instant until = from + Minutes{pick(1, 600)};
            if (from < now) {
                const std::string name(1, static_cast<char>('A' + person));
                shifts.push_back(shift(name.c_str(), from, until < now ? std::optional{until} : std::nullopt));
                shifts.back().business_date += days{pick(0, 5) == 0 ? 1 : pick(0, 5) == 0 ? -1 : 0};
            }
        }
        std::map<Date, std::int64_t> worked;
        std::int64_t late = -1;
        std::int64_t open_minutes = 0;
        std::set<std::string> heads;
        std::set<std::string> filling;
        for (Instant minute = at(0); minute < now; minute += Minutes{1}) {
            std::map<std::string, const Shift*> there;  // the one of each person that began first
            for (const Shift& one : shifts) {
                if (minute >= one.from && (!one.until || minute < *one.until)) {
                    const Shift*& first = there[one.person];
                    first = first == nullptr || one.from < first->from ? &one : first;
                }
            }
            for (const auto& [person, first] : there) {
                ++worked[first->business_date];
            }
            const bool open = minute >= at(9) && minute < at(20, 30);
            for (const Shift& one : shifts) {  // who came long before has the date before
                if (open && one.business_date < kMonday && minute >= one.from && (!one.until || minute < *one.until)) {
                    filling.insert(one.person);
                }
            }
            late = open && late < 0 && there.size() >= 2 ? open_minutes : late;
            open_minutes += open ? 1 : 0;
        }
        for (const Shift& one : shifts) {
            if (one.business_date == kMonday) {
                heads.insert(one.person);
                filling.insert(one.person);
            }
        }
        late = late < 0 ? open_minutes : late;
        const auto rows = on_monday(shifts, now);
        REQUIRE(rows.size() == 1);
        CAPTURE(round);
        CHECK(rows[0].worked.count() == worked[kMonday] * 60000);
        CHECK(rows[0].present == static_cast<std::int64_t>(heads.size()));
        CHECK(rows[0].gap == std::max<std::int64_t>(0, 2 - static_cast<std::int64_t>(filling.size())));
        CHECK(rows[0].minutes_late.count() == (late > 5 ? late : 0));
    }
}

}  // namespace onduty::oracle
