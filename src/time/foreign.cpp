// SPDX-License-Identifier: MIT
#include "time/foreign.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr int kFirstSerial = 20000;
constexpr int kLastSerial = 80000;
constexpr std::chrono::year_month_day kSerialZero{std::chrono::year{1899} / 12 / 30};

// Reads from the front of a text in plain form and small letters.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : rest_{text} {}

    bool done() const { return rest_.empty(); }
    bool word(std::string_view word) {
        if (!rest_.starts_with(word)) {
            return false;
        }
        rest_.remove_prefix(word.size());
        return true;
    }
    void blanks() {
        while (word(" ")) {
        }
    }
    // All digits that follow, 1 to `most` of them; `count` tells how many.
    std::optional<int> number(std::size_t most, std::size_t* count = nullptr) {
        std::size_t size = 0;
        int value = 0;
        while (size < rest_.size() && rest_[size] >= '0' && rest_[size] <= '9') {
            if (++size > most) {
                return std::nullopt;
            }
            value = value * 10 + (rest_[size - 1] - '0');
        }
        if (size == 0) {
            return std::nullopt;
        }
        rest_.remove_prefix(size);
        if (count != nullptr) {
            *count = size;
        }
        return value;
    }
    // One of / - . as between the numbers of a date; 0 for none.
    char sign() {
        const char sign = rest_.empty() ? '\0' : rest_[0];
        if (sign != '/' && sign != '-' && sign != '.') {
            return '\0';
        }
        rest_.remove_prefix(1);
        return sign;
    }

  private:
    std::string_view rest_;
};

// Noon has an hour before it and some after, a night begins on its date and ends on the next.
enum class Half { none, am, pm, noon, night };

Half read_half(Cursor& cursor) {
    for (const auto& [word, half] : {std::pair{"am", Half::am},
                                     {"a.m.", Half::am},
                                     {"pm", Half::pm},
                                     {"p.m.", Half::pm},
                                     {"上午", Half::am},
                                     {"早上", Half::am},
                                     {"凌晨", Half::am},
                                     {"中午", Half::noon},
                                     {"下午", Half::pm},
                                     {"晚上", Half::night}}) {
        if (cursor.word(word)) {
            cursor.blanks();
            return half;
        }
    }
    return Half::none;
}

