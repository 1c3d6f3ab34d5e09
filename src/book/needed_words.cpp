// SPDX-License-Identifier: MIT
#include "book/needed_words.hpp"

#include "book/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr const char* kNoWords = N_("There are no words in it. Say in a few words what it is about.");

}  // namespace

std::string needed_words(const std::string& typed) {
    std::string words = tidy_note(typed);
    if (words.empty()) {
        throw UsageError{say(kNoWords)};
    }
    return words;
}

std::string lacks_words(Book&, const Entry& entry) {
    return entry.note.empty() ? say(kNoWords) : "";
}

std::string lacks_reason(Book&, const Entry& entry) {
    return is_reason(entry.note) ? "" : say(N_("Say why in a few words."));
}

std::string lacks_why_refused(Book&, const Entry& entry) {
    return entry.result == result::kRefused && entry.note.empty() ? say(N_("Say why: add --note \"...\".")) : "";
}

std::string lack_of(Book& book, const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->lacks == nullptr ? std::string{} : kind->lacks(book, entry);
}

void refuse_lack(Book& book, const Entry& entry) {
    if (const std::string lack = lack_of(book, entry); !lack.empty()) {
        throw UsageError{lack};
    }
}

}  // namespace onduty
