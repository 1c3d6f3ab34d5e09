// SPDX-License-Identifier: MIT
#include "print/html.hpp"

#include "text/unicode.hpp"

namespace onduty {

std::string html_text(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = letter_end(text, at);
        const std::string_view letter = text.substr(at, end - at);
        at = end;
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
