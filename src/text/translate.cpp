// SPDX-License-Identifier: MIT
#include "text/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "embedded.hpp"

namespace onduty {

namespace {

Language language_in_use = Language::english;

bool starts_with_chinese(std::string_view name) {
    return name.substr(0, 2) == "zh";
}

// Where the parts of a .mo file lie; its numbers are those of the machine that it was compiled on and for.
struct Header {
    std::uint32_t magic;
    std::uint32_t revision;
    std::uint32_t count;
    std::uint32_t originals;
    std::uint32_t translations;
};

struct Place {
    std::uint32_t length;
    std::uint32_t offset;
};

template <typename Part>
Part part_at(std::size_t offset) {
    Part part;
    std::memcpy(&part, embedded::onduty_catalogue + offset, sizeof part);
    return part;
}

const char* text_at(std::uint32_t table, std::uint32_t number) {
    return embedded::onduty_catalogue + part_at<Place>(table + number * sizeof(Place)).offset;
}

const char* in_chinese(const char* english) {
    const auto header = part_at<Header>(0);
    // The first of the sorted originals is the empty one: what is said there is about the catalogue.
    std::uint32_t first = 1;
    std::uint32_t end = header.count;
    while (first < end) {
        const std::uint32_t middle = first + (end - first) / 2;
        const int order = std::strcmp(english, text_at(header.originals, middle));
        if (order == 0) {
            return text_at(header.translations, middle);
        }
        if (order < 0) {
            end = middle;
        } else {
            first = middle + 1;
        }
    }
    return english;
}

bool ends_a_sentence(std::string_view words) {
    constexpr std::string_view kStops[]{".", "!", "?", "。", "！", "？", "…"};
    return std::any_of(std::begin(kStops), std::end(kStops),
                       [&](std::string_view stop) { return words.ends_with(stop); });
}

// How long the full stop is that the text begins with, 0 for none; what stands within a word or a row of dots is none.
std::size_t full_stop_at(std::string_view text) {
    constexpr std::string_view kChinese = "。";
    if (text.starts_with(kChinese)) {
        return kChinese.size();
    }
    const bool ends = text.size() == 1 || (text.size() > 1 && (text[1] == ' ' || text[1] == '\n'));
    return text.starts_with('.') && ends ? 1 : 0;
}

}  // namespace

std::string put_together(const char* sentence, fmt::format_args arguments) {
    std::string text;
    std::string_view rest = sentence;
    for (std::size_t at = rest.find('}'); at != std::string_view::npos; at = rest.find('}', at + 1)) {
        const std::size_t stop = full_stop_at(rest.substr(at + 1));
        if (stop != 0) {
            text += fmt::vformat(rest.substr(0, at + 1), arguments);
            rest.remove_prefix(at + 1 + (ends_a_sentence(text) ? stop : 0));
            at = 0;
        }
    }
    return text + fmt::vformat(rest, arguments);
}

Language choose_language(std::string_view wanted, const std::function<std::string(const char*)>& environment) {
    if (!wanted.empty()) {
        return starts_with_chinese(wanted) ? Language::chinese : Language::english;
    }
    const std::string own = environment("ONDUTY_LANG");
    if (!own.empty()) {
        return starts_with_chinese(own) ? Language::chinese : Language::english;
    }
    std::string locale;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        locale = environment(variable);
        if (!locale.empty()) {
            break;
        }
    }
    const std::string list = environment("LANGUAGE");
    const bool plain = locale == "C" || locale == "POSIX";
    return starts_with_chinese(list.empty() || plain ? std::string_view{locale} : std::string_view{list})
               ? Language::chinese
               : Language::english;
}

void use_language(Language language) {
    language_in_use = language;
}

Language current_language() {
    return language_in_use;
}

const char* tr(const char* english) {
    return language_in_use == Language::english ? english : in_chinese(english);
}

const char* why_failed(int error) {
    switch (error) {
        case EACCES:
            return tr("Permission denied");
        case EDQUOT:
            return tr("Disk quota exceeded");
        case EFBIG:
            return tr("File too large");
        case EIO:
            return tr("Input/output error");
        case EISDIR:
            return tr("Is a directory");
        case ELOOP:
            return tr("Too many levels of symbolic links");
        case EMFILE:
        case ENFILE:
            return tr("Too many open files");
        case ENAMETOOLONG:
            return tr("File name too long");
        case ENOENT:
            return tr("No such file or directory");
        case ENOSPC:
            return tr("No space left on device");
        case ENOTDIR:
            return tr("Not a directory");
        case EPERM:
            return tr("Operation not permitted");
        case EPIPE:
            return tr("Broken pipe");
        case EROFS:
            return tr("Read-only file system");
        default:
            return std::strerror(error);
    }
}

}  // namespace onduty
