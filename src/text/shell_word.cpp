// SPDX-License-Identifier: MIT
#include "text/shell_word.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace onduty {

std::string shell_word(const std::string& word) {
    const auto plain = [](char letter) {
        return std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
               std::string_view{"/._-"}.find(letter) != std::string_view::npos;
    };
    if (std::all_of(word.begin(), word.end(), plain)) {
        return word;
    }
    std::string text = "'";
    for (const char letter : word) {
        text += letter == '\'' ? std::string{"'\\''"} : std::string(1, letter);
    }
    return text + "'";
}

}  // namespace onduty
