// SPDX-License-Identifier: MIT
// Does the rota of the duty descriptions add up? It needs 17 person-days a week and has 15.
#include "plan/staffing.hpp"

#include <doctest/doctest.h>

#include "embedded.hpp"
#include "plan/read_plan.hpp"

namespace onduty {

namespace {

Rota front_desk() {
    Rota rota;
    rota.post = "front-desk";
    rota.people = 3;
    rota.at_once = {{1, 2}, {2, 2}, {3, 2}, {4, 2}, {5, 3}, {6, 3}, {7, 3}};
    return rota;
}

// Minute by minute through a week: how many are asked for, and on how many person-days.
struct Counted {
    std::int64_t days = 0;
    std::int64_t minutes = 0;
};

Counted count_needs(const Rota& rota, const std::set<unsigned>& closed) {
    Counted counted;
    for (unsigned day = 1; day <= 7; ++day) {
        const auto need = rota.at_once.find(day);
        const std::int64_t at_once = need == rota.at_once.end() || closed.count(day) != 0 ? 0 : need->second;
        for (std::int64_t person = 0; person < at_once; ++person) {
            ++counted.days;
            for (auto minute = rota.from.count(); minute < rota.until.count(); ++minute) {
                ++counted.minutes;
            }
        }
    }
    return counted;
}

}  // namespace

TEST_CASE("both posts of the duty descriptions lack two person-days and 75.5 hours a week") {
    std::vector<PlanError> errors;
    const Plan plan = read_plan(embedded::sales_office_en, errors);
    for (const char* post : {"front-desk", "bar"}) {
        REQUIRE(plan.rota(post) != nullptr);
        const Staffing staffing = staffing_of(*plan.rota(post), plan.calendar);
        CHECK(staffing.days_needed == 17);
        CHECK(staffing.days_available == 15);
        CHECK(staffing.days_short() == 2);
        CHECK(staffing.opening.count() == 690);
        CHECK(staffing.outlasts_a_day());
        CHECK(staffing.time_needed.count() == 17 * 690);
        CHECK(staffing.time_available.count() == 15 * 480);
        CHECK(staffing.time_short().count() * 2 == 151 * 60);
        REQUIRE(staffing.levels.size() == 2);
        CHECK(staffing.levels[0].at_once == 2);
        CHECK((staffing.levels[0].weekdays == std::set<unsigned>{1, 2, 3, 4}));
        CHECK(staffing.levels[0].person_days == 8);
        CHECK(staffing.levels[0].average_hundredths == 139);
        CHECK(staffing.levels[1].at_once == 3);
        CHECK(staffing.levels[1].person_days == 9);
        CHECK(staffing.levels[1].average_hundredths == 209);
    }
}

TEST_CASE("the needs are those of a count by minutes") {
    for (const std::set<unsigned>& closed : {std::set<unsigned>{}, std::set<unsigned>{1}, std::set<unsigned>{2, 7}}) {
        for (const auto& [from, until] : {std::pair{540, 1230}, std::pair{1260, 1920}, std::pair{0, 1440}}) {
            Rota rota = front_desk();
            rota.from = Minutes{from};
            rota.until = Minutes{until};
            Calendar calendar;
            calendar.closed_weekdays = closed;
            const Staffing staffing = staffing_of(rota, calendar);
            const Counted counted = count_needs(rota, closed);
            CHECK(staffing.days_needed == counted.days);
            CHECK(staffing.time_needed.count() == counted.minutes);
        }
    }
}

TEST_CASE("a fourth person is enough in days, but not in hours") {
    Rota rota = front_desk();
    rota.people = 4;
    const Staffing staffing = staffing_of(rota, Calendar{});
    CHECK(staffing.days_available == 20);
    CHECK(staffing.days_short() == 0);
    CHECK(staffing.time_short().count() == 17 * 690 - 20 * 480);
}

TEST_CASE("a day as long as the opening lasts: the average is the number itself") {
    Rota rota = front_desk();
    rota.hours_per_day = 12;
    const Staffing staffing = staffing_of(rota, Calendar{});
    CHECK_FALSE(staffing.outlasts_a_day());
    CHECK(staffing.levels[1].average_hundredths == 300);
    rota.hours_per_day = 8;
    rota.until = rota.from + Minutes{480};
    CHECK_FALSE(staffing_of(rota, Calendar{}).outlasts_a_day());
}

TEST_CASE("a site that is closed on all days of the rota needs nobody") {
    Calendar calendar;
    calendar.closed_weekdays = {1, 2, 3, 4, 5, 6, 7};
    const Staffing staffing = staffing_of(front_desk(), calendar);
    CHECK(staffing.levels.empty());
    CHECK(staffing.days_needed == 0);
    CHECK(staffing.time_short().count() == 0);
}

}  // namespace onduty
