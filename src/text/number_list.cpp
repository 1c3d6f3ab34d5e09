// SPDX-License-Identifier: MIT
#include "text/number_list.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::size_t kGreatest = 999'999'999'999'999;
constexpr std::size_t kMostAtOnce = 9999;
constexpr const char* kDigits = "0123456789";
// As they stand in the plain form; the longest of those that begin alike first.
constexpr std::string_view kRangeMarks[]{"...", "..", "-", "~", "\u301C", "至", "到", " to "};

bool take_number(std::string_view& text, std::size_t& number) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc{} || number == 0 || number > kGreatest) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return true;
}

bool take_range_mark(std::string_view& text) {
    const auto mark = std::find_if(std::begin(kRangeMarks), std::end(kRangeMarks),
                                   [&](std::string_view one) { return text.starts_with(one); });
    if (mark == std::end(kRangeMarks)) {
        return false;
    }
    text.remove_prefix(mark->size());
    return true;
}

}  // namespace

NumberedLabel numbered_label(std::string_view label) {
    const std::size_t last = label.find_last_of(kDigits);
    if (last == std::string_view::npos) {
        return {std::string{label}};
    }
    const std::size_t before = label.find_last_not_of(kDigits, last);
    const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
    const auto number = read_number(label.substr(first, last + 1 - first));
    return {std::string{label.substr(0, first)}, static_cast<std::size_t>(number.value_or(0))};
}

bool is_range_mark(std::string_view word) {
    const std::string plain = plain_form(word);
    return std::any_of(std::begin(kRangeMarks), std::end(kRangeMarks),
                       [&](std::string_view mark) { return plain_form(mark) == plain; });
}

std::vector<std::pair<std::string, std::string>> range_sides(std::string_view typed) {
    const std::string plain = number_form(typed);
    std::vector<std::pair<std::string, std::string>> sides;
    for (std::size_t at = 1; at < plain.size(); ++at) {
        std::string_view after = std::string_view{plain}.substr(at);
        if (take_range_mark(after) && !after.empty()) {
            sides.emplace_back(plain_form(plain.substr(0, at)), plain_form(after));
        }
    }
    return sides;
}

std::optional<LabelRange> read_label_range(std::string_view typed) {
    for (const auto& [left, right] : range_sides(typed)) {
        const NumberedLabel from = numbered_label(left);
        const NumberedLabel until = numbered_label(right);
        const bool whole =
            left.find_last_of(kDigits) + 1 == left.size() && right.find_last_of(kDigits) + 1 == right.size();
        if (whole && from.number > 0 && until.number > 0 &&
            (until.prefix.empty() || folded_name(until.prefix) == folded_name(from.prefix))) {
            return LabelRange{from.prefix, from.number, until.number};
        }
    }
    return std::nullopt;
}

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
        if (take_range_mark(text)) {
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
