// SPDX-License-Identifier: MIT
#include "time/typed_clock.hpp"

#include <array>
#include <string>
#include <utility>

#include "text/unicode.hpp"

namespace onduty {

namespace {

std::optional<int> take_numeral(Scanner& scanner) {
    static constexpr std::array<std::pair<std::string_view, int>, 13> kNumerals{{{"\u96F6", 0},
                                                                                 {"\u3007", 0},
                                                                                 {"\u4E00", 1},
                                                                                 {"\u4E8C", 2},
                                                                                 {"\u4E24", 2},
                                                                                 {"\u4E09", 3},
                                                                                 {"\u56DB", 4},
                                                                                 {"\u4E94", 5},
                                                                                 {"\u516D", 6},
                                                                                 {"\u4E03", 7},
                                                                                 {"\u516B", 8},
                                                                                 {"\u4E5D", 9},
                                                                                 {"\u5341", 10}}};
    for (const auto& [numeral, value] : kNumerals) {
        if (scanner.word(numeral)) {
            return value;
        }
    }
    return std::nullopt;
}

// "11" of 十一, "20" of 二十, "05" of 零五; "" where no numeral stands.
std::string take_number(Scanner& scanner) {
    std::string digits;
    while (const auto numeral = take_numeral(scanner)) {
        if (*numeral < 10) {
            digits += static_cast<char>('0' + *numeral);
            continue;
        }
        const auto ones = take_numeral(scanner);
        return (digits.empty() ? "1" : digits) + std::to_string(ones.value_or(0));
    }
    return digits;
}

}  // namespace

std::string with_digits(const std::string& plain) {
    std::string text;
    Scanner scanner{plain};
    while (!scanner.done()) {
        const bool weekday =
            text.ends_with("\u5468") || text.ends_with("\u661F\u671F") || text.ends_with("\u793C\u62DC");
        const std::string number = weekday ? "" : take_number(scanner);
        if (number.empty()) {
            const std::string_view letter = scanner.rest().substr(0, 1);
            text += letter;
            scanner.word(letter);
        } else {
            text += number;
        }
    }
    return text;
}

std::optional<ClockTime> read_clock(Scanner& scanner) {
    Scanner attempt = scanner;
    ClockTime clock;
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
            clock.minute = attempt.word("刻") ? *minute * 15 : *minute;
            attempt.word("分");
        } else {
            attempt.word("整");
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

bool valid(const ClockTime& clock) {
    const bool midnight = clock.hour == 24 && clock.minute == 0 && clock.second == 0;
    return (clock.hour < 24 || midnight) && clock.minute < 60 && clock.second < 60;
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

}  // namespace onduty
