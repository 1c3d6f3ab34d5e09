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

// By their codes in the room.
std::vector<Word> in_room(const std::vector<Word>& words, const std::string& room) {
    const std::string prefix = item_word(room, "");
    std::vector<Word> here;
    for (const Word& word : words) {
        if (word.code.starts_with(prefix)) {
            here.push_back(word);
            here.back().code.erase(0, prefix.size());
        }
    }
    return here;
}

}  // namespace

Things::Things(Book& book, const char* family, const char* what, const std::string& room)
    : names_{book.names_told(family, what)} {
    if (room.empty()) {
        return;
    }
    names_.words = in_room(names_.words, room);
    names_.dropped = [all = names_.dropped, room] { return in_room(all(), room); };
}

void Things::add_of(Book& book, const char* family, const std::vector<Line>& lines, const std::string& room) {
    std::vector<Word>& words = names_.words;
    for (const Line& line : lines) {
        const bool known =
            std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.code == line.item; });
        const std::string code = room.empty() ? line.item : item_word(room, line.item);
        if (auto ended = known ? std::nullopt : book.store().ended_word(family, code)) {
            ended->code = line.item;
            words.push_back(std::move(*ended));
        }
    }
}

std::string Things::code(const std::string& typed) const {
    return choose(names_, typed).code;
}

std::string Things::name(const std::string& code) const {
    const std::vector<Word>& words = names_.words;
    const auto word = std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.code == code; });
    return word == words.end() ? code : word->name;
}

std::optional<Sides> sides_of(const std::string& typed, Parting parting) {
    // As it comes from either keyboard.
    constexpr std::string_view kWide{"\uFF1D"};
    const bool first = parting == Parting::first;
    const std::size_t plain = first ? typed.find('=') : typed.rfind('=');
    const std::size_t wide = first ? typed.find(kWide) : typed.rfind(kWide);
    if (plain == std::string::npos && wide == std::string::npos) {
        return std::nullopt;
    }
    const bool is_wide = plain == std::string::npos || (wide != std::string::npos && (wide < plain) == first);
    const std::size_t sign = is_wide ? wide : plain;
    Sides sides{tidy_note(typed.substr(0, sign)), tidy_note(typed.substr(sign + (is_wide ? kWide.size() : 1)))};
    return sides.thing.empty() || sides.said.empty() ? std::nullopt : std::optional{std::move(sides)};
}

TypedLine typed_line(const std::string& word, std::int64_t least) {
    const std::string plain = plain_form(word);
    if (!plain.empty() && plain.find('=') == std::string::npos) {
        return {plain, 1};
    }
    TypedLine line;
    const auto sides = sides_of(plain, Parting::last);
    if (sides) {
        line.name = sides->thing;
        const std::string number = number_form(sides->said);
        const char* begin = number.c_str();
        const char* end = begin + number.size();
        begin += *begin == '+' ? 1 : 0;
        const auto read = std::from_chars(begin, end, line.quantity);
        if (read.ec == std::errc{} && read.ptr == end && line.quantity >= least && line.quantity <= kMost) {
            return line;
        }
    }
    throw UsageError{say(N_("\"{0}\": write a thing and how many, such as tea=2."), word)};
}

std::vector<Line> typed_lines(const Things& things, const std::vector<std::string>& words, std::int64_t least) {
    std::vector<Line> lines;
    for (const std::string& word : words) {
        const TypedLine typed = typed_line(word, least);
        if (least < 1 && !sides_of(plain_form(word), Parting::last)) {
            throw UsageError{
                say(N_("How many {0}? Write it behind the thing: {0}=..."), things.name(things.code(typed.name)))};
        }
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
    const auto sides = sides_of(text, Parting::first);
    if (!sides) {
        throw UsageError{say(N_("\"{0}\": write the thing, =, and what is to be said: cup=\"...\""), text)};
    }
    return {things.code(sides->thing), sides->said};
}

std::string lines_text(const Things& things, const std::vector<Line>& lines) {
    const auto words = [&](const Line& line) { return things.name(line.item) + " " + std::to_string(line.quantity); };
    return listed(lines, words, tr(", "));
}

}  // namespace onduty
