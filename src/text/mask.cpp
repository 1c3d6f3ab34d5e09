// SPDX-License-Identifier: MIT
#include "text/mask.hpp"

#include <vector>

namespace onduty {

namespace {

// The characters of a UTF-8 text.
std::vector<std::string_view> letters_of(std::string_view text) {
    std::vector<std::string_view> letters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        letters.push_back(text.substr(at, end - at));
        at = end;
    }
    return letters;
}

}  // namespace

std::string masked(std::string_view value) {
    const auto letters = letters_of(value);
    const bool is_long = letters.size() >= 6;
    const std::size_t first = is_long ? 2 : 1;
    const std::size_t last = is_long ? 2 : 0;
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool shown = i < first || i + last >= letters.size();
        text += shown ? letters[i] : "*";
    }
    return text;
}

}  // namespace onduty
