// SPDX-License-Identifier: MIT
#include "time/words.hpp"

#include <array>
#include <optional>
#include <utility>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

enum class DayPart { none, before_dawn, morning, noon, afternoon, evening };

// Reads from the front of a text, word by word.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_{text} {}

    bool done() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }
    void blanks() {
        while (!rest_.empty() && rest_.front() == ' ') {
            rest_.remove_prefix(1);
        }
    }
    bool word(std::string_view word) {
        if (rest_.substr(0, word.size()) != word) {
            return false;
        }
        rest_.remove_prefix(word.size());
        return true;
    }
    bool any_word(std::initializer_list<std::string_view> words) {
        for (const auto candidate : words) {
            if (word(candidate)) {
                return true;
            }
        }
        return false;
    }
    // Between `least` and `most` digits; nothing is read when there are fewer.
    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        int value = 0;
        while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
            value = value * 10 + (rest_[count] - '0');
            ++count;
        }
        if (count < least) {
            return std::nullopt;
        }
        rest_.remove_prefix(count);
        return value;
    }

  private:
    std::string_view rest_;
};

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

std::optional<Clock> read_clock(Scanner& scanner) {
    Scanner attempt = scanner;
    Clock clock;
    const auto hour_and_minute = attempt.number(4, 4);
    if (hour_and_minute && !attempt.number(1, 1)) {
        clock.hour = *hour_and_minute / 100;
        clock.minute = *hour_and_minute % 100;
        scanner = attempt;
        return clock;
    }
    attempt = scanner;
    const auto hour = attempt.number(1, 2);
    if (!hour) {
        return std::nullopt;
    }
    clock.hour = *hour;
    if (attempt.any_word({":", "."})) {
        const auto minute = attempt.number(2, 2);
        if (!minute) {
            return std::nullopt;
        }
        clock.minute = *minute;
        if (attempt.word(":")) {
            const auto second = attempt.number(2, 2);
            if (!second) {
                return std::nullopt;
            }
            clock.second = *second;
        }
    } else if (attempt.any_word({"点", "时", "點"})) {
        attempt.word("钟");
        if (attempt.word("半")) {
            clock.minute = 30;
        } else if (const auto minute = attempt.number(1, 2)) {
            clock.minute = *minute;
            attempt.word("分");
        }
    } else {
        Scanner after = attempt;
        after.blanks();
        if (!after.any_word({"am", "pm"})) {
            return std::nullopt;  // "9" alone is no time; "9am" and "9 am" are
        }
    }
    scanner = attempt;
    return clock;
}

DayPart read_day_part(Scanner& scanner) {
    if (scanner.word("凌晨")) {
        return DayPart::before_dawn;
    }
    if (scanner.any_word({"上午", "早上", "早晨", "早"})) {
        return DayPart::morning;
    }
    if (scanner.word("中午")) {
        return DayPart::noon;
    }
    if (scanner.word("下午")) {
        return DayPart::afternoon;
    }
    if (scanner.any_word({"晚上", "傍晚", "夜里", "晚", "夜"})) {
        return DayPart::evening;
    }
    return DayPart::none;
}

// Hours of the 12-hour words as hours of the day; 24 and more mean the next day.
int hour_of_day(int hour, DayPart part) {
    switch (part) {
        case DayPart::none:
        case DayPart::morning:
            return hour;
        case DayPart::before_dawn:
            return hour == 12 ? 0 : hour;
        case DayPart::noon:
            return hour < 11 ? hour + 12 : hour;
        case DayPart::afternoon:
            return hour < 12 ? hour + 12 : hour;
        case DayPart::evening:
            return hour < 6 ? hour + 24 : hour <= 12 ? hour + 12 : hour;
    }
    return hour;
}

// "3 in the afternoon" is fine, "15 in the morning" is not.
bool contradicts(int hour, DayPart part) {
    switch (part) {
        case DayPart::none:
            return false;
        case DayPart::before_dawn:
            return hour > 6 && hour != 12;
        case DayPart::morning:
            return hour > 12;
        case DayPart::noon:
            return hour > 14 || (hour > 2 && hour < 11);
        case DayPart::afternoon:
            return hour > 19;
        case DayPart::evening:
            return hour > 12 && hour < 17;
    }
    return false;
}

bool valid(const Clock& clock) {
    const bool midnight = clock.hour == 24 && clock.minute == 0 && clock.second == 0;
    return (clock.hour < 24 || midnight) && clock.minute < 60 && clock.second < 60;
}

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
    const std::string plain = lower_case(plain_form(text));
    Scanner scanner{plain};
    bool evening = false;
    return read_day(scanner, Date{}, evening).has_value();
}

Instant read_time(std::string_view text, const Zone& zone, Instant now) {
    const std::string plain = lower_case(plain_form(text));
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
    const std::string plain = lower_case(plain_form(text));
    Scanner scanner{plain};
    bool evening = false;
    const auto day = read_day(scanner, today, evening);
    if (!day || !scanner.done() || evening) {
        throw UsageError{say(N_("\"{0}\" is not a date. Write 2026-11-23, 11-23, today, yesterday or mon."), text)};
    }
    return *day;
}

int clock_minutes(std::string_view text) {
    Scanner scanner{text};
    const auto hour = scanner.number(2, 2);
    const bool colon = hour && scanner.word(":");
    const auto minute = colon ? scanner.number(2, 2) : std::nullopt;
    if (!minute || !scanner.done() || *hour > 24 || *minute > 59 || (*hour == 24 && *minute != 0)) {
        return -1;
    }
    return *hour * 60 + *minute;
}

namespace {

// Minutes as "hh:mm", less than 100 hours. By hand: a year of the log has millions of these.
std::string hours_and_minutes(std::int64_t minutes) {
    std::string text = "00:00";
    text[0] = static_cast<char>('0' + minutes / 600);
    text[1] = static_cast<char>('0' + minutes / 60 % 10);
    text[3] = static_cast<char>('0' + minutes % 60 / 10);
    text[4] = static_cast<char>('0' + minutes % 10);
    return text;
}

}  // namespace

std::string clock_text(const Zone& zone, Instant at) {
    const auto local = to_local(zone, at);
    return hours_and_minutes(std::chrono::floor<Minutes>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

std::string date_time_text(const Zone& zone, Instant at) {
    return to_text(std::chrono::floor<std::chrono::days>(to_local(zone, at))) + " " + clock_text(zone, at);
}

std::string full_text(const Zone& zone, Instant at) {
    static constexpr std::array<const char*, 7> kDays{N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"),
                                                      N_("Thu"), N_("Fri"), N_("Sat")};
    const Date date = std::chrono::floor<std::chrono::days>(to_local(zone, at));
    const char* day = tr(kDays[std::chrono::weekday{date}.c_encoding()]);
    return fmt::format("{} {} {}", to_text(date), day, clock_text(zone, at));
}

std::string offset_text(std::chrono::seconds offset) {
    const auto minutes = std::chrono::abs(std::chrono::duration_cast<Minutes>(offset)).count();
    return (offset < 0s ? '-' : '+') + hours_and_minutes(minutes);
}

std::string duration_text(std::chrono::milliseconds duration) {
    const auto minutes = std::chrono::floor<Minutes>(std::chrono::abs(duration)).count();
    if (minutes >= 48 * 60) {
        return say(N_("{0} days"), minutes / (24 * 60));
    }
    return minutes < 60 ? say(N_("{0} min"), minutes) : say(N_("{0} h {1} min"), minutes / 60, minutes % 60);
}

}  // namespace onduty
