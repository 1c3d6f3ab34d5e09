// SPDX-License-Identifier: MIT
#include "plan/remarks.hpp"

#include <algorithm>
#include <optional>

namespace onduty {

namespace {

constexpr Minutes kDay{24 * 60};

// The last times of a day at which it is due.
std::vector<Minutes> last_times(const Rule& rule) {
    if (rule.kind == RuleKind::at) {
        return rule.times;
    }
    return rule.kind == RuleKind::every
               ? std::vector{rule.first + (rule.last - rule.first) / rule.interval * rule.interval}
               : std::vector<Minutes>{};
}

std::optional<Minutes> closing_time(const Duties& plan, const std::string& post) {
    if (const Rota* rota = plan.rota(post)) {
        return rota->until;
    }
    const PostHours* hours = plan.hours_of(post);
    return hours == nullptr ? std::nullopt : std::optional{hours->until};
}

}  // namespace

std::vector<PlanRemark> plan_remarks(const Duties& plan) {
    std::vector<PlanRemark> remarks;
    const bool closes = !plan.calendar.closed_dates.empty() || !plan.calendar.closed_weekdays.empty();
    if (closes && std::none_of(plan.rules.begin(), plan.rules.end(),
                               [](const Rule& rule) { return rule.closed_days != ClosedDays::keep; })) {
        remarks.emplace_back();
    }
    for (const Rule& rule : plan.rules) {
        const std::optional<Minutes> closes_at = closing_time(plan, rule.post);
        for (const Minutes time : closes_at ? last_times(rule) : std::vector<Minutes>{}) {
            if (time % kDay == *closes_at % kDay && plan.is_staffed(rule.post)) {
                remarks.push_back({rule.code, rule.post, time % kDay});
            }
        }
    }
    return remarks;
}

}  // namespace onduty
