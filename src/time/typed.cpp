// SPDX-License-Identifier: MIT
#include "time/typed.hpp"

#include <optional>
#include <utility>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed_clock.hpp"
#include "time/written_date.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::year kFirstYear{2000};
constexpr std::chrono::year kLastYear{2099};

constexpr std::chrono::hours kNearest{12};  // of two days' clock times one is nearer than that
constexpr std::chrono::hours kSlip{6};      // by which a time is told wrongly, without its day

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
    if (scanner.any_word({"前天", "the day before yesterday", "day before yesterday"})) {
        return TypedDay{today - days{2}};
    }
    Scanner ahead = scanner;
    if (ahead.word("this ") && (ahead.rest().starts_with("morning") || ahead.rest().starts_with("afternoon") ||
                                ahead.rest().starts_with("evening"))) {
        scanner = ahead;
        return TypedDay{today};
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

std::optional<Minutes> read_hours(Scanner& scanner) {
    Scanner attempt = scanner;
    std::optional<Minutes> hours;
    if (attempt.any_word({"half an hour", "half hour", "半小时", "半个小时", "半个钟头"})) {
        hours = 30min;
    } else if (attempt.any_word({"an hour and a half", "1 and a half hours"})) {
        hours = 90min;
    } else if (attempt.word("an hour")) {
        hours = 60min;
    } else if (const auto number = attempt.number(1, 4)) {
        attempt.blanks();
        if (attempt.any_word({"hours", "hour", "hrs", "hr", "h", "小时", "个小时", "个钟头", "钟头"})) {
            hours = Minutes{*number * 60};
        } else if (attempt.any_word({"个半小时", "个半钟头"})) {
            hours = Minutes{*number * 60 + 30};
        }
    }
    scanner = hours ? attempt : scanner;
    return hours;
}

std::optional<Minutes> read_minutes(Scanner& scanner) {
    Scanner attempt = scanner;
    std::optional<Minutes> minutes;
    if (attempt.any_word({"a minute"})) {
        minutes = 1min;
    } else if (attempt.any_word({"a quarter of an hour", "quarter of an hour"})) {
        minutes = 15min;
    } else if (const auto number = attempt.number(1, 4)) {
        attempt.blanks();
        if (attempt.any_word({"minutes", "minute", "mins", "min", "m", "分钟", "分"})) {
            minutes = Minutes{*number};
        } else if (attempt.any_word({"刻钟", "刻"})) {
            minutes = Minutes{*number * 15};
        }
    }
    scanner = minutes ? attempt : scanner;
    return minutes;
}

// 10分钟前, "1 h 20 min ago", -10m.
std::optional<Minutes> read_ago(Scanner scanner) {
    const bool minus = scanner.word("-");
    const auto hours = read_hours(scanner);
    if (hours) {
        scanner.blanks();
        scanner.any_word({"and ", "零", "又"});
    }
    const auto minutes = read_minutes(scanner);
    scanner.blanks();
    const bool before = scanner.any_word({"ago", "之前", "以前", "前"});
    const bool read = (hours || minutes) && minus != before && scanner.done();
    return read ? std::optional{hours.value_or(0min) + minutes.value_or(0min)} : std::nullopt;
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

Date date_at(const Zone& zone, Instant at) {
    return std::chrono::floor<std::chrono::days>(to_local(zone, at));
}

bool names_a_date(std::string_view text) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    return read_day(scanner, Date{}).has_value();
}

namespace {

// What was typed: an instant, or a clock time of any day.
struct TypedTime {
    std::optional<Instant> at;
    std::chrono::seconds clock{};
};

// When the clock showed that; of two times both. Throws UsageError for what it never showed.
LocalMeaning shown_at(std::string_view text, const Zone& zone, LocalTime local) {
    const LocalMeaning meaning = meaning_of(zone, local);
    if (meaning.kind == LocalKind::skipped) {
        throw UsageError{say(N_("The clock never showed {0} that day: it was put forward. Write a time "
                                "before or after."),
                             text)};
    }
    return meaning;
}

TypedTime read_typed(std::string_view text, const Zone& zone, Instant now) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    Scanner scanner{plain};
    if (plain == "now" || plain == "just now" || plain == "right now" || plain == "现在" || plain == "刚才" ||
        plain == "刚刚" || plain == "刚") {
        return {now};
    }
    if (const auto ago = read_ago(scanner)) {
        return {now - *ago};
    }
    const auto day = read_day(scanner, date_at(zone, now));
    if (day) {
        refuse_unclear(*day, text);
    }
    if (day && !scanner.word("t")) {
        scanner.blanks();
        scanner.any_word({"at ", "的"});
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
    if (!day) {
        return {std::nullopt, *clock};
    }
    const LocalTime local = LocalTime{day->date} + *clock;
    return {offset ? Instant{local.time_since_epoch() - *offset} : shown_at(text, zone, local).first};
}

// The latest time at which the clock showed that, up to two minutes after `last`.
Instant latest_until(std::string_view text, const Zone& zone, std::chrono::seconds clock, Instant last) {
    // An hour of the night may be counted on the day before.
    LocalTime local = LocalTime{date_at(zone, last)} + clock;
    while (meaning_of(zone, local).first > last + kAheadAllowed) {
        local -= 24h;
    }
    const LocalMeaning meaning = shown_at(text, zone, local);
    return meaning.kind == LocalKind::repeated && meaning.second <= last + kAheadAllowed ? meaning.second
                                                                                         : meaning.first;
}

}  // namespace

Instant read_time(std::string_view text, const Zone& zone, Instant now) {
    return read_time(text, zone, now, now);
}

Instant read_time(std::string_view text, const Zone& zone, Instant now, Instant last) {
    const TypedTime typed = read_typed(text, zone, now);
    if (typed.at) {
        return *typed.at;
    }
    const Instant at = latest_until(text, zone, typed.clock, last);
    if (at < last - kNearest && date_at(zone, at) != date_at(zone, last)) {
        throw UsageError{
            say(N_("\"{0}\" is later than {1}. Write it with its date: \"{2}\", or \"{3}\" if this clock is "
                   "behind."),
                text, full_text(zone, last), date_time_text(zone, at),
                date_time_text(zone, to_instant(zone, to_local(zone, at) + 24h)))};
    }
    return at;
}

Instant read_time_until(std::string_view text, const Zone& zone, Instant now, Instant last) {
    const TypedTime typed = read_typed(text, zone, now);
    return typed.at ? *typed.at : latest_until(text, zone, typed.clock, last);
}

Instant read_time_anew(std::string_view text, const Zone& zone, Instant now, Instant told, Instant last) {
    const TypedTime typed = read_typed(text, zone, now);
    if (typed.at) {
        return *typed.at;
    }
    const Instant near = latest_until(text, zone, typed.clock, told + kSlip);
    if (near >= told - kSlip && near <= told + kSlip) {
        return near;
    }
    const LocalTime of_date = LocalTime{date_at(zone, told)} + typed.clock % 24h;
    const Instant at = shown_at(text, zone, of_date).first;
    return at <= last ? at : shown_at(text, zone, of_date - 24h).first;
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
