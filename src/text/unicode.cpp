// SPDX-License-Identifier: MIT
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace onduty {

namespace {

// Decodes one character; answers its length in bytes, 0 when the bytes are no UTF-8.
std::size_t decode(std::string_view text, utf8proc_int32_t& point) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    return length > 0 ? static_cast<std::size_t>(length) : 0;
}

bool is_control(utf8proc_int32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

// Direction marks and overrides, line and paragraph separators, zero-width and tag characters.
bool is_hidden(utf8proc_int32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
           (point >= 0x200B && point <= 0x200F) || point == 0x00AD || point == 0x180E ||
           (point >= 0x2061 && point <= 0x2064) || (point >= 0x206A && point <= 0x206F) ||
           (point >= 0xFFF9 && point <= 0xFFFB) || point == 0x2028 || point == 0x2029 || point == 0x061C ||
           point == 0x2060 || point == 0xFEFF || (point >= 0xE0000 && point <= 0xE007F) || (point & 0xFFFE) == 0xFFFE ||
           (point >= 0xFDD0 && point <= 0xFDEF);
}

bool goes_on(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

constexpr utf8proc_int32_t kEmojiForm = 0xFE0F;

// Letters without a shape, joiners and variants: two names that differ in one of these look alike.
bool is_shapeless(utf8proc_int32_t point) {
    return point == 0x034F || point == 0x115F || point == 0x1160 || point == 0x17B4 || point == 0x17B5 ||
           (point >= 0x180B && point <= 0x180F) || point == 0x2800 || point == 0x3164 || point == 0xFFA0 ||
           (point >= 0xFE00 && point <= kEmojiForm) || (point >= 0x1D173 && point <= 0x1D17A) ||
           (point >= 0x1BCA0 && point <= 0x1BCA3) || (point >= 0xE0080 && point <= 0xE0FFF);
}

bool is_ascii(std::string_view text) {
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) >= 0x80) {
            return false;
        }
    }
    return true;
}

// Spaces of any width, and letters that are shown as nothing.
bool is_blank(utf8proc_int32_t point) {
    return point == ' ' || point == '\t' || point == 0x00A0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F || point == 0x3000 ||
           point == 0x2800 || point == 0x3164 || point == 0x115F || point == 0x1160 || point == 0xFFA0;
}

std::string trimmed(std::string_view text) {
    utf8proc_int32_t point = 0;
    for (std::size_t length = decode(text, point); length > 0 && is_blank(point); length = decode(text, point)) {
        text.remove_prefix(length);
    }
    while (!text.empty()) {
        const std::size_t last = last_letter(text);
        if (decode(text.substr(last), point) == 0 || !is_blank(point)) {
            break;
        }
        text.remove_suffix(text.size() - last);
    }
    return std::string{text};
}

std::string normalised(std::string_view text, utf8proc_option_t form) {
    utf8proc_uint8_t* result = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &result, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | form));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{result, &std::free};
    if (length < 0) {
        return std::string{text};
    }
    return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

std::size_t letter_end(std::string_view text, std::size_t at) {
    do {
        ++at;
    } while (at < text.size() && goes_on(text[at]));
    return at;
}

std::size_t last_letter(std::string_view text) {
    std::size_t last = text.size() - 1;
    while (last > 0 && goes_on(text[last])) {
        --last;
    }
    return last;
}

TextFault find_fault(std::string_view text) {
    if (text.size() > kLongestText) {
        return TextFault::too_long;
    }
    utf8proc_int32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const std::size_t length = decode(text.substr(at), point);
        if (length == 0) {
            return TextFault::not_utf8;
        }
        if (is_control(point)) {
            return TextFault::control;
        }
        // A sign is shown in colour by what follows it; that can be seen.
        const bool coloured = point == kEmojiForm && utf8proc_category(before) == UTF8PROC_CATEGORY_SO;
        if (is_hidden(point) || (is_shapeless(point) && !coloured)) {
            return TextFault::direction;
        }
        before = point;
        at += length;
    }
    return TextFault::none;
}

std::size_t display_width(std::string_view text) {
    if (is_ascii(text)) {
        return text.size();
    }
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const std::size_t length = decode(text.substr(at), point);
        width += length == 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(point));
        at += length == 0 ? 1 : length;
    }
    return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    std::string padded{text};
    padded.append(used < width ? width - used : 0, ' ');
    return padded;
}

std::string pad_left(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    std::string padded(used < width ? width - used : 0, ' ');
    padded += text;
    return padded;
}

std::string shown_safely(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const std::size_t length = decode(text.substr(at), point);
        if (length == 0) {
            shown += fmt::format("\\x{{{:02X}}}", static_cast<unsigned char>(text[at]));
            ++at;
            continue;
        }
        if (point == '\n') {
            shown += " / ";
        } else if (is_control(point) || is_hidden(point)) {
            shown += fmt::format("\\u{{{:04X}}}", point);
        } else {
            shown += text.substr(at, length);
        }
        at += length;
    }
    return shown;
}

std::string plain_form(std::string_view text) {
    std::string plain = is_ascii(text) ? std::string{text} : normalised(text, UTF8PROC_COMPAT);
    if (!is_ascii(plain)) {
        // NFKC leaves these alone: ratio sign, ideographic full stop and comma, dashes.
        for (const auto& [from, to] : {std::pair<const char*, const char*>{"\u2236", ":"},
                                       {"\u3002", "."},
                                       {"\u3001", ","},
                                       {"\u2013", "-"},
                                       {"\u2014", "-"},
                                       {"\u2212", "-"}}) {
            replace_all(plain, from, to);
        }
    }
    return trimmed(plain);
}

std::string number_form(std::string_view text) {
    std::string plain = plain_form(text);
    replace_all(plain, "\u3007", "0");
    return plain;
}

std::string folded_name(std::string_view text) {
    std::string plain = plain_form(text);
    if (is_ascii(plain)) {
        plain = lower_case(plain);
    } else {
        plain = normalised(plain, UTF8PROC_CASEFOLD);
        // The dot between the parts of a name is typed in many ways, and so is an apostrophe.
        for (const char* dot : {"\u2022", "\u30FB", "\u2027", "\u2219", "\u22C5"}) {
            replace_all(plain, dot, "\u00B7");
        }
        replace_all(plain, "\u2019", "'");
    }
    std::string folded;
    for (const char letter : plain) {
        if (letter != ' ' || !folded.ends_with(' ')) {
            folded += letter;
        }
    }
    return folded;
}

std::string tidy_note(std::string_view text) {
    return trimmed(is_ascii(text) ? std::string{text} : normalised(text, UTF8PROC_STABLE));
}

bool is_reason(std::string_view words) {
    constexpr std::size_t kShortest = 4;  // columns
    return display_width(tidy_note(words)) >= kShortest;
}

std::string lower_case(std::string_view text) {
    std::string lower{text};
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        }
    }
    return lower;
}

}  // namespace onduty
