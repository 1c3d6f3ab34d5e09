// SPDX-License-Identifier: MIT
#include "plan/staffing.hpp"

#include <algorithm>

namespace onduty {

Staffing staffing_of(const Rota& rota, const Calendar& calendar) {
    Staffing staffing;
    staffing.opening = rota.until - rota.from;
    staffing.working_day = std::chrono::hours{rota.hours_per_day};
    for (const auto& [weekday, at_once] : rota.at_once) {
        if (calendar.closed_weekdays.count(weekday) != 0) {
            continue;
        }
        auto& levels = staffing.levels;
        auto level = std::find_if(levels.begin(), levels.end(),
                                  [number = at_once](const StaffingLevel& other) { return other.at_once == number; });
        if (level == levels.end()) {
            const Minutes there = at_once * std::min(staffing.working_day, staffing.opening);
            const std::int64_t average = (there.count() * 200 / staffing.opening.count() + 1) / 2;
            level = levels.insert(levels.end(), {at_once, {}, 0, average});
        }
        level->weekdays.insert(weekday);
        level->person_days += at_once;
        staffing.days_needed += at_once;
        staffing.time_needed += at_once * staffing.opening;
    }
    staffing.days_available = rota.people * rota.days_per_person;
    staffing.time_available = staffing.days_available * staffing.working_day;
    return staffing;
}

std::map<std::string, std::vector<const Rule*>> unmanned_posts(const Duties& plan) {
    std::map<std::string, std::vector<const Rule*>> posts;
    for (const Rota& rota : plan.rotas) {
        if (!plan.is_staffed(rota.post)) {
            posts[rota.post];
        }
    }
    for (const PostHours& hours : plan.hours) {
        if (!plan.is_staffed(hours.post)) {
            posts[hours.post];
        }
    }
    for (const Rule& rule : plan.rules) {
        if (!plan.is_staffed(rule.post)) {
            posts[rule.post].push_back(&rule);
        }
    }
    return posts;
}

std::vector<LeftPost> left_posts(const PlanHistory& history) {
    std::vector<LeftPost> left;
    for (const auto& [post, rules] : unmanned_posts(history.back().plan)) {
        const auto last = std::find_if(history.rbegin(), history.rend(),
                                       [&, code = post](const PlanVersion& one) { return one.plan.is_staffed(code); });
        if (last != history.rend()) {
            left.push_back({post, rules.size(), last.base()->since});
        }
    }
    return left;
}

}  // namespace onduty
