// SPDX-License-Identifier: MIT
#include "text/tenths.hpp"

#include <cstdlib>

namespace onduty {

std::optional<std::int64_t> read_tenths(std::string_view text) {
    for (const std::string_view unit : {"°C", "℃", "°c", "度", "C", "c"}) {
        if (text.size() > unit.size() && text.substr(text.size() - unit.size()) == unit) {
            text.remove_suffix(unit.size());
            break;
        }
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    const bool below = !text.empty() && text.front() == '-';
    text.remove_prefix(!text.empty() && (below || text.front() == '+') ? 1 : 0);
    const auto point = text.find('.');
    const std::string digits = std::string{text.substr(0, point)} +
                               (point == std::string_view::npos ? "0" : std::string{text.substr(point + 1)});
    const bool shaped = point == std::string_view::npos ? !text.empty() : point > 0 && text.size() == point + 2;
    if (!shaped || digits.size() > 10 || digits.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    const std::int64_t value = std::atoll(digits.c_str());
    return below ? -value : value;
}

std::string tenths_text(std::int64_t tenths) {
    const std::int64_t size = std::abs(tenths);
    std::string text = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
    return size % 10 == 0 ? text : text + "." + std::to_string(size % 10);
}

std::string hundredths_text(std::int64_t hundredths) {
    const std::string cents = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

}  // namespace onduty
