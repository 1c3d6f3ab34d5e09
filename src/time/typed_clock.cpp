// SPDX-License-Identifier: MIT
#include "time/typed_clock.hpp"

#include <algorithm>
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

// "ten" of "ten minutes ago" and other whole words; "" where none stands.
std::string take_english_number(Scanner& scanner) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kWords{{{"one", "1"},
                                                                                           {"two", "2"},
                                                                                           {"three", "3"},
                                                                                           {"four", "4"},
                                                                                           {"five", "5"},
                                                                                           {"six", "6"},
                                                                                           {"seven", "7"},
                                                                                           {"eight", "8"},
                                                                                           {"nine", "9"},
                                                                                           {"ten", "10"},
                                                                                           {"eleven", "11"},
                                                                                           {"twelve", "12"},
                                                                                           {"fifteen", "15"},
                                                                                           {"twenty", "20"},
                                                                                           {"thirty", "30"},
                                                                                           {"forty", "40"},
                                                                                           {"forty-five", "45"}}};
    const std::string_view word = scanner.rest().substr(0, scanner.rest().find(' '));
    const auto found =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto& known) { return known.first == word; });
    return found != kWords.end() && scanner.word(word) ? std::string{found->second} : std::string{};
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

enum class DayPart { none, am, before_dawn, morning, noon, pm, dusk, evening, night };

DayPart read_day_part(Scanner& scanner) {
    scanner.any_word({"in the ", "at "});
    for (const auto& [word, part] : {std::pair{"morning", DayPart::am},
                                     {"afternoon", DayPart::pm},
                                     {"evening", DayPart::evening},
                                     {"night", DayPart::night},
                                     {"noon", DayPart::noon},
                                     {"a.m.", DayPart::am},
                                     {"am", DayPart::am},
                                     {"上午", DayPart::am},
                                     {"p.m.", DayPart::pm},
                                     {"pm", DayPart::pm},
                                     {"下午", DayPart::pm},
                                     {"凌晨", DayPart::before_dawn},
                                     {"早上", DayPart::morning},
                                     {"早晨", DayPart::morning},
                                     {"清晨", DayPart::morning},
                                     {"早", DayPart::morning},
                                     {"中午", DayPart::noon},
                                     {"傍晚", DayPart::dusk},
                                     {"晚上", DayPart::evening},
                                     {"晚", DayPart::evening},
                                     {"夜里", DayPart::night},
                                     {"夜间", DayPart::night},
                                     {"半夜", DayPart::night},
                                     {"深夜", DayPart::night},
                                     {"午夜", DayPart::night},
                                     {"夜", DayPart::night}}) {
        if (scanner.word(word)) {
            scanner.blanks();
            return part;
        }
    }
    return DayPart::none;
}

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool in_words = false;  // 12点, which is noon where 12:05 of a computer is past midnight
};

std::optional<int> within(int hour, int least, int most, int more = 0) {
    return hour >= least && hour <= most ? std::optional{hour + more} : std::nullopt;
}

// Hours since the midnight that begins the day.
std::optional<int> hours_of(const ClockTime& clock, DayPart part, DaySaid day) {
    const int hour = clock.hour;
    const bool midnight = hour == 0 || hour == 12 || hour == 24;
    const bool small = hour >= 1 && hour <= (part == DayPart::night ? 5 : 4);
    switch (part) {
        case DayPart::none:
            return within(hour, 0, 24);
        case DayPart::am:
            return hour == 12 ? (clock.in_words ? std::nullopt : std::optional{0}) : within(hour, 0, 11);
        case DayPart::before_dawn:
            return hour == 12 ? std::optional{0} : within(hour, 0, 6);
        case DayPart::morning:
            return within(hour, 1, 11);
        case DayPart::noon:
            return hour < 10 ? within(hour, 1, 2, 12) : within(hour, 10, 14);
        case DayPart::pm:
            return hour < 12 ? within(hour, 1, 11, 12) : within(hour, 12, 23);
        case DayPart::dusk:
            return hour < 12 ? within(hour, 4, 8, 12) : within(hour, 16, 20);
        case DayPart::evening:
        case DayPart::night:
            if (midnight) {
                return 24;
            }
            if (small) {
                const bool clear = day == DaySaid::none || (part == DayPart::evening && day != DaySaid::date);
                return clear ? std::optional{hour + 24} : std::nullopt;
            }
            return hour < 12 ? within(hour, 5, 11, 12) : within(hour, 17, 23);
    }
    return std::nullopt;
}

