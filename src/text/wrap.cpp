// SPDX-License-Identifier: MIT
#include "text/wrap.hpp"

#include "text/unicode.hpp"

namespace onduty {

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines{{}};
    std::size_t used = 0;
    const auto place = [&](std::string_view piece) {
        const std::size_t width = display_width(piece);
        if (used + width > columns && used > 0) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += piece;
        used += width;
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t letter = at;
        at = letter_end(text, at);
        if (at - letter > 1 || text[at - 1] == ' ' || at == text.size()) {
            place(text.substr(begin, at - begin));
            begin = at;
        }
    }
    for (std::string& line : lines) {
        line.erase(line.find_last_not_of(' ') + 1);
    }
    return lines;
}

}  // namespace onduty
