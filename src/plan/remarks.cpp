// SPDX-License-Identifier: MIT
#include "plan/remarks.hpp"

#include <algorithm>

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

}  // namespace

std::vector<PlanRemark> plan_remarks(const Duties& plan) {
    std::vector<PlanRemark> remarks;
    const bool closes = !plan.calendar.closed_dates.empty() || !plan.calendar.closed_weekdays.empty();
    if (closes && std::none_of(plan.rules.begin(), plan.rules.end(),
                               [](const Rule& rule) { return rule.closed_days != ClosedDays::keep; })) {
        remarks.emplace_back();
    }
    for (const Rule& rule : plan.rules) {
        const Rota* rota = plan.rota(rule.post);
        for (const Minutes time : rota == nullptr ? std::vector<Minutes>{} : last_times(rule)) {
            if (time % kDay == rota->until % kDay && plan.is_staffed(rule.post)) {
                remarks.push_back({rule.code, rule.post, time % kDay});
            }
        }
    }
    return remarks;
}

}  // namespace onduty
