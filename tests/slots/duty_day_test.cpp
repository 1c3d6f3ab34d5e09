// SPDX-License-Identifier: MIT
// For which date does a shift or an entry count, and when is a shift stale, in each example that was worked out by
// hand?
#include "slots/duty_day.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "slots/vectors.hpp"

namespace onduty::oracle {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const TestZone kBerlin{
    "Europe/Berlin",
    hours{1},
    {{utc(2026, 3, 29, 1), hours{2}}, {utc(2026, 10, 25, 1), hours{1}}, {utc(2027, 3, 28, 1), hours{2}}}};

const Zone& zone_named(const std::string& name) {
    return name == "Asia/Shanghai" ? static_cast<const Zone&>(kShanghai) : kBerlin;
}

minutes clock_minutes(const std::string& text) {
    return minutes{std::stoi(text.substr(0, 2)) * 60 + std::stoi(text.substr(3, 2))};
}

Calendar calendar_of(const VectorRow& row) {
    Calendar calendar;
    calendar.day_start = clock_minutes(row.at("day_start"));
    for (const std::string& stretch : split_at(row.at("closed_dates"), " ")) {
        for (Date date = vector_date(stretch); date <= vector_date(stretch.substr(12)); date += days{1}) {
            calendar.closed_dates.insert(date);
        }
    }
    return calendar;
}

// "21:00-08:00 09:00-12:00", on each day around `at` that is not closed.
std::vector<DutyWindow> windows_of(const std::string& text, const Calendar& calendar, const Zone& zone, Instant at) {
    std::vector<DutyWindow> windows;
    const Date day = std::chrono::floor<days>(to_local(zone, at));
    for (Date date = day - days{3}; date <= day + days{3}; date += days{1}) {
        for (const std::string& window : split_at(text, " ")) {
            const minutes from = clock_minutes(window);
            const minutes until = clock_minutes(window.substr(6));
            const minutes end = until <= from ? until + days{1} : until;
            if (!calendar.is_closed(date)) {
                windows.push_back(
                    {date, {to_instant(zone, LocalTime{date} + from), to_instant(zone, LocalTime{date} + end)}});
            }
        }
    }
    return windows;
}

// "A01 guard 2026-11-24 20:50 > 2026-11-25 08:05 = 2026-11-24 stale 2026-11-25 09:00 | ...".
std::vector<DutyShift> shifts_of(const std::string& text, const Zone& zone) {
    std::vector<DutyShift> shifts;
    for (const std::string& one : split_at(text, " | ")) {
        DutyShift shift;
        const auto words = split_at(one, " ");
        shift.person = words[0];
        shift.from = vector_instant(words[2] + " " + words[3], zone);
        shift.posts = {{words[1], shift.from}};
        const std::size_t next = words[5] == "open" ? 6 : 7;
        if (words[5] != "open") {
            shift.until = vector_instant(words[5] + " " + words[6], zone);
        }
        shift.date = vector_date(words[next + 1]);
        shift.resident = words.back() == "resident";
        if (words.size() > next + 2 && words[next + 2] == "stale") {
            shift.stale = vector_instant(words[next + 3] + " " + words[next + 4], zone);
            shift.window_end = *shift.stale - hours{1};
        }
        shifts.push_back(std::move(shift));
    }
    return shifts;
}

}  // namespace

TEST_CASE("dates of shifts and entries are those that were worked out by hand") {
    const auto rows = vectors_in("dates.csv");
    CHECK(rows.size() == 61);
    for (const VectorRow& row : rows) {
        CAPTURE(row.at("id"));
        CAPTURE(row.at("scene"));
        if (row.at("expected_date") == "none") {
            continue;  // before the log: no date is asked for
        }
        const Zone& zone = zone_named(row.at("zone"));
        const Calendar calendar = calendar_of(row);
        const Instant told = vector_instant(row.at("told"), zone);
        const auto windows = windows_of(row.at("windows"), calendar, zone, told);
        const Date found = row.at("asks") == "shift"
                               ? date_of_shift(windows, calendar, zone, told)
                               : date_of_entry(row.at("doer"), row.at("post"), told, told,
                                               shifts_of(row.at("shifts"), zone), windows, calendar, zone);
        CHECK(to_text(found) == row.at("expected_date"));
    }
}

TEST_CASE("a shift goes stale at the minute that was worked out by hand") {
    const auto rows = vectors_in("stale.csv");
    CHECK(rows.size() == 32);
    for (const VectorRow& row : rows) {
        CAPTURE(row.at("id"));
        CAPTURE(row.at("scene"));
        const Zone& zone = zone_named(row.at("zone"));
        const Instant begins = vector_instant(row.at("begin"), zone);
        std::optional<Instant> window_end;
        if (!row.at("window_end").empty()) {
            window_end = vector_instant(row.at("window_end"), zone);
        }
        if (row.at("scene").find("relief does not come") != std::string::npos) {
            const auto windows = windows_of("00:00-08:00 08:00-16:00 16:00-00:00", Calendar{}, zone, begins);
            window_end = window_end_of(windows, begins, {});
        }
        std::vector<Instant> typed;
        for (const std::string& at : split_at(row.at("recorded_by_himself"), ";")) {
            typed.push_back(vector_instant(at, zone));
        }
        CHECK((stale_point(begins, window_end, typed) == vector_instant(row.at("expected_stale_at"), zone)));
    }
}

TEST_CASE("who comes long before a window has it, and is not cut off in it") {
    const auto at = [](const char* text) { return vector_instant(text, kShanghai); };
    const auto stale = [&](const char* windows, const char* begins) {
        const Instant came = at(begins);
        return stale_point(came, window_end_of(windows_of(windows, Calendar{}, kShanghai, came), came, {}), {});
    };
    // Seven hours before the night, and signs off at its end.
    CHECK((stale("20:30-08:30", "2026-11-24 13:30") == at("2026-11-25 09:30")));
    // Never longer than a day, and without a window that begins within 17 hours as without any.
    CHECK((stale("20:30-08:30", "2026-11-24 09:31") == at("2026-11-25 09:30")));
    CHECK((stale("08:00-08:30", "2026-11-24 09:40") == at("2026-11-25 02:40")));
    CHECK((stale("08:00-18:00", "2026-11-24 02:30") == at("2026-11-24 19:00")));
    // Who comes within an hour after the night comes for that; but not where the night's post is one beside another.
    const Instant after = at("2026-11-24 08:45");
    const auto nights = windows_of("20:30-08:30", Calendar{}, kShanghai, after);
    CHECK((stale("20:30-08:30", "2026-11-24 08:45") == at("2026-11-25 01:45")));
    CHECK((window_end_of(nights, after, {}, true) == at("2026-11-25 07:45")));
}

}  // namespace onduty::oracle
