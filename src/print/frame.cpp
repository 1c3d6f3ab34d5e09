// SPDX-License-Identifier: MIT
#include "print/frame.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace onduty {

std::string cut_to(const std::string& text, std::size_t columns) {
    if (display_width(text) <= columns) {
        return text;
    }
    std::string cut;
    for (std::size_t at = 0; at < text.size();) {
        const std::string letter = text.substr(at, letter_end(text, at) - at);
        if (display_width(cut + letter) + 1 > columns) {
            break;
        }
        cut += letter;
        at += letter.size();
    }
    return columns == 0 ? std::string{} : cut + "~";
}

std::vector<std::string> fit(const std::vector<std::string>& lines, ScreenSize size,
                             const std::function<std::string(std::size_t)>& more) {
    const bool all = lines.size() <= size.rows;
    const std::size_t shown = all ? lines.size() : std::max<std::size_t>(size.rows, 1) - 1;
    std::vector<std::string> fitting;
    for (std::size_t i = 0; i < shown; ++i) {
        fitting.push_back(cut_to(lines[i], size.columns));
    }
    if (!all && size.rows > 0) {
        fitting.push_back(cut_to(more(lines.size() - shown), size.columns));
    }
    return fitting;
}

}  // namespace onduty
