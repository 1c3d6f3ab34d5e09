// SPDX-License-Identifier: MIT
#include "time/foreign.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr int kFirstSerial = 20000;
constexpr int kLastSerial = 80000;
constexpr std::chrono::year_month_day kSerialZero{std::chrono::year{1899} / 12 / 30};

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

}  // namespace

std::optional<WrittenTime> read_written_time(std::string_view text, DateOrder order) {
    const std::string plain = with_digits(lower_case(plain_form(text)));
    if (const auto serial = read_serial(plain)) {
        return serial;
    }
    Scanner scanner{plain};
    const auto date = read_written_date(scanner, order);
    if (!date) {
        return std::nullopt;
    }
    WrittenTime time;
    time.local = LocalTime{std::chrono::local_days{date->date}};
    time.ambiguous = date->ambiguous;
    time.wrong_weekday = date->wrong_weekday;
    time.orders = date->orders;
    if (!scanner.word("t")) {
        scanner.blanks();
    }
    if (scanner.done()) {
        return time;
    }
    const auto clock = read_clock(scanner, DaySaid::date);
    if (!clock) {
        time.two_nights = read_clock(scanner, DaySaid::none).has_value();
        return time.two_nights ? std::optional{time} : std::nullopt;
    }
    time.local += *clock;
    time.has_clock = true;
    scanner.blanks();
    time.offset = read_offset(scanner);
    return scanner.done() ? std::optional{time} : std::nullopt;
}

void OrderFinder::add(std::string_view text) {
    const auto read = read_written_time(text, DateOrder::unknown);
    if (read && read->orders != 0) {
        ambiguous_ = ambiguous_ || read->ambiguous;
        orders_ &= read->orders;
    }
}

DateOrder OrderFinder::order() const {
    for (const DateOrder order : {DateOrder::month_first, DateOrder::day_first, DateOrder::year_first}) {
        if (orders_ == 1U << static_cast<unsigned>(order)) {
            return order;
        }
    }
    return DateOrder::unknown;
}

}  // namespace onduty
