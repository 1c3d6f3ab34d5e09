// SPDX-License-Identifier: MIT
// Which clock time did somebody write: 02:05, 0205, 2点半, 9 pm, in the afternoon? Reads from the front of a text.
#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace onduty {

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
    // All digits that stand at the front; they are not read.
    std::string_view digits() const { return rest_.substr(0, rest_.find_first_not_of("0123456789")); }
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

// With Chinese numerals below a hundred as digits: "昨晚11点" of 昨晚十一点. A day of the week keeps its own.
std::string with_digits(const std::string& plain);

// What says the day of a clock time: nothing; a date or weekday; yesterday or today, whose night is the one between
// them; 昨晚, an evening.
enum class DaySaid { none, date, near, evening };

// Since the midnight that begins the day; 24 hours and more lie on the next. Nothing is read where no clock time stands
// ("9" alone is none), or one that may be two: 夜里2点 of a date is of this night or of the one before.
std::optional<std::chrono::seconds> read_clock(Scanner& scanner, DaySaid day);

// "09:05" to "24:00" as in plans, as minutes after midnight; -1 when it is not a clock time.
int clock_minutes(std::string_view text);

}  // namespace onduty
