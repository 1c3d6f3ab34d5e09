// SPDX-License-Identifier: MIT
#include "visits/refills.hpp"

#include <algorithm>

namespace onduty {

namespace {

// A time during which the timer runs: from the first service or from a seating.
struct Stretch {
    Instant start;
    Instant stop;
    bool seated = false;
    std::vector<Instant> services;  // in [start, stop], sorted; without the one that started it
};

std::vector<Stretch> stretches_of(const Visit& visit) {
    std::vector<Stretch> stretches;
    if (!visit.is_group()) {
        return stretches;
    }
    std::vector<Instant> services = visit.services;
    std::sort(services.begin(), services.end());
    // What was brought in parts at one time is one service.
    services.erase(std::unique(services.begin(), services.end()), services.end());
    std::vector<Instant> seated = visit.seated;
    std::sort(seated.begin(), seated.end());
    const Instant end = visit.left.value_or(kNever);
    const Instant first_seated = seated.empty() ? end : seated.front();
    if (!services.empty() && services.front() < first_seated) {
        stretches.push_back({services.front(), first_seated, false, {services.begin() + 1, services.end()}});
    }
    for (std::size_t i = 0; i < seated.size(); ++i) {
        const Instant stop = i + 1 < seated.size() ? seated[i + 1] : end;
        stretches.push_back({seated[i], stop, true, services});
    }
    for (Stretch& stretch : stretches) {
        const auto outside = [&](Instant at) { return at < stretch.start || at > stretch.stop; };
        stretch.services.erase(std::remove_if(stretch.services.begin(), stretch.services.end(), outside),
                               stretch.services.end());
    }
    return stretches;
}

}  // namespace

std::vector<Outcome> refill_outcomes(const Rule& rule, const Calendar& calendar, const Zone& zone, const Visit& visit,
                                     Instant now) {
    std::vector<Outcome> outcomes;
    for (const Stretch& stretch : stretches_of(visit)) {
        Rule timer = rule;
        timer.first = stretch.seated ? rule.first : rule.interval;
        std::vector<Slot> slots =
            timer_slots(timer, zone, calendar, stretch.start, stretch.stop, stretch.services, now);
        std::vector<Mark> marks;
        for (const Instant at : stretch.services) {
            marks.push_back({at, true, 0});
        }
        for (Slot& slot : slots) {
            slot.rule = &rule;
        }
        for (Outcome& outcome : judge(slots, marks, {}, now).outcomes) {
            outcomes.push_back(std::move(outcome));
        }
    }
    return outcomes;
}

const Outcome* next_refill(const std::vector<Outcome>& outcomes) {
    const Outcome* next = nullptr;
    for (auto outcome = outcomes.rbegin(); outcome != outcomes.rend() && !outcome->mark; ++outcome) {
        next = &*outcome;
    }
    return !outcomes.empty() && outcomes.back().state == State::pending ? next : nullptr;
}

std::chrono::milliseconds longest_gap(const Visit& visit, Instant now) {
    std::chrono::milliseconds longest{0};
    for (const Stretch& stretch : stretches_of(visit)) {
        Instant last = stretch.start;
        for (const Instant at : stretch.services) {
            longest = std::max(longest, at - last);
            last = at;
        }
        longest = std::max(longest, std::min(stretch.stop, now) - last);
    }
    return longest;
}

}  // namespace onduty
