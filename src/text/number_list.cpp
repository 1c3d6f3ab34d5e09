// SPDX-License-Identifier: MIT
#include "text/number_list.hpp"

#include <charconv>

#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::size_t kGreatest = 999'999'999'999'999;
constexpr std::size_t kMostAtOnce = 9999;

bool take_number(std::string_view& text, std::size_t& number) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc{} || number == 0 || number > kGreatest) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return true;
}

}  // namespace

std::optional<std::int64_t> read_number(std::string_view typed, char mark) {
    const std::string plain = lower_case(number_form(typed));
    const std::string small_mark = lower_case(std::string(1, mark));
    const std::string digits = plain.substr(plain.starts_with(small_mark) ? 1 : 0);
    const bool number =
        !digits.empty() && digits.size() <= 15 && digits.find_first_not_of("0123456789") == std::string::npos;
    std::int64_t value = 0;
    if (number) {
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    }
    return value > 0 ? std::optional{value} : std::nullopt;
}

bool read_number_list(std::string_view typed, std::vector<std::size_t>& numbers) {
    const std::string plain = number_form(typed);
    std::string_view text = plain;
    while (!text.empty()) {
        std::size_t first = 0;
        if (!take_number(text, first)) {
            return false;
        }
        std::size_t last = first;
        if (!text.empty() && text.front() == '-') {
            text.remove_prefix(1);
            if (!take_number(text, last) || last < first || last - first >= kMostAtOnce) {
                return false;
            }
        }
        for (std::size_t number = first; number <= last; ++number) {
            numbers.push_back(number);
        }
        if (!text.empty()) {
            if (text.front() != ',' && text.front() != ' ') {
                return false;
            }
            text.remove_prefix(1);
            while (text.starts_with(' ')) {
                text.remove_prefix(1);
            }
            if (text.empty()) {
                return false;
            }
        }
    }
    return !numbers.empty();
}

std::string number_list_text(const std::set<std::int64_t>& numbers) {
    std::string text;
    for (auto at = numbers.begin(); at != numbers.end();) {
        const std::int64_t first = *at;
        std::int64_t last = first;
        while (++at != numbers.end() && *at == last + 1) {
            last = *at;
        }
        text += (text.empty() ? "" : ", ") + std::to_string(first);
        text += last > first ? "-" + std::to_string(last) : "";
    }
    return text;
}

}  // namespace onduty
