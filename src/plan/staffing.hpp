// SPDX-License-Identifier: MIT
// Can the people of a rota do what it asks for? Needed against available, in person-days and in hours a week.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

// Weekdays on which the same number is to be there at once.
struct StaffingLevel {
    std::int64_t at_once = 0;
    std::set<unsigned> weekdays;   // ISO 1-7, without the site's closed weekdays
    std::int64_t person_days = 0;  // at_once on each of them: everybody who is there has worked a day
    // How many are there on average when `at_once` people come and each works the hours of a day: 2.09 as 209.
    // Nobody is there twice, so it is never more than `at_once`. Rounded half up.
    std::int64_t average_hundredths = 0;
};

// One ordinary week of a rota. Days closed by date are not known here and change nothing.
struct Staffing {
    std::vector<StaffingLevel> levels;  // in the order of their first weekday
    Minutes opening{0};                 // of each day
    Minutes working_day{0};             // of one person
    std::int64_t days_needed = 0;       // with the working day as long as it is
    std::int64_t days_available = 0;
    Minutes time_needed{0};  // to have the numbers there from opening to closing
    Minutes time_available{0};

    std::int64_t days_short() const { return days_needed > days_available ? days_needed - days_available : 0; }
    Minutes time_short() const { return time_needed > time_available ? time_needed - time_available : Minutes{0}; }
    // Whether those who came are gone before the post closes.
    bool outlasts_a_day() const { return opening > working_day; }
};

Staffing staffing_of(const Rota& rota, const Calendar& calendar);

// Posts that nobody can be on duty at, although rules, hours or a rota ask for somebody: by code, with the rules that
// ask in vain.
std::map<std::string, std::vector<const Rule*>> unmanned_posts(const Duties& plan);

// Of those of the newest version the ones that somebody could be on duty at before, and until when.
struct LeftPost {
    std::string post;
    std::size_t rules = 0;
    Instant since;
};
std::vector<LeftPost> left_posts(const PlanHistory& history);

}  // namespace onduty
