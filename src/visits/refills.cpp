// SPDX-License-Identifier: MIT
#include "visits/refills.hpp"

#include <algorithm>
#include <iterator>

namespace onduty {

namespace {

// A time during which the timer runs: from the first service or from a seating.
struct TimeOnSite {
    Instant start;
    Instant stop;
    bool seated = false;
    std::vector<Instant> services;  // in [start, stop], sorted; without the one that started it or starts the next
};

// When nobody can say any more that they are there: closing time of the day, after that the end of the day.
Instant end_of_service(const Calendar& calendar, const Zone& zone, Instant at) {
    const Date date = business_date(zone, calendar, at);
    const Instant closing = to_instant(zone, LocalTime{date} + calendar.closes);
    return at < closing ? closing : to_instant(zone, LocalTime{date + std::chrono::days{1}} + calendar.day_start);
}

// The services after `start`, and at it where nothing else starts the timer; until `stop`, and at it unless they sit
// down elsewhere then: it is served there.
std::vector<Instant> services_between(const std::vector<Instant>& services, Instant start, Instant stop,
                                      bool with_start, bool with_stop) {
    std::vector<Instant> between;
    std::copy_if(services.begin(), services.end(), std::back_inserter(between), [&](Instant at) {
        return (with_start ? at >= start : at > start) && (with_stop ? at <= stop : at < stop);
    });
    return between;
}

std::vector<TimeOnSite> stretches_of(const Visit& visit, const Calendar& calendar, const Zone& zone) {
    std::vector<TimeOnSite> stretches;
    if (!visit.is_group()) {
        return stretches;
    }
    std::vector<Instant> services;
    for (const Mark& service : visit.services) {
        services.push_back(service.at);
    }
    std::sort(services.begin(), services.end());
    // What was brought in parts at one time is one service.
    services.erase(std::unique(services.begin(), services.end()), services.end());
    std::vector<Instant> seated = visit.seated;
    std::sort(seated.begin(), seated.end());
    const Instant end = visit.left.value_or(kNever);
    // Until `stop`, by as many stretches as there are days on which it was served.
    const auto add = [&](Instant start, Instant stop, bool is_seated, bool until_seated) {
        for (;;) {
            const Instant cut = std::min(stop, end_of_service(calendar, zone, start));
            stretches.push_back({start, cut, is_seated,
                                 services_between(services, start, cut, is_seated, cut < stop || !until_seated)});
            const auto next = std::upper_bound(services.begin(), services.end(), cut);
            if (next == services.end() || *next >= stop) {
                return;
            }
            start = *next;
            is_seated = false;
        }
    };
    const Instant first_seated = seated.empty() ? end : seated.front();
    if (!services.empty() && services.front() < first_seated) {
        add(services.front(), first_seated, false, !seated.empty());
    }
    for (std::size_t i = 0; i < seated.size(); ++i) {
        const bool sits_again = i + 1 < seated.size();
        add(seated[i], sits_again ? seated[i + 1] : end, true, sits_again);
    }
    return stretches;
}

}  // namespace

std::vector<Outcome> refill_outcomes(const Rule& rule, const Calendar& calendar, const Zone& zone, const Visit& visit,
                                     Instant now) {
    std::vector<Outcome> outcomes;
    for (const TimeOnSite& stretch : stretches_of(visit, calendar, zone)) {
        Rule timer = rule;
        timer.first = stretch.seated ? rule.first : rule.interval;
        std::vector<Slot> slots =
            timer_slots(timer, zone, calendar, stretch.start, stretch.stop, stretch.services, now);
        std::vector<Mark> marks;
        std::copy_if(visit.services.begin(), visit.services.end(), std::back_inserter(marks), [&](const Mark& mark) {
            return std::binary_search(stretch.services.begin(), stretch.services.end(), mark.at);
        });
        std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
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

std::vector<Gap> gaps_of(const Visit& visit, const Calendar& calendar, const Zone& zone, Instant now) {
    std::vector<Gap> gaps;
    Instant last;  // service, or when they first sat down
    Instant stop = Instant::min();
    const auto end = [&] {
        if (const Instant until = std::min(stop, now); until > last) {
            gaps.push_back({last, until - last});
        }
    };
    for (const TimeOnSite& stretch : stretches_of(visit, calendar, zone)) {
        // Who sits down elsewhere asks for a service, and got none.
        if (stretch.start != stop) {
            end();
            last = stretch.start;
        }
        for (const Instant at : stretch.services) {
            gaps.push_back({last, at - last});
            last = at;
        }
        stop = stretch.stop;
    }
    end();
    return gaps;
}

}  // namespace onduty
