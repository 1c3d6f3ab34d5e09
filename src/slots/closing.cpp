// SPDX-License-Identifier: MIT
#include "slots/closing.hpp"

#include <algorithm>

#include "slots/slots.hpp"

namespace onduty {

namespace {

constexpr std::chrono::hours kAtTheLatest{24};

bool is_open_at(const DutyShift& shift, Instant now) {
    return !shift.resident && (shift.stale ? now <= *shift.stale : now <= shift.until.value_or(kNever));
}

}  // namespace

bool may_close(const DayEnd& day, Instant now) {
    const auto is_open = [&](const DutyShift& shift) { return is_open_at(shift, now); };
    const bool has_run_out =
        now >= day.over && now >= day.runs_out && std::none_of(day.shifts.begin(), day.shifts.end(), is_open);
    return has_run_out || now >= day.over + kAtTheLatest;
}

std::int64_t closed_by(const std::vector<Closing>& closings, Date date, Instant over) {
    const auto closing = std::find_if(closings.begin(), closings.end(),
                                      [&](const Closing& one) { return one.has(date) && one.read >= over; });
    return closing == closings.end() ? 0 : closing->number;
}

std::vector<DateRange> left_open(const std::vector<Closing>& closings, DateRange dates,
                                 const std::function<Instant(Date date)>& over) {
    constexpr std::chrono::days kOneDay{1};
    std::vector<DateRange> open;
    for (Date date = dates.from; date < dates.until; date += kOneDay) {
        if (closed_by(closings, date, over(date)) != 0) {
            continue;
        }
        if (open.empty() || open.back().until != date) {
            open.push_back({date, date});
        }
        open.back().until = date + kOneDay;
    }
    return open;
}

}  // namespace onduty
