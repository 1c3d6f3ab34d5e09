// SPDX-License-Identifier: MIT
#include "slots/duty_day.hpp"

#include <algorithm>
#include <set>

namespace onduty {

namespace {

constexpr std::chrono::hours kHour{1};
constexpr std::chrono::hours kComesEarly{4};
constexpr std::chrono::hours kWithoutWindow{17};
constexpr std::chrono::hours kLongest{24};
constexpr std::chrono::hours kLongWindow{23};

Instant minute_of(Instant at) {
    return std::chrono::floor<std::chrono::minutes>(at);
}

const DutyWindow* running(const std::vector<DutyWindow>& windows, Instant at) {
    const DutyWindow* found = nullptr;
    for (const DutyWindow& window : windows) {
        const bool runs = minute_of(window.period.from) <= at && at < minute_of(window.period.until);
        found = runs ? &window : found;
    }
    return found;
}

const DutyWindow* next_within(const std::vector<DutyWindow>& windows, Instant at, std::chrono::hours within) {
    for (const DutyWindow& window : windows) {
        const Instant from = minute_of(window.period.from);
        if (from > at && from <= at + within) {
            return &window;
        }
    }
    return nullptr;
}

const DutyWindow* ended_within(const std::vector<DutyWindow>& windows, Instant at, std::chrono::hours within) {
    const DutyWindow* found = nullptr;
    for (const DutyWindow& window : windows) {
        const Instant until = minute_of(window.period.until);
        found =
            until <= at && at <= until + within && (found == nullptr || until >= found->period.until) ? &window : found;
    }
    return found;
}

// The window that somebody who begins then comes for, nullptr where the clock decides.
const DutyWindow* window_for(const std::vector<DutyWindow>& windows, Instant at) {
    const DutyWindow* soon = next_within(windows, at, kHour);
    const DutyWindow* found = soon != nullptr ? soon : running(windows, at);
    found = found != nullptr ? found : next_within(windows, at, kComesEarly);
    return found != nullptr ? found : ended_within(windows, at, kHour);
}

}  // namespace

Date date_of_shift(const std::vector<DutyWindow>& windows, const Calendar& calendar, const Zone& zone, Instant begins) {
    const Instant at = minute_of(begins);
    const DutyWindow* window = window_for(windows, at);
    return window != nullptr ? window->date : business_date(zone, calendar, at + kHour);
}

std::optional<Instant> window_end_of(const std::vector<DutyWindow>& windows, Instant begins,
                                     const std::vector<Instant>& others_came, bool beside_another) {
    const DutyWindow* window = window_for(windows, minute_of(begins));
    const bool is_over = window != nullptr && window->period.until <= begins;
    if (is_over && !beside_another) {
        return std::nullopt;
    }
    if (window == nullptr || is_over) {
        // Who comes long before a window has it, too, as far as no shift lasts longer than a day.
        const DutyWindow* next = next_within(windows, minute_of(begins), kWithoutWindow);
        return next == nullptr ? std::nullopt
                               : std::optional{std::min(next->period.until, minute_of(begins) + kLongWindow)};
    }
    const Instant end = window->period.until;
    for (const DutyWindow& next : windows) {
        const bool taken_over = std::any_of(others_came.begin(), others_came.end(),
                                            [&](Instant came) { return came > begins && came < next.period.until; });
        if (next.period.from == end && !taken_over) {
            return std::max(end, std::min(next.period.until, begins + kLongest));
        }
    }
    return end;
}

Instant stale_point(Instant begins, std::optional<Instant> window_end, const std::vector<Instant>& typed) {
    const Instant begun = minute_of(begins);
    const bool long_window = window_end && *window_end > begun + kLongWindow;
    const Instant latest = long_window ? *window_end + kHour : begun + kLongest;
    Instant stale = window_end ? *window_end + kHour : begun + kWithoutWindow;
    for (const Instant at : typed) {
        if (minute_of(at) <= stale || (window_end && at <= *window_end + kComesEarly)) {
            stale = std::max(stale, minute_of(at) + kHour);
        }
    }
    return std::min(stale, latest);
}

bool DutyShift::is_at(const std::string& post, Instant at) const {
    return std::any_of(posts.begin(), posts.end(), [&](const PostTime& one) {
        return one.post == post && minute_of(one.from) <= minute_of(at) && minute_of(at) <= minute_of(one.until);
    });
}

bool is_in_shift(const DutyShift& shift, Instant told, Instant recorded, const std::vector<DutyShift>& shifts) {
    const Instant at = minute_of(told);
    if (shift.resident || at < minute_of(shift.from)) {
        return false;
    }
    if (shift.until) {
        return at <= minute_of(*shift.until);
    }
    if (!shift.stale || at <= *shift.stale) {
        return true;
    }
    const bool came_anew = std::any_of(shifts.begin(), shifts.end(), [&](const DutyShift& other) {
        return other.person == shift.person && other.from > shift.from && minute_of(other.from) <= at;
    });
    return shift.window_end && minute_of(recorded) <= *shift.window_end + kComesEarly && !came_anew;
}

Date date_of_entry(const std::string& doer, const std::string& post, Instant told, Instant recorded,
                   const std::vector<DutyShift>& shifts, const std::vector<DutyWindow>& windows,
                   const Calendar& calendar, const Zone& zone) {
    std::optional<Date> own;
    std::set<Date> at_post;
    for (const DutyShift& shift : shifts) {
        if (!is_in_shift(shift, told, recorded, shifts)) {
            continue;
        }
        own = shift.person == doer ? std::optional{shift.date} : own;
        if (shift.is_at(post, told)) {
            at_post.insert(shift.date);
        }
    }
    if (own) {
        return *own;
    }
    if (at_post.size() == 1) {
        return *at_post.begin();
    }
    const Instant at = minute_of(told);
    const DutyWindow* window = window_for(windows, at);
    return window != nullptr ? window->date : business_date(zone, calendar, at);
}

}  // namespace onduty
