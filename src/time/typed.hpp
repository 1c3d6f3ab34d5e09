// SPDX-License-Identifier: MIT
// How does a person write a time? In the site's zone.
#pragma once

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

}  // namespace onduty
