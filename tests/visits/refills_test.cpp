// SPDX-License-Identifier: MIT
// When is a group to be served again (B8)? Beside a waiter who looks at his watch.
#include "visits/refills.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "time/test_zones.hpp"
#include "turns.hpp"

using namespace onduty;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant kTen = oracle::utc(2026, 11, 28, 10);

// All in minutes after ten; a day that never ends is kOpen.
constexpr int kOpen = 100000;

struct Case {
    int every = 10;
    int first = 3;
    int late = 2;
    std::vector<int> services;
    std::vector<int> seated;
    int left = kOpen;
    int now = 0;  // and half a minute
    int day_start = -4 * 60;
    int closing = 10 * 60 + 30;
};

struct Expected {
    int due = 0;
    char state = 'p';  // o on time, l late, m missed, p pending
};

// One stretch of waiting: from `start`, to be served `wait` minutes later, until `stop`; from `to_next` on they sit at
// another table.
void wait_at_table(const Case& one, int start, int wait, int stop, int to_next, bool start_serves,
                   std::vector<Expected>& all) {
    int due = start + wait;
    int opens = start_serves ? start + 1 : start;
    for (;;) {
        int served = kOpen;
        for (const int service : one.services) {
            if (service >= opens && service < due + one.every && service <= stop && service < to_next) {
                served = std::min(served, service);
            }
        }
        if (served != kOpen) {
            all.push_back({due, served <= due + one.late ? 'o' : 'l'});
            opens = served + 1;
            due = served + one.every;
            continue;
        }
        if (stop <= due + one.late) {
            return;  // they went before anybody was late
        }
        if (std::min(due + one.every, stop) > one.now) {
            all.push_back({due, 'p'});
            return;
        }
        all.push_back({due, 'm'});
        if (stop <= due + one.every) {
            return;
        }
        opens = due = due + one.every;
    }
}

// After closing time nobody knows how long they stay, nor from one day to the next.
int last_minute(const Case& one, int start) {
    return start < one.day_start ? one.day_start : start < one.closing ? one.closing : one.day_start + 24 * 60;
}

void wait_for_days(const Case& one, int start, int wait, int stop, int to_next, bool start_serves,
                   std::vector<Expected>& all) {
    for (;;) {
        const int end = std::min(stop, last_minute(one, start));
        wait_at_table(one, start, wait, end, to_next, start_serves, all);
        start = stop;
        for (const int service : one.services) {
            start = service > end ? std::min(start, service) : start;
        }
        if (start == stop) {
            return;
        }
        wait = one.every;
        start_serves = true;
    }
}

std::vector<Expected> by_hand(const Case& one) {
    std::vector<Expected> all;
    const int first_seat = one.seated.empty() ? one.left : one.seated.front();
    if (!one.services.empty() && one.services.front() < first_seat) {
        wait_for_days(one, one.services.front(), one.every, first_seat, one.seated.empty() ? kOpen + 1 : first_seat,
                      true, all);
    }
    for (std::size_t i = 0; i < one.seated.size(); ++i) {
        const bool sits_again = i + 1 < one.seated.size();
        const int stop = sits_again ? one.seated[i + 1] : one.left;
        wait_for_days(one, one.seated[i], one.first, stop, sits_again ? stop : kOpen + 1, false, all);
    }
    return all;
}

Calendar calendar_of(const Case& one) {
    Calendar calendar;
    calendar.day_start = Minutes{10 * 60 + one.day_start};
    calendar.closes = Minutes{10 * 60 + one.closing};
    return calendar;
}

Rule rule_of(const Case& one) {
    Rule rule;
    rule.kind = RuleKind::timer;
    rule.interval = Minutes{one.every};
    rule.first = Minutes{one.first};
    rule.early = Minutes{0};
    rule.late = Minutes{one.late};
    return rule;
}

Visit visit_of(const Case& one) {
    Visit visit;
    visit.type = visit_type::kFirst;
    visit.arrived = kTen;
    for (const int at : one.services) {
        visit.services.push_back(Mark{kTen + minutes{at}});
    }
    for (const int at : one.seated) {
        visit.seated.push_back(kTen + minutes{at});
    }
    if (one.left != kOpen) {
        visit.left = kTen + minutes{one.left};
    }
    return visit;
}

std::vector<Outcome> outcomes_of(const Rule& rule, const Case& one) {
    const oracle::TestZone zone{"utc", seconds{0}, {}};
    return refill_outcomes(rule, calendar_of(one), zone, visit_of(one), kTen + minutes{one.now} + seconds{30});
}

std::string shown(const std::vector<Expected>& all) {
    std::string text;
    for (const Expected& one : all) {
        text += std::to_string(one.due) + one.state + " ";
    }
    return text;
}

std::string shown(const std::vector<Outcome>& outcomes) {
    std::vector<Expected> all;
    for (const Outcome& outcome : outcomes) {
        const char state = outcome.state == State::on_time || outcome.state == State::early ? 'o'
                           : outcome.state == State::late                                   ? 'l'
                           : outcome.state == State::missed                                 ? 'm'
                                                                                            : 'p';
        all.push_back({static_cast<int>(std::chrono::floor<minutes>(outcome.slot.due - kTen).count()), state});
    }
    return shown(all);
}

std::string list(const std::vector<int>& times) {
    std::string text;
    for (const int at : times) {
        text += std::to_string(at) + " ";
    }
    return text;
}

std::string told(const Case& one) {
    return "every " + std::to_string(one.every) + ", first " + std::to_string(one.first) + ", late " +
           std::to_string(one.late) + ", served " + list(one.services) + ", seated " + list(one.seated) + ", left " +
           std::to_string(one.left) + ", closing " + std::to_string(one.closing) + ", day " +
           std::to_string(one.day_start) + ", now " + std::to_string(one.now);
}

}  // namespace

