// SPDX-License-Identifier: MIT
// How does a person write a time? In the site's zone.
#pragma once

#include <optional>
#include <string_view>

#include "time/time.hpp"

namespace onduty {

// What `--at` accepts, in English and Chinese: now, 刚才; a clock time as read_clock() reads it; before it a day word
// (yesterday, 昨晚), a weekday, 11-23, or a date as read_written_date() does; "10 min ago", 1小时20分钟前, -10m; an
// offset after a date. A bare clock time is that of today, or of yesterday where that is
// the nearest; where it is nearer to come, a day is asked for. Throws UsageError that says what was not understood or
// may be two dates, or that the clock never showed that time.
Instant read_time(std::string_view text, const Zone& zone, Instant now);
// The same, but a bare clock time goes by `last`, and is not after it.
Instant read_time(std::string_view text, const Zone& zone, Instant now, Instant last);

// The same, but a bare clock time is the latest one that is not after `last`, however long ago.
Instant read_time_until(std::string_view text, const Zone& zone, Instant now, Instant last);

// The same, but a bare clock time is that of `told`, typed anew: the one within six hours of it, else that of its date,
// else the latest one that is not after `last`.
Instant read_time_anew(std::string_view text, const Zone& zone, Instant now, Instant told, Instant last);

// What the calendar shows then.
Date date_at(const Zone& zone, Instant at);

// Whether the time is written with its day: a date, a weekday, "yesterday".
bool names_a_date(std::string_view text);

// Times up to this far ahead count as now: two clocks on two walls differ.
inline constexpr std::chrono::minutes kAheadAllowed{2};

// A date as --from, --to and report take it: 2026-11-23, 11-23, today, yesterday, 昨天, 周一.
Date read_date(std::string_view text, Date today);

// A date with its year, past or to come; nothing for what is none or may be two.
std::optional<Date> read_full_date(std::string_view text);

}  // namespace onduty
