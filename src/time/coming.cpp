// SPDX-License-Identifier: MIT
#include "time/coming.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"
#include "time/typed_clock.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

// A day to come, as the same day would be called when it has come.
struct DayWord {
    std::string_view word;
    std::string_view then;
    std::chrono::days ahead;
};

constexpr std::array<DayWord, 5> kDayWords{{{"tomorrow", "today", std::chrono::days{1}},
                                            {"明天", "今天", std::chrono::days{1}},
                                            {"明早", "今早", std::chrono::days{1}},
                                            {"明晚", "今晚", std::chrono::days{1}},
                                            {"后天", "今天", std::chrono::days{2}}}};

constexpr std::string_view kThisEvening = "今晚";

// Words that say by themselves which day is meant.
bool names_its_day(const std::string& text) {
    constexpr std::array<std::string_view, 13> kFirst{"today", "yesterday", "今",   "昨",   "前天", "now",       "现在",
                                                      "刚",    "-",         "this", "last", "the ", "day before"};
    return text.ends_with("ago") || text.ends_with("前") ||
           std::any_of(kFirst.begin(), kFirst.end(), [&](std::string_view word) { return text.starts_with(word); });
}

// A time or day as it is read at an instant, as the latest such one.
using ReadAt = std::function<Instant(const std::string& text, Instant now)>;

// Nothing for what is past.
std::optional<Instant> next_one(const std::string& text, const Zone& zone, Instant now, const ReadAt& read) {
    for (const DayWord& day : kDayWords) {
        if (text.starts_with(day.word)) {
            const Instant then = to_instant(zone, LocalTime{date_at(zone, now) + day.ahead} + 12h);
            const Instant at = read(std::string{day.then} + text.substr(day.word.size()), then);
            return at > now ? std::optional{at} : std::nullopt;
        }
    }
    // Read as if a day, a week or a year later, the latest such time is the next one.
    for (const int later : {0, 1, 7, 366}) {
        const Instant at = read(text, now + std::chrono::days{later});
        if (at > now || names_its_day(text)) {
            return at > now ? std::optional{at} : std::nullopt;
        }
    }
    return std::nullopt;
}

bool is_day(const std::string& text, const Zone& zone, Instant now, const ReadAt& read_day) {
    try {
        next_one(text, zone, now, read_day);
    } catch (const UsageError&) {
        return false;
    }
    return true;
}

}  // namespace

Instant read_coming_time(std::string_view text, const Zone& zone, Instant now, std::optional<Minutes> closes) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    const ReadAt read_day = [&](const std::string& day, Instant then) {
        const Date today = date_at(zone, then);
        return to_instant(zone, LocalTime{day == kThisEvening ? today : read_date(day, today)} + *closes);
    };
    const ReadAt read_moment = [&](const std::string& moment, Instant then) {
        return read_time_until(moment, zone, then, then);
    };
    std::optional<Instant> at;
    try {
        at = next_one(plain, zone, now, closes && is_day(plain, zone, now, read_day) ? read_day : read_moment);
    } catch (const UsageError&) {
        throw UsageError{closes ? say(N_("\"{0}\" is not a time. Write 18:00, \"tomorrow 10:00\", \"fri 18:00\" or a "
                                         "day alone for its closing time: fri, 2026-11-24."),
                                      text)
                                : say(N_("\"{0}\" is not a time. Write 18:00, \"tomorrow 10:00\", \"fri 18:00\" or "
                                         "\"2026-11-24 10:00\"."),
                                      text)};
    }
    if (!at) {
        throw UsageError{say(N_("\"{0}\" lies before {1}."), text, full_text(zone, now))};
    }
    return *at;
}

}  // namespace onduty