// 02:05, 2.05, 02:05:30.5; nullopt after what is none.
std::optional<ClockTime> read_minute(Scanner& scanner, int hour) {
    const auto minute = scanner.number(2, 2);
    if (!minute) {
        return std::nullopt;
    }
    ClockTime clock{hour, *minute};
    if (scanner.word(":")) {
        const auto second = scanner.number(2, 2);
        if (!second) {
            return std::nullopt;
        }
        clock.second = *second;
        if (scanner.word(".") && !scanner.number(1, 9)) {
            return std::nullopt;  // a fraction is read over
        }
    }
    return clock;
}

ClockTime read_minute_words(Scanner& scanner, int hour) {
    ClockTime clock{hour, 0, 0, true};
    scanner.word("钟");
    if (scanner.word("半")) {
        clock.minute = 30;
    } else if (const auto minute = scanner.number(1, 2)) {
        clock.minute = scanner.word("刻") ? *minute * 15 : *minute;
        Scanner attempt = scanner;
        const bool ended = attempt.word("分");
        scanner = attempt;
        const auto second = ended ? attempt.number(1, 2) : std::nullopt;
        if (second && attempt.word("秒")) {
            clock.second = *second;
            scanner = attempt;
        }
    } else {
        scanner.word("整");
    }
    return clock;
}

std::optional<ClockTime> read_numbers(Scanner& scanner) {
    const std::size_t digits = scanner.digits().size();
    if (digits == 4 || digits == 6) {
        ClockTime clock;
        clock.hour = *scanner.number(2, 2);
        clock.minute = *scanner.number(2, 2);
        clock.second = digits == 6 ? *scanner.number(2, 2) : 0;
        return clock;
    }
    const auto hour = digits <= 2 ? scanner.number(1, 2) : std::nullopt;
    if (!hour) {
        return std::nullopt;
    }
    if (scanner.any_word({":", "."})) {
        return read_minute(scanner, *hour);
    }
    Scanner words = scanner;
    words.blanks();
    if (words.any_word({"o'clock", "点", "时", "點"})) {
        scanner = words;
        return read_minute_words(scanner, *hour);
    }
    Scanner after = scanner;
    after.blanks();
    // "9" alone is no time; "9am" and "9 am" are.
    return after.any_word({"am", "pm", "a.m.", "p.m.", "noon", "in the ", "at night"}) ? std::optional{ClockTime{*hour}}
                                                                                       : std::nullopt;
}

}  // namespace

std::string with_digits(const std::string& plain) {
    std::string text;
    Scanner scanner{plain};
    while (!scanner.done()) {
        const bool weekday = text.ends_with("(") || text.ends_with("\u5468") || text.ends_with("\u661F\u671F") ||
                             text.ends_with("\u793C\u62DC");
        const bool begins_word = text.empty() || text.back() == ' ';
        std::string number = weekday ? "" : take_number(scanner);
        number = number.empty() && begins_word ? take_english_number(scanner) : number;
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

std::optional<std::chrono::seconds> read_clock(Scanner& scanner, DaySaid day) {
    using std::chrono::hours;
    Scanner attempt = scanner;
    const auto stands_alone = [](Scanner rest) {
        rest.blanks();
        return rest.digits().empty();
    };
    if (attempt.any_word({"at noon", "noon", "正午", "中午"}) && stands_alone(attempt)) {
        scanner = attempt;
        return hours{12};
    }
    attempt = scanner;
    if (attempt.any_word({"at midnight", "midnight", "午夜", "半夜"}) && stands_alone(attempt)) {
        scanner = attempt;
        const bool clear = day == DaySaid::none || day == DaySaid::evening;
        return clear ? std::optional<std::chrono::seconds>{hours{24}} : std::nullopt;
    }
    attempt = scanner;
    DayPart part = read_day_part(attempt);
    const auto clock = read_numbers(attempt);
    if (!clock) {
        return std::nullopt;
    }
    Scanner after = attempt;
    after.blanks();
    if (part == DayPart::none) {
        part = read_day_part(after);
        attempt = part == DayPart::none ? attempt : after;
    }
    part = part == DayPart::none && day == DaySaid::evening ? DayPart::evening : part;
    auto hour = hours_of(*clock, part, day);
    if (day == DaySaid::evening && (part == DayPart::am || part == DayPart::before_dawn || part == DayPart::morning)) {
        // "Last night" ends in the small hours of the next day; its morning is none.
        hour = hour && *hour <= 6 ? std::optional{*hour + 24} : std::nullopt;
    }
    if (!hour || clock->minute > 59 || clock->second > 59 || (clock->hour == 24 && clock->minute + clock->second > 0)) {
        return std::nullopt;
    }
    scanner = attempt;
    return hours{*hour} + std::chrono::minutes{clock->minute} + std::chrono::seconds{clock->second};
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
