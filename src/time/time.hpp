// SPDX-License-Identifier: MIT
// What is a time here? Instants are UTC, local times are the site's wall clock, dates are business dates.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onduty {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC
using LocalTime = std::chrono::local_time<std::chrono::seconds>;   // the site's wall clock
using Date = std::chrono::local_days;                              // a business date
using Minutes = std::chrono::minutes;

// One reading of the machine's clocks. `boot` counts since the boot named by `boot_id`;
// an empty `boot_id` means that the machine does not tell.
struct Moment {
    Instant wall;
    std::chrono::milliseconds boot{0};
    std::string boot_id;
};

// A half-open stretch of time: `from` belongs to it, `until` does not.
struct Period {
    Instant from;
    Instant until;
    bool contains(Instant at) const { return from <= at && at < until; }
};

// A post, and the time for which somebody has it.
struct PostTime {
    std::string post;
    Instant from{};
    Instant until = Instant::max();  // as long as he is on duty
};

// Half-open stretch of business dates.
struct DateRange {
    Date from;
    Date until;
    bool contains(Date date) const { return from <= date && date < until; }
};
// Before and after all dates of a log.
inline constexpr Date kNoBeginning{std::chrono::local_days{std::chrono::year{1} / 1 / 1}};
inline constexpr Date kNoEnd{std::chrono::local_days{std::chrono::year{9999} / 1 / 1}};

// From the begin of the first to the end of the last.
inline DateRange joined(DateRange one, DateRange other) {
    return {std::min(one.from, other.from), std::max(one.until, other.until)};
}

// What a zone must answer: seconds east of UTC at an instant. Everything else follows from that.
class Zone {
  public:
    Zone() = default;
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    virtual ~Zone() = default;
    virtual std::chrono::seconds offset_at(Instant at) const = 0;
};

enum class LocalKind { unique, skipped, repeated };

// Which instants a wall clock shows as one local time. skipped: the clock jumped over it and `first` ==
// `second` is the instant of the jump. repeated: it was shown twice, at `first` and at `second`.
struct LocalMeaning {
    LocalKind kind;
    Instant first;
    Instant second;
};

LocalMeaning meaning_of(const Zone& zone, LocalTime local);
LocalTime to_local(const Zone& zone, Instant at);
// The first instant that shows `local`; the instant of the jump when none does.
Instant to_instant(const Zone& zone, LocalTime local);

// "2026-11-23"; parse_date throws nothing and answers false for anything that is not a real date.
std::string to_text(Date date);
bool parse_date(std::string_view text, Date& date);

// First day of the ISO week (Monday), of the half-month (1st or 16th) and of the month that hold `date`.
Date week_start(Date date);
Date half_month_start(Date date);
Date month_start(Date date);
// First day after that week, half-month or month.
Date week_end(Date date);
Date half_month_end(Date date);
Date month_end(Date date);
// "2026-W48", the ISO 8601 week.
std::string week_text(Date date);

}  // namespace onduty
