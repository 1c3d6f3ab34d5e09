// SPDX-License-Identifier: MIT
#include "time/coming.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

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

// Words that say by themselves which day is meant.
bool names_its_day(const std::string& text) {
    constexpr std::array<std::string_view, 8> kFirst{"today", "yesterday", "今", "昨", "前天", "now", "现在", "-"};
    return text.ends_with("ago") || text.ends_with("前") ||
           std::any_of(kFirst.begin(), kFirst.end(), [&](std::string_view word) { return text.starts_with(word); });
}

std::optional<Instant> next_time(const std::string& text, const Zone& zone, Instant now) {
    for (const DayWord& day : kDayWords) {
        if (text.starts_with(day.word)) {
            const Date date = std::chrono::floor<std::chrono::days>(to_local(zone, now)) + day.ahead;
            return read_time(std::string{day.then} + text.substr(day.word.size()), zone,
                             to_instant(zone, LocalTime{date} + 12h));
        }
    }
    // Read as if a day, a week or a year later, the latest such time is the next one.
    for (const int later : {0, 1, 7, 366}) {
        const Instant at = read_time(text, zone, now + std::chrono::days{later});
        if (at > now || names_its_day(text)) {
            return at > now ? std::optional{at} : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace

Instant read_coming_time(std::string_view text, const Zone& zone, Instant now) {
    std::optional<Instant> at;
    try {
        at = next_time(lower_case(plain_form(text)), zone, now);
    } catch (const UsageError&) {
        throw UsageError{say(N_("\"{0}\" is not a time. Write 18:00, \"tomorrow 10:00\", \"fri 18:00\" or "
                                "\"2026-11-24 10:00\"."),
                             text)};
    }
    if (!at) {
        throw UsageError{say(N_("\"{0}\" is past; it is now {1}."), text, full_text(zone, now))};
    }
    return *at;
}

}  // namespace onduty
