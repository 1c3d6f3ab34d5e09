// SPDX-License-Identifier: MIT
#include "time/typed_clock.hpp"

#include <string>

#include "text/unicode.hpp"

namespace onduty {

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
