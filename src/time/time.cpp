// SPDX-License-Identifier: MIT
#include "time/time.hpp"

#include <date/iso_week.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace onduty {
using namespace std::chrono_literals;

namespace {

std::chrono::year_month_day civil(Date date) {
    return std::chrono::year_month_day{date};
}

Date day_of_month(Date date, unsigned day) {
    const auto ymd = civil(date);
    return Date{ymd.year() / ymd.month() / std::chrono::day{day}};
}

void append_number(std::string& text, int value, int width) {
    std::array<char, 12> digits{};
    const auto length = std::to_chars(digits.begin(), digits.end(), value).ptr - digits.begin();
    text.append(static_cast<std::size_t>(std::max<std::ptrdiff_t>(width - length, 0)), '0');
    text.append(digits.data(), static_cast<std::size_t>(length));
}

// Less than 100. By hand: a year of the log has millions of these.
void append_two_digits(std::string& text, unsigned value) {
    text += static_cast<char>('0' + value / 10);
    text += static_cast<char>('0' + value % 10);
}

}  // namespace

LocalTime to_local(const Zone& zone, Instant at) {
    const auto shifted = std::chrono::floor<std::chrono::seconds>(at) + zone.offset_at(at);
    return LocalTime{shifted.time_since_epoch()};
}

LocalMeaning meaning_of(const Zone& zone, LocalTime local) {
    // An offset that applies to a local time applies within a day of it, so two offsets are enough to try.
    const Instant as_utc{local.time_since_epoch()};
    const auto before = zone.offset_at(as_utc - 24h);
    const auto after = zone.offset_at(as_utc + 24h);
    const Instant early = as_utc - std::max(before, after);
    const Instant late = as_utc - std::min(before, after);
    const bool early_fits = to_local(zone, early) == local;
    const bool late_fits = to_local(zone, late) == local;
    if (early_fits && late_fits) {
        return early == late ? LocalMeaning{LocalKind::unique, early, early}
                             : LocalMeaning{LocalKind::repeated, early, late};
    }
    if (early_fits || late_fits) {
        const Instant only = early_fits ? early : late;
        return {LocalKind::unique, only, only};
    }
    // Skipped: find the jump between the two guesses by halving.
    Instant low = early;
    Instant high = late;
    while (high - low > 1s) {
        const Instant middle = low + std::chrono::floor<std::chrono::seconds>((high - low) / 2);
        (zone.offset_at(middle) == zone.offset_at(low) ? low : high) = middle;
    }
    return {LocalKind::skipped, high, high};
}

Instant to_instant(const Zone& zone, LocalTime local) {
    return meaning_of(zone, local).first;
}

std::string to_text(Date date) {
    const auto ymd = civil(date);
    std::string text;
    append_number(text, static_cast<int>(ymd.year()), 4);
    text += '-';
    append_two_digits(text, static_cast<unsigned>(ymd.month()));
    text += '-';
    append_two_digits(text, static_cast<unsigned>(ymd.day()));
    return text;
}

bool parse_date(std::string_view text, Date& date) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    bool digits = true;
    // By hand: a year of the log has millions of these.
    const auto number = [&](std::size_t first, std::size_t count) {
        unsigned value = 0;
        for (const char letter : text.substr(first, count)) {
            digits = digits && letter >= '0' && letter <= '9';
            value = value * 10 + static_cast<unsigned>(letter - '0');
        }
        return value;
    };
    const auto year = static_cast<int>(number(0, 4));
    const unsigned month = number(5, 2);
    const unsigned day = number(8, 2);
    if (!digits) {
        return false;
    }
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!ymd.ok() || year < 2000 || year > 2099) {
        return false;
    }
    date = Date{ymd};
    return true;
}

Date week_start(Date date) {
    return date - (std::chrono::weekday{date} - std::chrono::Monday);
}

Date week_end(Date date) {
    return week_start(date) + std::chrono::days{7};
}

Date half_month_start(Date date) {
    return day_of_month(date, static_cast<unsigned>(civil(date).day()) <= 15 ? 1 : 16);
}

Date half_month_end(Date date) {
    return static_cast<unsigned>(civil(date).day()) <= 15 ? day_of_month(date, 16) : month_end(date);
}

Date month_start(Date date) {
    return day_of_month(date, 1);
}

Date month_end(Date date) {
    const auto ymd = civil(date);
    const auto next = std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{1};
    return Date{next / std::chrono::day{1}};
}

std::string week_text(Date date) {
    const iso_week::year_weeknum_weekday week{date::sys_days{date.time_since_epoch()}};
    std::string text = std::to_string(static_cast<int>(week.year())) + "-W";
    append_two_digits(text, static_cast<unsigned>(week.weeknum()));
    return text;
}

}  // namespace onduty
