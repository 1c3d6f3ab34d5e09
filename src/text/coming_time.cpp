// SPDX-License-Identifier: MIT
#include "text/coming_time.hpp"

#include <string>

#include "error.hpp"
#include "text/time_words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};

// A date in front of the time; "" is none.
std::optional<Date> coming_date(const std::string& typed, Date today) {
    if (typed == "tomorrow" || typed == "明天") {
        return today + kDay;
    }
    if (typed == "today" || typed == "今天") {
        return today;
    }
    Date date;
    if (parse_date(typed, date)) {
        return date;
    }
    const std::string year = to_text(today).substr(0, 5);
    if (!parse_date(year + typed, date)) {
        return std::nullopt;
    }
    // January is typed in December.
    Date next;
    return date < today && parse_date(std::to_string(std::stoi(year) + 1) + "-" + typed, next) ? next : date;
}

}  // namespace

Instant read_coming_time(std::string_view text, const Zone& zone, Instant now) {
    const std::string plain = lower_case(plain_form(text));
    const auto blank = plain.rfind(' ');
    const std::string clock = blank == std::string::npos ? plain : plain.substr(blank + 1);
    const std::string day = blank == std::string::npos ? "" : plain.substr(0, blank);
    const int minutes = clock_minutes(clock.size() == 4 ? "0" + clock : clock);
    const Date today = std::chrono::floor<std::chrono::days>(to_local(zone, now));
    const auto date = day.empty() ? today : coming_date(day, today);
    if (minutes < 0 || !date) {
        throw UsageError{say(N_("\"{0}\" is no time to come. Write 14:00, tomorrow 14:00 or 2026-11-28 14:00."), text)};
    }
    LocalTime local = LocalTime{*date} + Minutes{minutes};
    if (day.empty() && to_instant(zone, local) <= now) {
        local += kDay;
    }
    const LocalMeaning meaning = meaning_of(zone, local);
    if (meaning.kind == LocalKind::skipped) {
        throw UsageError{
            say(N_("The clock never shows {0} that day: it is put forward. Write a time before or after."), text)};
    }
    if (meaning.first <= now) {
        throw UsageError{say(N_("{0} is over; write a time to come."), full_text(zone, meaning.first))};
    }
    return meaning.first;
}

}  // namespace onduty
