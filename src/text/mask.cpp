// SPDX-License-Identifier: MIT
#include "text/mask.hpp"

#include <algorithm>
#include <vector>

#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::size_t kWide = 2;  // columns of a letter that may be a word by itself

using Letters = std::vector<std::string>;

// A word of the value, and what stood before it.
struct MaskedWord {
    Letters letters;
    std::string gap;
};

Letters letters_of(std::string_view text) {
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = letter_end(text, at);
        letters.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return letters;
}

bool is_between_words(const std::string& letter) {
    return std::string_view{" .,;/()"}.find(letter) != std::string_view::npos || folded_name(letter) == "\u00B7";
}

bool is_wide(const std::string& letter) {
    return display_width(letter) == kWide;
}

std::vector<MaskedWord> words_of_letters(const Letters& letters) {
    std::vector<MaskedWord> words;
    std::string gap;
    bool begins = true;
    for (const std::string& letter : letters) {
        if (is_between_words(letter)) {
            gap = begins && gap == " " ? gap : letter;
            begins = true;
            continue;
        }
        if (begins) {
            words.emplace_back().gap = gap;
            gap.clear();
            begins = false;
        }
        words.back().letters.push_back(letter);
    }
    return words;
}

bool holds_digit(const Letters& word) {
    return std::any_of(word.begin(), word.end(),
                       [](const std::string& letter) { return letter >= "0" && letter <= "9"; });
}

// The first letter, unless it is all there is.
std::string first_of(const Letters& word) {
    return word.size() > 1 ? word[0] : "";
}

std::string masked_number(const Letters& letters) {
    constexpr std::size_t kLong = 6;
    const std::size_t count = letters.size();
    if (count < kLong) {
        return first_of(letters) + "***";
    }
    const std::string second = is_wide(letters[1]) ? "" : letters[1];  // a name may stand before the number
    return letters[0] + second + "***" + letters[count - 2] + letters[count - 1];
}

std::string masked_address(const Letters& letters, Letters::const_iterator at) {
    return first_of({letters.begin(), at}) + "***@" + first_of({at + 1, letters.end()}) + "***";
}

std::string masked_alone(const Letters& word) {
    const bool tells_last = word.size() > 2 && is_wide(word.back());
    return first_of(word) + "*" + (tells_last ? word.back() : "");
}

}  // namespace

std::string masked(std::string_view value) {
    const Letters letters = letters_of(plain_form(value));
    if (const auto at = std::find(letters.begin(), letters.end(), "@"); at != letters.end()) {
        return masked_address(letters, at);
    }
    const std::vector<MaskedWord> words = words_of_letters(letters);
    if (words.empty()) {
        return letters.empty() ? "" : "*";
    }
    const auto part = [](const Letters& word, const std::string& first) {
        return holds_digit(word) ? masked_number(word) : first + "*";
    };
    const Letters& first = words.front().letters;
    const Letters& last = words.back().letters;
    if (words.size() == 1) {
        return holds_digit(first) ? masked_number(first) : masked_alone(first);
    }
    const bool are_initials = words.size() == 2 && first.size() == 1 && last.size() == 1;
    return part(first, first[0]) + words.back().gap + part(last, are_initials ? "" : last[0]);
}

}  // namespace onduty
