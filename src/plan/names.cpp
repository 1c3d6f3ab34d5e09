// SPDX-License-Identifier: MIT
#include "plan/names.hpp"

namespace onduty {

namespace {

// Without case, and one blank for several.
std::string folded(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter != ' ' || result.empty() || result.back() != ' ') {
            result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
    }
    return result;
}

// "P001" is P1, and never P10: zeros before a number are not looked at.
std::string without_zeros(const std::string& code) {
    std::string result;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const bool digit_before = !result.empty() && result.back() >= '0' && result.back() <= '9';
        const bool digit_follows = i + 1 < code.size() && code[i + 1] >= '0' && code[i + 1] <= '9';
        if (code[i] != '0' || digit_before || !digit_follows) {
            result += code[i];
        }
    }
    return result;
}

// "Zhang" begins "Zhang Wei", and neither "Zhangsun" nor, in a script without blanks, a longer name.
bool begins_at_a_word(const std::string& name, const std::string& wanted) {
    return name.rfind(wanted, 0) == 0 && (name.size() == wanted.size() || name[wanted.size()] == ' ');
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
        if (without_zeros(folded(choices[i].code)) == without_zeros(wanted)) {
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
        if (begins_at_a_word(folded(choices[i].name), wanted)) {
            found.push_back(i);
        }
    }
    return found;
}

}  // namespace onduty
