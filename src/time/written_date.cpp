// SPDX-License-Identifier: MIT
#include "time/written_date.hpp"

#include <array>

namespace onduty {

namespace {

constexpr std::array kOrders{DateOrder::month_first, DateOrder::day_first, DateOrder::year_first};

constexpr unsigned bit_of(DateOrder order) {
    return 1U << static_cast<unsigned>(order);
}

int full_year(int year, std::size_t digits) {
    return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

std::optional<std::chrono::year_month_day> date_of(int year, int month, int day) {
    const auto date = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                      std::chrono::day{static_cast<unsigned>(day)};
    return date.ok() && year >= 1900 && year <= 2199 ? std::optional{date} : std::nullopt;
}

std::optional<WrittenDate> certain(int year, int month, int day) {
    const auto date = date_of(year, month, day);
    return date ? std::optional{WrittenDate{*date}} : std::nullopt;
}

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

std::optional<Number> read_number(Scanner& scanner, std::size_t most) {
    const std::size_t digits = scanner.digits().size();
    const auto value = digits <= most ? scanner.number(1, most) : std::nullopt;
    return value ? std::optional{Number{*value, digits}} : std::nullopt;
}

std::optional<WrittenDate> in_order(const Number& first, const Number& second, const Number& third, DateOrder order) {
    const bool year_may_be_last = third.digits == 2 || third.digits == 4;
    std::array<std::optional<std::chrono::year_month_day>, kOrders.size()> dates;
    if (year_may_be_last) {
        const int year = full_year(third.value, third.digits);
        dates[0] = date_of(year, first.value, second.value);
        dates[1] = date_of(year, second.value, first.value);
    }
    // 30/2/20 is no day of 2030 as long as nothing says that the year stands first.
    if (first.digits == 2 && third.digits <= 2 &&
        (dates[0] || dates[1] || !year_may_be_last || order == DateOrder::year_first)) {
        dates[2] = date_of(full_year(first.value, 2), second.value, third.value);
    }
    WrittenDate read;
    std::optional<std::chrono::year_month_day> found;
    for (std::size_t i = 0; i < kOrders.size(); ++i) {
        if (!dates[i]) {
            continue;
        }
        read.orders |= bit_of(kOrders[i]);
        read.ambiguous = read.ambiguous || (found && *found != *dates[i]);
        found = !found || order == kOrders[i] ? dates[i] : found;
    }
    if (!found || (order != DateOrder::unknown && (read.orders & bit_of(order)) == 0)) {
        return std::nullopt;  // also a date that the order of the column does not have
    }
    read.date = *found;
    return read;
}

// Between the numbers of a date with the name of a month.
void read_gap(Scanner& scanner) {
    scanner.any_word({"-", "/", "."});
    scanner.any_word({","});
    scanner.blanks();
}

std::optional<WrittenDate> read_month_day_year(Scanner& scanner) {
    const auto month = read_month_name(scanner);
    if (!month) {
        return std::nullopt;
    }
    read_gap(scanner);
    const auto day = read_number(scanner, 2);
    scanner.any_word({"st", "nd", "rd", "th"});
    read_gap(scanner);
    const auto year = day ? read_number(scanner, 4) : std::nullopt;
    return year && year->digits == 4 ? certain(year->value, *month, day->value) : std::nullopt;
}

std::optional<WrittenDate> read_month_name_inside(Scanner& scanner, const Number& first) {
    read_gap(scanner);
    const auto month = read_month_name(scanner);
    if (!month) {
        return std::nullopt;
    }
    read_gap(scanner);
    const auto last = read_number(scanner, 4);
    if (!last || last->digits == 3 || scanner.rest().starts_with(":")) {
        return std::nullopt;  // 5 Jan 08:00 tells no year
    }
    return first.digits == 4   ? certain(first.value, *month, last->value)
           : last->digits >= 2 ? certain(full_year(last->value, last->digits), *month, first.value)
                               : std::nullopt;
}

std::optional<WrittenDate> read_digits(Scanner& scanner) {
    const std::size_t size = scanner.digits().size();
    if (size != 8 && size != 12 && size != 14) {
        return std::nullopt;
    }
    const int year = *scanner.number(4, 4);
    const int month = *scanner.number(2, 2);
    return certain(year, month, *scanner.number(2, 2));
}

std::optional<WrittenDate> read_date_alone(Scanner& scanner, DateOrder order) {
    if (scanner.digits().empty()) {
        return read_month_day_year(scanner);
    }
    if (scanner.digits().size() >= 8) {
        return read_digits(scanner);
    }
    const auto first = read_number(scanner, 4);
    if (!first || first->digits == 3) {
        return std::nullopt;
    }
    Scanner named = scanner;
    if (const auto read = read_month_name_inside(named, *first)) {
        scanner = named;
        return read;
    }
    if (scanner.word("年")) {
        const auto month = read_number(scanner, 2);
        const auto day = month && scanner.word("月") ? read_number(scanner, 2) : std::nullopt;
        scanner.any_word({"日", "号"});
        return day ? certain(full_year(first->value, first->digits), month->value, day->value) : std::nullopt;
    }
    for (const std::string_view sign : {"/", "-", "."}) {
        if (!scanner.word(sign)) {
            continue;
        }
        const auto second = read_number(scanner, 2);
        const auto third = second && scanner.word(sign) ? read_number(scanner, 4) : std::nullopt;
        if (!third || third->digits == 3) {
            return std::nullopt;
        }
        if (first->digits == 4) {
            return third->digits <= 2 ? certain(first->value, second->value, third->value) : std::nullopt;
        }
        return in_order(*first, *second, *third, order);
    }
    return std::nullopt;
}

// (五), 星期五, Fri; nothing is read where none stands.
std::optional<std::chrono::weekday> read_weekday_behind(Scanner& scanner) {
    static constexpr std::array<std::string_view, 8> kShort{"日", "一", "二", "三", "四", "五", "六", "天"};
    Scanner attempt = scanner;
    attempt.any_word({","});
    attempt.blanks();
    const bool bracket = attempt.word("(");
    auto day = read_weekday(attempt);
    for (unsigned number = 0; bracket && !day && number < kShort.size(); ++number) {
        day = attempt.word(kShort[number]) ? std::optional{std::chrono::weekday{number % 7}} : std::nullopt;
    }
    if (!day || (bracket && !attempt.word(")"))) {
        return std::nullopt;
    }
    scanner = attempt;
    return day;
}

}  // namespace

std::optional<int> read_month_name(Scanner& scanner) {
    static constexpr std::array<std::string_view, 12> kNames{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    for (std::size_t month = 0; month < kNames.size(); ++month) {
        if (scanner.word(kNames[month]) || (month == 8 && scanner.word("sept")) ||
            scanner.word(kNames[month].substr(0, 3))) {
            return static_cast<int>(month) + 1;
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::weekday> read_weekday(Scanner& scanner) {
    static constexpr std::array<std::array<std::string_view, 6>, 7> kNames{{
        {"sunday", "sun", "周日", "周天", "星期日", "星期天"},
        {"monday", "mon", "周一", "星期一", "礼拜一"},
        {"tuesday", "tue", "周二", "星期二", "礼拜二"},
        {"wednesday", "wed", "周三", "星期三", "礼拜三"},
        {"thursday", "thu", "周四", "星期四", "礼拜四"},
        {"friday", "fri", "周五", "星期五", "礼拜五"},
        {"saturday", "sat", "周六", "星期六", "礼拜六"},
    }};
    for (unsigned day = 0; day < kNames.size(); ++day) {
        for (const auto name : kNames[day]) {
            if (!name.empty() && scanner.word(name)) {
                return std::chrono::weekday{day};
            }
        }
    }
    return std::nullopt;
}

std::optional<WrittenDate> read_written_date(Scanner& scanner, DateOrder order) {
    Scanner attempt = scanner;
    auto weekday = read_weekday(attempt);
    if (weekday) {
        attempt.any_word({","});
        attempt.blanks();
    }
    auto read = read_date_alone(attempt, order);
    if (!read) {
        return std::nullopt;
    }
    weekday = weekday ? weekday : read_weekday_behind(attempt);
    read->wrong_weekday = weekday && *weekday != std::chrono::weekday{std::chrono::local_days{read->date}};
    attempt.any_word({","});
    scanner = attempt;
    return read;
}

std::optional<std::chrono::seconds> read_offset(Scanner& scanner) {
    if (scanner.word("z")) {
        return std::chrono::seconds{0};
    }
    Scanner attempt = scanner;
    const int sign = attempt.word("+") ? 1 : attempt.word("-") ? -1 : 0;
    const auto hours = sign == 0 ? std::nullopt : attempt.number(2, 2);
    if (!hours) {
        return std::nullopt;
    }
    const bool more = attempt.word(":") || !attempt.digits().empty();
    const auto minutes = more ? attempt.number(2, 2) : std::optional{0};
    if (!minutes || *hours > 14 || *minutes > 59) {
        return std::nullopt;
    }
    scanner = attempt;
    return sign * (std::chrono::hours{*hours} + std::chrono::minutes{*minutes});
}

}  // namespace onduty
