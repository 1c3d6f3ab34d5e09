// SPDX-License-Identifier: MIT
#include "plan/names.hpp"

#include <algorithm>

namespace onduty {

namespace {

std::string folded(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return result;
}

bool has_word(const std::string& words, const std::string& wanted) {
    return (" " + words + " ").find(" " + wanted + " ") != std::string::npos;
}

}  // namespace

std::vector<std::size_t> match_whole_name(std::string_view typed, const std::vector<NameChoice>& choices) {
    const std::string wanted = folded(typed);
    std::vector<std::size_t> names;
    std::vector<std::size_t> codes;
    std::vector<std::size_t> aliases;
    if (wanted.empty()) {
        return {};
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (folded(choices[i].name) == wanted) {
            names.push_back(i);
        }
        if (folded(choices[i].code) == wanted) {
            codes.push_back(i);
        }
        if (wanted.find(' ') == std::string::npos && has_word(folded(choices[i].aliases), wanted)) {
            aliases.push_back(i);
        }
    }
    return !names.empty() ? names : !codes.empty() ? codes : aliases;
}

std::vector<std::size_t> match_name(std::string_view typed, const std::vector<NameChoice>& choices) {
    std::vector<std::size_t> found = match_whole_name(typed, choices);
    const std::string wanted = folded(typed);
    if (!found.empty() || wanted.empty()) {
        return found;
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (folded(choices[i].name).rfind(wanted, 0) == 0 || folded(choices[i].code).rfind(wanted, 0) == 0) {
            found.push_back(i);
        }
    }
    return found;
}

}  // namespace onduty
