// SPDX-License-Identifier: MIT
// How does a person write a time, and how is one shown? All words are in the site's zone.
#pragma once

#include <string>
#include <string_view>

#include "time/time.hpp"

namespace onduty {

// What `--at` accepts, in English and Chinese: now; 02:05, 0205, 2点05分, 2点半; a day word, weekday or date
// before it (yesterday, 昨晚, mon, 周一, 11-23, 2026-11-23); am/pm, 凌晨/上午/下午/晚上; "10 min ago",
// 10分钟前, -10m; an offset after a full date. A bare clock time is the latest such time that is not in the
// future. Throws UsageError that says what was not understood, or that the clock never showed that time.
Instant read_time(std::string_view text, const Zone& zone, Instant now);

// Whether the time is written with its day: a date, a weekday, "yesterday".
bool names_a_date(std::string_view text);

// Times up to this far ahead count as now: two clocks on two walls differ.
inline constexpr std::chrono::minutes kAheadAllowed{2};

// A date as --from, --to and report take it: 2026-11-23, 11-23, today, yesterday, 昨天, 周一.
Date read_date(std::string_view text, Date today);

// "09:05" to "24:00" as in plans, as minutes after midnight; -1 when it is not a clock time.
int clock_minutes(std::string_view text);

// "2026-11-23 02:05", local.
std::string date_time_text(const Zone& zone, Instant at);
// "02:05", local.
std::string clock_text(const Zone& zone, Instant at);
// "2026-11-23 Mon 02:05" / "2026-11-23 周一 02:05", as echoed after an entry.
std::string full_text(const Zone& zone, Instant at);
// "+08:00".
std::string offset_text(std::chrono::seconds offset);
// "1 h 10 min", "35 min".
std::string duration_text(std::chrono::milliseconds duration);

}  // namespace onduty
