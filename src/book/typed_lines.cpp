// SPDX-License-Identifier: MIT
#include "book/typed_lines.hpp"

#include <algorithm>
#include <charconv>

#include "book/record_plan.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMost = 9999;

}  // namespace

Things::Things(Book& book, const char* family, const char* what, const std::string& room)
    : words_{book.store().words(family)}, what_{what} {
    if (room.empty()) {
        return;
    }
    const std::string prefix = item_word(room, "");
    std::vector<Word> here;
    for (Word& word : words_) {
        if (word.code.compare(0, prefix.size(), prefix) == 0) {
            word.code.erase(0, prefix.size());
            here.push_back(std::move(word));
        }
    }
    words_ = std::move(here);
}

void Things::add_of(Book& book, const char* family, const std::vector<Line>& lines, const std::string& room) {
    for (const Line& line : lines) {
        const bool known =
            std::any_of(words_.begin(), words_.end(), [&](const Word& word) { return word.code == line.item; });
        const std::string code = room.empty() ? line.item : item_word(room, line.item);
        if (auto ended = known ? std::nullopt : book.store().ended_word(family, code)) {
            ended->code = line.item;
            words_.push_back(std::move(*ended));
        }
    }
}

std::string Things::code(const std::string& typed) const {
    return Book::choose(words_, what_, typed).code;
}

std::string Things::name(const std::string& code) const {
    const auto word = std::find_if(words_.begin(), words_.end(), [&](const Word& one) { return one.code == code; });
    return word == words_.end() ? code : word->name;
}

TypedLine typed_line(const std::string& word, std::int64_t least) {
    const std::string plain = plain_form(word);
    const auto equals = plain.rfind('=');
    TypedLine line{plain.substr(0, equals), 1};
    if (equals == std::string::npos) {
        return line;
    }
    const char* begin = plain.c_str() + equals + 1;
    const char* end = plain.c_str() + plain.size();
    begin += begin != end && *begin == '+' ? 1 : 0;
    const auto read = std::from_chars(begin, end, line.quantity);
    if (read.ec != std::errc{} || read.ptr != end || line.quantity < least || line.quantity > kMost) {
        throw UsageError{say(N_("\"{0}\": write a thing and how many, such as tea=2."), word)};
    }
    return line;
}

std::vector<Line> typed_lines(const Things& things, const std::vector<std::string>& words, std::int64_t least) {
    std::vector<Line> lines;
    for (const std::string& word : words) {
        const TypedLine typed = typed_line(word, least);
        const std::string code = things.code(typed.name);
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.item == code; });
        if (same == lines.end()) {
            lines.push_back({code, typed.quantity});
        } else {
            same->quantity += typed.quantity;
        }
    }
    return lines;
}

std::pair<std::string, std::string> typed_remark(const Things& things, const std::string& text) {
    const auto equals = text.find('=');
    const std::string words = equals == std::string::npos ? "" : tidy_note(text.substr(equals + 1));
    if (words.empty()) {
        throw UsageError{say(N_("\"{0}\": write the thing, =, and what is to be said: cup=\"...\""), text)};
    }
    return {things.code(text.substr(0, equals)), words};
}

std::string lines_text(const Things& things, const std::vector<Line>& lines) {
    const auto words = [&](const Line& line) { return things.name(line.item) + " " + std::to_string(line.quantity); };
    return listed(lines, words, tr(", "));
}

}  // namespace onduty