TEST_CASE("the timer starts at the first service, sitting down starts it again, departure stops it") {
    Case one;
    one.services = {5, 14, 22, 40};
    one.seated = {20};
    one.left = 60;
    one.now = 90;
    // 15 done at 14; 24 cut by sitting down; 23 done at 22; 32 late at 40; 50 missed; 60 cut.
    CHECK(shown(outcomes_of(rule_of(one), one)) == "15o 23o 32l 50m ");
    one.left = kOpen;
    one.now = 51;
    CHECK(shown(outcomes_of(rule_of(one), one)) == "15o 23o 32l 50p ");
}

TEST_CASE("the timer stops at closing time and goes on with the first service of the next day") {
    Case one;
    one.services = {5, 24 * 60};
    one.closing = 20;
    one.now = 24 * 60 + 14;
    // 15 missed; 25 would be after closing.
    CHECK(shown(outcomes_of(rule_of(one), one)) == "15m 1450p ");
}

TEST_CASE("a vehicle and a group that was never served have no timer") {
    Case one;
    one.now = 60;
    CHECK(outcomes_of(rule_of(one), one).empty());
    Visit vehicle = visit_of(one);
    vehicle.type = visit_type::kVehicle;
    vehicle.services = {Mark{kTen}};
    const oracle::TestZone zone{"utc", seconds{0}, {}};
    CHECK(refill_outcomes(rule_of(one), Calendar{}, zone, vehicle, kTen + minutes{60}).empty());
}

TEST_CASE("refills equal those that are worked out by hand") {
    std::mt19937 random{20261124};
    const auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    for (int run = 0; run < onduty::test::turns(20000); ++run) {
        Case one;
        one.every = 5 + 5 * below(3);
        one.first = 1 + below(4);
        one.late = below(4);
        one.now = below(120);
        const int latest = one.now + 1;
        if (below(3) == 0) {
            one.left = below(latest);
        }
        const int last = std::min(one.left, one.now);
        for (int i = below(9); i > 0; --i) {
            one.services.push_back(below(last + 1));
        }
        for (int i = below(4); i > 0; --i) {
            // Often at the very minute of a service.
            const bool same = !one.services.empty() && below(4) == 0;
            one.seated.push_back(
                same ? one.services[static_cast<std::size_t>(below(static_cast<int>(one.services.size())))]
                     : below(last + 1));
        }
        std::sort(one.services.begin(), one.services.end());
        std::sort(one.seated.begin(), one.seated.end());
        one.seated.erase(std::unique(one.seated.begin(), one.seated.end()), one.seated.end());
        one.closing = below(2) == 0 ? below(120) : one.closing;
        one.day_start = below(2) == 0 ? below(120) : one.day_start;
        CAPTURE(told(one));
        const std::vector<Expected> expected = by_hand(one);
        const Rule rule = rule_of(one);
        const std::vector<Outcome> outcomes = outcomes_of(rule, one);
        REQUIRE(shown(outcomes) == shown(expected));
        // Nobody is served twice at once.
        const auto served = std::count_if(outcomes.begin(), outcomes.end(),
                                          [](const Outcome& outcome) { return outcome.mark.has_value(); });
        const std::set<int> times(one.services.begin(), one.services.end());
        REQUIRE(served <= static_cast<std::ptrdiff_t>(times.size()));
        // The next one is the oldest that still waits, if any does.
        const Outcome* next = next_refill(outcomes);
        int due = -1;
        if (!expected.empty() && expected.back().state == 'p') {
            for (auto open = expected.rbegin(); open != expected.rend() && (open->state == 'p' || open->state == 'm');
                 ++open) {
                due = open->due;
            }
        }
        REQUIRE((next == nullptr ? -1 : std::chrono::floor<minutes>(next->slot.due - kTen).count()) == due);
    }
}

TEST_CASE("the longest gap is the longest time without a service while the timer runs") {
    std::mt19937 random{7};
    const auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    for (int run = 0; run < onduty::test::turns(3000); ++run) {
        Case one;
        one.now = 100;
        one.left = 50 + below(50);
        for (int i = below(6); i > 0; --i) {
            one.services.push_back(below(one.left + 1));
        }
        for (int i = below(3); i > 0; --i) {
            one.seated.push_back(below(one.left + 1));
        }
        std::sort(one.services.begin(), one.services.end());
        std::sort(one.seated.begin(), one.seated.end());
        one.seated.erase(std::unique(one.seated.begin(), one.seated.end()), one.seated.end());
        int begin = one.seated.empty() ? kOpen : one.seated.front();
        if (!one.services.empty()) {
            begin = std::min(begin, one.services.front());
        }
        // Minute by minute: a glass of time that is filled again by each service, and by no sitting down elsewhere.
        int longest = 0;
        int glass = 0;
        for (int minute = begin; minute <= one.left; ++minute) {
            const auto at = [&](const std::vector<int>& times) {
                return std::find(times.begin(), times.end(), minute) != times.end();
            };
            longest = std::max(longest, minute == begin ? 0 : ++glass);
            if (at(one.services)) {
                glass = 0;
            }
        }
        CAPTURE(told(one));
        std::chrono::milliseconds found{0};
        const oracle::TestZone zone{"utc", seconds{0}, {}};
        for (const Gap& gap : gaps_of(visit_of(one), calendar_of(one), zone, kTen + minutes{one.now})) {
            found = std::max(found, gap.length);
        }
        REQUIRE(found == minutes{longest});
    }
}