int full_year(int year, std::size_t digits) {
    return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

struct ReadDate {
    std::chrono::year_month_day date;
    bool ambiguous = false;
    bool month_first = false;  // only the first can be the month
    bool day_first = false;    // only the second can be
};

std::chrono::year_month_day date_of(int year, int month, int day) {
    return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
           std::chrono::day{static_cast<unsigned>(day)};
}

std::optional<ReadDate> read_year_last(int first, int second, int year, DateOrder order) {
    ReadDate read;
    const bool month_first = date_of(year, first, second).ok() && first <= 12;
    const bool day_first = date_of(year, second, first).ok() && second <= 12;
    if (!month_first && !day_first) {
        return std::nullopt;
    }
    read.ambiguous = month_first && day_first && first != second;
    read.month_first = month_first && !day_first;
    read.day_first = day_first && !month_first;
    if ((order == DateOrder::month_first && !month_first) || (order == DateOrder::day_first && !day_first)) {
        return std::nullopt;  // a date that the order of the column does not have
    }
    const bool first_is_month = order == DateOrder::unknown ? month_first : order == DateOrder::month_first;
    read.date = first_is_month ? date_of(year, first, second) : date_of(year, second, first);
    return read;
}

std::optional<ReadDate> read_date_part(Cursor& cursor, DateOrder order) {
    std::size_t digits = 0;
    const auto first = cursor.number(8, &digits);
    if (!first) {
        return std::nullopt;
    }
    if (digits == 8) {
        return ReadDate{date_of(*first / 10000, *first / 100 % 100, *first % 100)};
    }
    const bool chinese = cursor.word("年");
    const char sign = chinese ? '\0' : cursor.sign();
    const auto second = chinese || sign != '\0' ? cursor.number(2) : std::nullopt;
    if (!second || (chinese ? !cursor.word("月") : cursor.sign() != sign)) {
        return std::nullopt;
    }
    std::size_t last_digits = 0;
    const auto third = cursor.number(4, &last_digits);
    if (!third) {
        return std::nullopt;
    }
    if (chinese) {
        return cursor.word("日") || cursor.word("号")
                   ? std::optional{ReadDate{date_of(full_year(*first, digits), *second, *third)}}
                   : std::nullopt;
    }
    if (digits == 4) {
        return ReadDate{date_of(*first, *second, *third)};
    }
    if (digits > 2 || (last_digits != 2 && last_digits != 4)) {
        return std::nullopt;
    }
    return read_year_last(*first, *second, full_year(*third, last_digits), order);
}

// Hours after midnight of the date that is written with them; nothing for one that nobody means so: 晚上2点 may be of
// this night or of the one before.
std::optional<int> hours_of(int hour, Half half) {
    const int of_twelve = hour % 12;
    switch (half) {
        case Half::none:
            return hour <= 23 ? std::optional{hour} : std::nullopt;
        case Half::am:
            return hour <= 12 ? std::optional{of_twelve} : std::nullopt;
        case Half::pm:
            return hour > 23 ? std::nullopt : std::optional{hour <= 12 ? of_twelve + 12 : hour};
        case Half::noon:
            return hour >= 10 && hour <= 14 ? std::optional{hour}
                   : hour >= 1 && hour <= 2 ? std::optional{hour + 12}
                                            : std::nullopt;
        case Half::night:
            return hour == 12                 ? std::optional{24}
                   : hour >= 5 && hour <= 11  ? std::optional{hour + 12}
                   : hour >= 17 && hour <= 23 ? std::optional{hour}
                                              : std::nullopt;
    }
    return std::nullopt;
}

// Seconds after midnight.
std::optional<std::chrono::seconds> read_clock_part(Cursor& cursor) {
    Half half = read_half(cursor);
    const auto hour = cursor.number(2);
    const bool chinese = hour && (cursor.word("时") || cursor.word("点"));
    if (!hour || (!chinese && !cursor.word(":"))) {
        return std::nullopt;
    }
    const auto minute = cursor.number(2);
    int second = 0;
    if (!minute && !chinese) {
        return std::nullopt;
    }
    if (chinese) {
        cursor.word("分");
        const auto written = minute ? cursor.number(2) : std::nullopt;
        second = written && cursor.word("秒") ? *written : 0;
    } else if (cursor.word(":")) {
        const auto written = cursor.number(2);
        if (!written) {
            return std::nullopt;
        }
        second = *written;
        if (cursor.word(".") && !cursor.number(9)) {
            return std::nullopt;  // a fraction is read over
        }
    }
    cursor.blanks();
    half = half == Half::none ? read_half(cursor) : half;
    const auto hours = hours_of(*hour, half);
    if (!hours || minute.value_or(0) > 59 || second > 59) {
        return std::nullopt;
    }
    return std::chrono::hours{*hours} + std::chrono::minutes{minute.value_or(0)} + std::chrono::seconds{second};
}

std::optional<std::chrono::seconds> read_offset_part(Cursor& cursor) {
    if (cursor.word("z")) {
        return std::chrono::seconds{0};
    }
    const int sign = cursor.word("+") ? 1 : cursor.word("-") ? -1 : 0;
    std::size_t digits = 0;
    const auto written = sign == 0 ? std::nullopt : cursor.number(4, &digits);
    if (!written || digits == 1 || digits == 3) {
        return std::nullopt;
    }
    const int hours = digits == 2 ? *written : *written / 100;
    const auto after =
        digits == 2 && cursor.word(":") ? cursor.number(2) : std::optional{digits == 2 ? 0 : *written % 100};
    if (!after || hours > 14 || *after > 59) {
        return std::nullopt;
    }
    return sign * (std::chrono::hours{hours} + std::chrono::minutes{*after});
}

// "43832.36319": days since 1899-12-30.
std::optional<WrittenTime> read_serial(const std::string& plain) {
    if (plain.empty() || plain.find_first_not_of("0123456789.") != std::string::npos ||
        std::count(plain.begin(), plain.end(), '.') > 1 || plain.find('.') == 0 || plain.size() > 24) {
        return std::nullopt;
    }
    const std::size_t point = plain.find('.');
    if (point != 5 && plain.size() != 5) {
        return std::nullopt;
    }
    const int days = std::atoi(plain.substr(0, 5).c_str());
    if (days < kFirstSerial || days > kLastSerial) {
        return std::nullopt;
    }
    double fraction = 0;
    double place = 0.1;
    for (std::size_t i = point == std::string::npos ? plain.size() : point + 1; i < plain.size(); ++i) {
        fraction += place * (plain[i] - '0');
        place /= 10;
    }
    const auto seconds = std::chrono::seconds{static_cast<std::int64_t>(std::llround(fraction * 86400))};
    return WrittenTime{LocalTime{std::chrono::local_days{kSerialZero} + std::chrono::days{days}} + seconds,
                       point != std::string::npos,
                       {},
                       false};
}

struct Read {
    WrittenTime time;
    ReadDate date;
};

std::optional<Read> read_all(std::string_view text, DateOrder order) {
    const std::string plain = lower_case(plain_form(text));
    if (const auto serial = read_serial(plain)) {
        return Read{*serial, {}};
    }
    Cursor cursor{plain};
    const auto date = read_date_part(cursor, order);
    if (!date || !date->date.ok() || date->date.year() < std::chrono::year{1900} ||
        date->date.year() > std::chrono::year{2199}) {
        return std::nullopt;
    }
    Read read{{LocalTime{std::chrono::local_days{date->date}}, false, {}, date->ambiguous}, *date};
    if (!cursor.word("t")) {
        cursor.blanks();
    }
    if (cursor.done()) {
        return read;
    }
    const auto clock = read_clock_part(cursor);
    if (!clock) {
        return std::nullopt;
    }
    read.time.local += *clock;
    read.time.has_clock = true;
    cursor.blanks();
    if (!cursor.done()) {
        read.time.offset = read_offset_part(cursor);
        if (!read.time.offset || !cursor.done()) {
            return std::nullopt;
        }
    }
    return read;
}

}  // namespace

std::optional<WrittenTime> read_written_time(std::string_view text, DateOrder order) {
    const auto read = read_all(text, order);
    return read ? std::optional{read->time} : std::nullopt;
}

void OrderFinder::add(std::string_view text) {
    const auto read = read_all(text, DateOrder::unknown);
    if (read) {
        ambiguous_ = ambiguous_ || read->date.ambiguous;
        month_first_ = month_first_ || read->date.month_first;
        day_first_ = day_first_ || read->date.day_first;
    }
}

DateOrder OrderFinder::order() const {
    return month_first_ == day_first_ ? DateOrder::unknown
           : month_first_             ? DateOrder::month_first
                                      : DateOrder::day_first;
}

}  // namespace onduty
