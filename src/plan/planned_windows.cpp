// SPDX-License-Identifier: MIT
#include "plan/planned_windows.hpp"

#include <algorithm>

namespace onduty {

namespace {

constexpr Minutes kWholeDay{24 * 60};

bool is_stretch(const Rule& rule) {
    return rule.kind == RuleKind::every && !rule.post.empty() && rule.target.family != "cleaning";
}

bool is_on(const std::set<unsigned>& weekdays, Date date) {
    return weekdays.empty() || weekdays.count(std::chrono::weekday{date}.iso_encoding()) > 0;
}

// Stretches that meet are one time to be there.
std::vector<PlannedWindow> joined(std::vector<PlannedWindow> windows) {
    std::sort(windows.begin(), windows.end(),
              [](const PlannedWindow& one, const PlannedWindow& other) { return one.from < other.from; });
    std::vector<PlannedWindow> apart;
    for (const PlannedWindow& window : windows) {
        if (apart.empty() || apart.back().until < window.from) {
            apart.push_back(window);
        } else {
            apart.back().until = std::max(apart.back().until, window.until);
        }
    }
    return apart;
}

// When somebody comes to a post that has a rota or hours.
std::vector<NightBegin> begins_of(const Duties& plan) {
    std::vector<NightBegin> begins;
    for (const Rota& rota : plan.rotas) {
        begins.push_back({rota.post, rota.from});
    }
    for (const PostHours& hours : plan.hours) {
        if (plan.rota(hours.post) == nullptr) {
            begins.push_back({hours.post, hours.from});
        }
    }
    return begins;
}

}  // namespace

std::vector<PlannedWindow> planned_windows(const Duties& plan, const std::string& post, Date date) {
    const bool closed = plan.calendar.is_closed(date);
    std::vector<PlannedWindow> windows;
    if (const Rota* rota = plan.rota(post)) {
        if (rota->at_once.count(std::chrono::weekday{date}.iso_encoding()) > 0) {
            windows.push_back({rota->from, rota->until});
        }
    } else if (const PostHours* hours = plan.hours_of(post)) {
        if (!closed) {
            windows.push_back({hours->from, hours->until});
        }
    } else {
        for (const Rule& rule : plan.rules) {
            const bool skipped = rule.closed_days != ClosedDays::keep && closed;
            if (is_stretch(rule) && rule.post == post && is_on(rule.weekdays, date) && !skipped) {
                windows.push_back({rule.first, rule.last});
            }
        }
        windows = joined(std::move(windows));
    }
    return windows;
}

std::vector<NightBegin> night_begins(const Duties& plan) {
    std::vector<NightBegin> begins = begins_of(plan);
    for (const Rule& rule : plan.rules) {
        if (is_stretch(rule) && plan.rota(rule.post) == nullptr && plan.hours_of(rule.post) == nullptr) {
            begins.push_back({rule.post, rule.first});
        }
    }
    std::erase_if(begins, [](const NightBegin& begin) { return begin.from < kWholeDay; });
    return begins;
}

std::vector<CrossedBegin> crossed_begins(const Duties& plan) {
    std::vector<CrossedBegin> crossed;
    for (const NightBegin& begin : begins_of(plan)) {
        const Minutes next = begin.from + kWholeDay;
        for (const Rule& rule : plan.rules) {
            if (is_stretch(rule) && rule.post == begin.post && rule.first < next && next <= rule.last) {
                crossed.push_back({&rule, next % kWholeDay});
            }
        }
    }
    return crossed;
}

}  // namespace onduty
