// SPDX-License-Identifier: MIT
#include "plan/names.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::string_view kBlankWithin = "\u00A0";  // an alias of two words; its plain form has a blank

}  // namespace

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

std::string joined_aliases(const std::vector<std::string>& aliases) {
    std::string joined;
    for (const std::string& alias : aliases) {
        joined += joined.empty() ? "" : " ";
        for (const char letter : alias) {
            joined += letter == ' ' ? std::string{kBlankWithin} : std::string{letter};
        }
    }
    return joined;
}

namespace {

// "Zhang" begins "Zhang Wei", and neither "Zhangsun" nor, in a script without blanks, a longer name.
bool begins_at_a_word(const std::string& name, const std::string& wanted) {
    return name.rfind(wanted, 0) == 0 && (name.size() == wanted.size() || name[wanted.size()] == ' ');
}

// Whether it is one of the aliases; see joined_aliases.
bool is_alias(const std::string& aliases, const std::string& wanted) {
    for (std::size_t at = 0; at < aliases.size();) {
        const std::size_t end = std::min(aliases.find(' ', at), aliases.size());
        if (folded_name(std::string_view{aliases}.substr(at, end - at)) == wanted) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

}  // namespace

std::vector<std::size_t> match_whole_name(std::string_view typed, const std::vector<NameChoice>& choices) {
    const std::string wanted = folded_name(typed);
    std::vector<std::size_t> names;
    std::vector<std::size_t> codes;
    std::vector<std::size_t> aliases;
    if (wanted.empty()) {
        return {};
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (folded_name(choices[i].name) == wanted) {
            names.push_back(i);
        }
        if (without_zeros(folded_name(choices[i].code)) == without_zeros(wanted)) {
            codes.push_back(i);
        }
        if (is_alias(choices[i].aliases, wanted)) {
            aliases.push_back(i);
        }
    }
    return !names.empty() ? names : !codes.empty() ? codes : aliases;
}

std::vector<std::size_t> match_name(std::string_view typed, const std::vector<NameChoice>& choices) {
    std::vector<std::size_t> found = match_whole_name(typed, choices);
    const std::string wanted = folded_name(typed);
    if (!found.empty() || wanted.empty()) {
        return found;
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (begins_at_a_word(folded_name(choices[i].name), wanted)) {
            found.push_back(i);
        }
    }
    return found;
}

}  // namespace onduty
