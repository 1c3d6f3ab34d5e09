// SPDX-License-Identifier: MIT
#include "time/typed.hpp"

#include <optional>
#include <utility>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed_clock.hpp"
#include "time/written_date.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::year kFirstYear{2000};
constexpr std::chrono::year kLastYear{2099};

struct TypedDay {
    Date date;
    DaySaid said = DaySaid::near;
    bool ambiguous = false;
    bool wrong_weekday = false;
};

// The latest such day up to tomorrow.
std::optional<TypedDay> latest(int month, int day, Date today) {
    const std::chrono::year_month_day guess{std::chrono::year_month_day{today}.year(),
                                            std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}};
    if (!guess.ok()) {
        return std::nullopt;
    }
    const auto latest = Date{guess} <= today + std::chrono::days{1} ? guess : guess - std::chrono::years{1};
    return latest.ok() ? std::optional{TypedDay{Date{latest}, DaySaid::date}}
                       : std::nullopt;  // a 29th of February that last year did not have
}

// 11-23, 11月23日, Nov 23, 23 Nov.
std::optional<TypedDay> read_month_and_day(Scanner& scanner, Date today) {
    Scanner attempt = scanner;
    auto month = read_month_name(attempt);
    std::optional<int> day;
    bool ended = false;
    if (month) {
        attempt.blanks();
        day = attempt.number(1, 2);
    } else if (month = attempt.number(1, 2); month && attempt.any_word({"-", "月"})) {
        day = attempt.number(1, 2);
        ended = attempt.any_word({"日", "号"});
    } else if (day = month; day) {
        attempt.blanks();
        month = read_month_name(attempt);
    }
    const auto read = month && day && (ended || attempt.digits().empty()) ? latest(*month, *day, today) : std::nullopt;
    scanner = read ? attempt : scanner;
    return read;
}

std::optional<TypedDay> read_day(Scanner& scanner, Date today) {
    using std::chrono::days;
    if (scanner.any_word({"today", "今天", "今日"})) {
        return TypedDay{today};
    }
    if (scanner.any_word({"yesterday", "昨天", "昨日"})) {
        return TypedDay{today - days{1}};
    }
    if (scanner.word("前天")) {
        return TypedDay{today - days{2}};
    }
    if (scanner.any_word({"昨晚", "昨夜", "last night"})) {
        return TypedDay{today - days{1}, DaySaid::evening};
    }
    Scanner attempt = scanner;
    for (const auto& [word, back] : {std::pair{"今", 0}, {"昨", 1}}) {
        if (attempt.word(word) && (attempt.rest().starts_with("早") || attempt.rest().starts_with("晚"))) {
            scanner = attempt;
            return TypedDay{today - days{back}};
        }
    }
    if (const auto date = read_written_date(scanner, DateOrder::unknown)) {
        const bool in_range = date->date.year() >= kFirstYear && date->date.year() <= kLastYear;
        return in_range ? std::optional{TypedDay{Date{date->date}, DaySaid::date, date->ambiguous, date->wrong_weekday}}
                        : std::nullopt;
    }
    if (const auto weekday = read_weekday(scanner)) {
        return TypedDay{today - (std::chrono::weekday{today} - *weekday), DaySaid::date};
    }
    return read_month_and_day(scanner, today);
}

std::optional<std::chrono::minutes> read_ago(Scanner scanner) {
    const bool minus = scanner.word("-");
    std::optional<Minutes> ago;
    if (scanner.any_word({"half an hour", "半小时", "半个小时"})) {
        ago = 30min;
    } else if (scanner.word("an hour")) {
        ago = 60min;
    } else if (scanner.word("a minute")) {
        ago = 1min;
    } else if (const auto number = scanner.number(1, 4)) {
        scanner.blanks();
        if (scanner.any_word({"minutes", "minute", "mins", "min", "m", "分钟", "分"})) {
            ago = Minutes{*number};
        } else if (scanner.any_word({"hours", "hour", "h", "小时", "个小时"})) {
            ago = Minutes{*number * 60};
        } else if (scanner.word("个半小时")) {
            ago = Minutes{*number * 60 + 30};
        } else if (scanner.any_word({"刻钟", "刻"})) {
            ago = Minutes{*number * 15};
        }
    }
    scanner.blanks();
    const bool before = scanner.any_word({"ago", "之前", "以前", "前"});
    return minus != before && scanner.done() ? ago : std::nullopt;
}

[[noreturn]] void not_a_time(std::string_view text) {
    throw UsageError{say(N_("\"{0}\" is not a time. Write 02:05, \"yesterday 22:30\", \"10 min ago\" or "
                            "\"2026-11-23 02:05\"."),
                         text)};
}

void refuse_unclear(const TypedDay& day, std::string_view text) {
    if (day.ambiguous) {
        throw UsageError{say(N_("\"{0}\" may be more than one date. Write it as 2026-11-23."), text)};
    }
    if (day.wrong_weekday) {
        throw UsageError{say(N_("\"{0}\": that date is another day of the week."), text)};
    }
}

}  // namespace

bool names_a_date(std::string_view text) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    return read_day(scanner, Date{}).has_value();
}

Instant read_time(std::string_view text, const Zone& zone, Instant now) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    if (plain == "now" || plain == "just now" || plain == "现在" || plain == "刚才" || plain == "刚刚") {
        return now;
    }
    if (const auto ago = read_ago(scanner)) {
        return now - *ago;
    }
    const Date today = std::chrono::floor<std::chrono::days>(to_local(zone, now));
    const auto day = read_day(scanner, today);
    if (day) {
        refuse_unclear(*day, text);
    }
    if (day && !scanner.word("t")) {
        scanner.blanks();
    }
    const auto clock = read_clock(scanner, day ? day->said : DaySaid::none);
    if (!clock && read_clock(scanner, DaySaid::none)) {
        throw UsageError{
            say(N_("\"{0}\" may be of the night before or of that after. Write the date and a 24-hour time: "
                   "2026-11-23 02:05."),
                text)};
    }
    if (!clock) {
        not_a_time(text);
    }
    std::optional<std::chrono::seconds> offset;
    if (day) {
        scanner.blanks();
        offset = read_offset(scanner);
    }
    if (!scanner.done()) {
        not_a_time(text);
    }
    const LocalTime local = LocalTime{day ? day->date : today} + *clock;
    if (offset) {
        return Instant{local.time_since_epoch() - *offset};
    }
    LocalMeaning meaning = meaning_of(zone, local);
    // An hour of the night may be counted on the day before.
    for (LocalTime past = local; !day && meaning.first > now + kAheadAllowed;) {
        past -= 24h;
        meaning = meaning_of(zone, past);
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
    const auto day = read_day(scanner, today);
    if (!day || !scanner.done() || day->said == DaySaid::evening) {
        throw UsageError{say(N_("\"{0}\" is not a date. Write 2026-11-23, 11-23, today, yesterday or mon."), text)};
    }
    refuse_unclear(*day, text);
    return day->date;
}

std::optional<Date> read_full_date(std::string_view text) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    const auto date = read_written_date(scanner, DateOrder::unknown);
    const bool clear = date && scanner.done() && !date->ambiguous && !date->wrong_weekday;
    return clear && date->date.year() >= kFirstYear && date->date.year() <= kLastYear
               ? std::optional<Date>{std::chrono::local_days{date->date}}
               : std::nullopt;
}

}  // namespace onduty
