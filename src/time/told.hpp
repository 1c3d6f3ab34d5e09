// SPDX-License-Identifier: MIT
// How is a time shown? In the site's zone. A time of day with its date bears its offset where the clock shows it twice,
// "2026-10-25 02:05+01:00", and can be typed so.
#pragma once

#include <string>

#include "time/time.hpp"

namespace onduty {

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
