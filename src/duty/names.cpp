// SPDX-License-Identifier: MIT
#include "duty/names.hpp"

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

std::vector<std::size_t> match_name(std::string_view typed, const std::vector<NameChoice>& choices) {
    const std::string wanted = folded(typed);
    std::vector<std::size_t> names;
    std::vector<std::size_t> codes;
    std::vector<std::size_t> aliases;
    std::vector<std::size_t> beginnings;
    if (wanted.empty()) {
        return {};
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::string name = folded(choices[i].name);
        const std::string code = folded(choices[i].code);
        const std::string others = folded(choices[i].aliases);
        if (name == wanted) {
            names.push_back(i);
        }
        if (code == wanted) {
            codes.push_back(i);
        }
        if (wanted.find(' ') == std::string::npos && has_word(others, wanted)) {
            aliases.push_back(i);
        }
        if (name.rfind(wanted, 0) == 0 || code.rfind(wanted, 0) == 0) {
            beginnings.push_back(i);
        }
    }
    for (const auto& found : {names, codes, aliases}) {
        if (!found.empty()) {
            return found;
        }
    }
    return beginnings;
}

}  // namespace onduty
