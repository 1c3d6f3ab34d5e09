// SPDX-License-Identifier: MIT
#include "visits/plate.hpp"

#include <algorithm>

namespace onduty {

namespace {

constexpr std::string_view kProvinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使";
constexpr std::string_view kEndings = "挂学警港澳领";
constexpr std::size_t kSign = 3;  // bytes of a Chinese character

// Whether `sign`, one Chinese character, is among `signs`.
bool is_among(std::string_view signs, std::string_view sign) {
    for (std::size_t at = 0; at < signs.size(); at += kSign) {
        if (signs.substr(at, kSign) == sign) {
            return true;
        }
    }
    return false;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) { return is_digit(letter) || is_capital(letter); });
}

// What follows the sign of the province.
bool is_chinese(std::string_view rest) {
    std::size_t length = rest.size();
    if (rest.size() > kSign && is_among(kEndings, rest.substr(rest.size() - kSign))) {
        rest.remove_suffix(kSign);
        length = rest.size() + 1;
    }
    return !rest.empty() && is_capital(rest[0]) && is_plain(rest) && (length == 6 || length == 7);
}

}  // namespace

std::string tidy_plate(std::string_view typed) {
    std::string plate;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (typed.substr(at, 2) == "·") {  // the dot on the plate itself
            ++at;
        } else if (typed[at] != ' ' && typed[at] != '-' && typed[at] != '.') {
            const char letter = typed[at];
            plate += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        }
    }
    const bool chinese = plate.size() > kSign && is_among(kProvinces, std::string_view{plate}.substr(0, kSign)) &&
                         is_chinese(std::string_view{plate}.substr(kSign));
    const bool other =
        plate.size() >= 3 && plate.size() <= 10 && is_plain(plate) && std::any_of(plate.begin(), plate.end(), is_digit);
    return chinese || other ? plate : std::string{};
}

}  // namespace onduty
