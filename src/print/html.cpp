// SPDX-License-Identifier: MIT
#include "print/html.hpp"

#include "text/unicode.hpp"

namespace onduty {

std::string html_text(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) {
            ++length;
        }
        const std::string_view letter = text.substr(at, length);
        at += length;
        switch (letter.front()) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                escaped += find_fault(letter) == TextFault::none ? letter : std::string_view{"\xEF\xBF\xBD"};
        }
    }
    return escaped;
}

std::string html_element(std::string_view name, std::string_view attributes, std::string_view text) {
    std::string element = "<" + std::string{name};
    element += attributes.empty() ? "" : " " + std::string{attributes};
    return element + ">" + html_text(text) + "</" + std::string{name} + ">";
}

}  // namespace onduty
