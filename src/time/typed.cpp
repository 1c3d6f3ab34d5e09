// SPDX-License-Identifier: MIT
#include "time/typed.hpp"

#include <array>
#include <optional>
#include <utility>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed_clock.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

std::optional<Date> weekday_before(Scanner& scanner, Date today) {
    static constexpr std::array<std::array<std::string_view, 5>, 7> kNames{{
        {"monday", "mon", "周一", "星期一", "礼拜一"},
        {"tuesday", "tue", "周二", "星期二", "礼拜二"},
        {"wednesday", "wed", "周三", "星期三", "礼拜三"},
        {"thursday", "thu", "周四", "星期四", "礼拜四"},
        {"friday", "fri", "周五", "星期五", "礼拜五"},
        {"saturday", "sat", "周六", "星期六", "礼拜六"},
        {"sunday", "sun", "周日", "星期日", "星期天"},
    }};
    for (unsigned day = 0; day < kNames.size(); ++day) {
        for (const auto name : kNames[day]) {
            if (scanner.word(name)) {
                const std::chrono::weekday wanted{day + 1};
                return today - (std::chrono::weekday{today} - wanted);
            }
        }
    }
    return std::nullopt;
}

std::optional<Date> read_day(Scanner& scanner, Date today, bool& evening) {
    using std::chrono::days;
    if (scanner.any_word({"today", "今天"})) {
        return today;
    }
    if (scanner.any_word({"yesterday", "昨天"})) {
        return today - days{1};
    }
    if (scanner.word("前天")) {
        return today - days{2};
    }
    if (scanner.word("昨晚")) {
        evening = true;
        return today - days{1};
    }
    Scanner attempt = scanner;
    if (attempt.word("今") && (attempt.rest().starts_with("早") || attempt.rest().starts_with("晚"))) {
        scanner = attempt;
        return today;
    }
    if (const auto weekday = weekday_before(scanner, today)) {
        return weekday;
    }
    Date date;
    if (parse_date(scanner.rest().substr(0, 10), date)) {
        scanner.number(4, 4);
        scanner.word("-");
        scanner.number(2, 2);
        scanner.word("-");
        scanner.number(2, 2);
        return date;
    }
    attempt = scanner;
    const auto month = attempt.number(1, 2);
    if (month && attempt.any_word({"-", "月"})) {
        const auto day = attempt.number(1, 2);
        attempt.any_word({"日", "号"});
        const std::chrono::year_month_day guess{std::chrono::year_month_day{today}.year(),
                                                std::chrono::month{static_cast<unsigned>(*month)},
                                                std::chrono::day{static_cast<unsigned>(day.value_or(0))}};
        if (day && guess.ok()) {
            const auto latest = Date{guess} <= today + days{1} ? guess : guess - std::chrono::years{1};
            if (!latest.ok()) {
                return std::nullopt;  // a 29th of February that last year did not have
            }
            scanner = attempt;
            return Date{latest};
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> read_offset(Scanner& scanner) {
    if (scanner.word("z")) {
        return 0s;
    }
    Scanner attempt = scanner;
    const int sign = attempt.word("+") ? 1 : attempt.word("-") ? -1 : 0;
    if (sign == 0) {
        return std::nullopt;
    }
    const auto hours = attempt.number(2, 2);
    attempt.word(":");
    const auto minutes = attempt.number(2, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) {
        return std::nullopt;
    }
    scanner = attempt;
    return sign * (std::chrono::hours{*hours} + Minutes{*minutes});
}

std::optional<std::chrono::minutes> read_ago(Scanner scanner) {
    if (scanner.any_word({"半小时前", "半个小时前"}) && scanner.done()) {
        return 30min;
    }
    const bool minus = scanner.word("-");
    const auto number = scanner.number(1, 4);
    if (!number) {
        return std::nullopt;
    }
    scanner.blanks();
    const bool minutes = scanner.any_word({"minutes", "minute", "mins", "min", "m", "分钟", "分"});
    const bool hours = !minutes && scanner.any_word({"hours", "hour", "h", "小时", "个小时"});
    scanner.blanks();
    const bool ago = scanner.any_word({"ago", "前"});
    if (!(minutes || hours) || minus == ago || !scanner.done()) {
        return std::nullopt;
    }
    return hours ? Minutes{*number * 60} : Minutes{*number};
}

[[noreturn]] void not_a_time(std::string_view text) {
    throw UsageError{say(N_("\"{0}\" is not a time. Write 02:05, \"yesterday 22:30\", \"10 min ago\" or "
                            "\"2026-11-23 02:05\"."),
                         text)};
}

}  // namespace

bool names_a_date(std::string_view text) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    bool evening = false;
    return read_day(scanner, Date{}, evening).has_value();
}

Instant read_time(std::string_view text, const Zone& zone, Instant now) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    if (plain == "now" || plain == "现在") {
        return now;
    }
    if (const auto ago = read_ago(scanner)) {
        return now - *ago;
    }
    const Date today = std::chrono::floor<std::chrono::days>(to_local(zone, now));
    bool evening = false;
    const auto day = read_day(scanner, today, evening);
    if (day && !scanner.word("t")) {
        scanner.blanks();
    }
    DayPart part = read_day_part(scanner);
    part = part == DayPart::none && evening ? DayPart::evening : part;
    scanner.blanks();
    auto clock = read_clock(scanner);
    if (!clock) {
        not_a_time(text);
    }
    scanner.blanks();
    const bool pm = scanner.word("pm");
    const bool am = !pm && scanner.word("am");
    const bool twelve_hours = clock->hour >= 1 && clock->hour <= 12;
    if (((am || pm) && !twelve_hours) || contradicts(clock->hour, part)) {
        not_a_time(text);
    }
    if (am || pm) {
        clock->hour = clock->hour % 12 + (pm ? 12 : 0);
    }
    if (!valid(*clock)) {
        not_a_time(text);
    }
    const auto offset = day ? read_offset(scanner) : std::nullopt;
    if (!scanner.done()) {
        not_a_time(text);
    }
    const auto time_of_day = std::chrono::hours{hour_of_day(clock->hour, part)} + Minutes{clock->minute} +
                             std::chrono::seconds{clock->second};
    const LocalTime local = LocalTime{day.value_or(today)} + time_of_day;
    if (offset) {
        return Instant{local.time_since_epoch() - *offset};
    }
    LocalMeaning meaning = meaning_of(zone, local);
    if (!day && meaning.first > now + kAheadAllowed) {
        meaning = meaning_of(zone, local - 24h);
    }
    if (!day && meaning.kind == LocalKind::repeated && meaning.second <= now + kAheadAllowed) {
        return meaning.second;  // the latest past one
    }
    if (meaning.kind == LocalKind::skipped) {
        throw UsageError{say(N_("The clock never showed {0} that day: it was put forward. Write a time "
                                "before or after."),
                             text)};
    }
    return meaning.first;
}

Date read_date(std::string_view text, Date today) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    bool evening = false;
    const auto day = read_day(scanner, today, evening);
    if (!day || !scanner.done() || evening) {
        throw UsageError{say(N_("\"{0}\" is not a date. Write 2026-11-23, 11-23, today, yesterday or mon."), text)};
    }
    return *day;
}

}  // namespace onduty
