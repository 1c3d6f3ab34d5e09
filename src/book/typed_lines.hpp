// SPDX-License-Identifier: MIT
// How does a person type things and how many: "tea=2 water"?
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// What can be meant: the words of a family, or those of one room.
class Things {
  public:
    // `what` as in NameList. `room`: of the family "thing" only those in the room with this code.
    Things(Book& book, const char* family, const char* what, const std::string& room = {});

    // Those too that these lines name and the newest plan has no more.
    void add_of(Book& book, const char* family, const std::vector<Line>& lines, const std::string& room = {});

    std::string code(const std::string& typed) const;
    std::string name(const std::string& code) const;
    // One of them, for a hint on what to type; `none` where the plan has none.
    std::string example(const char* none) const { return names_.words.empty() ? none : names_.words.front().code; }

  private:
    NameList names_;
};

// "cup=..." in two, for every word and option of that form: the thing as typed and what is said of it, neither of them
// blank. Nothing where it is not of that form. The first = parts words, which may hold another one; the last a number.
struct Sides {
    std::string thing;
    std::string said;
};
enum class Parting { first, last };
std::optional<Sides> sides_of(const std::string& typed, Parting parting);

// One word: "tea=2", "tea" (one), "cup=0". `least` may be negative for corrections. `name` is as typed.
struct TypedLine {
    std::string name;
    std::int64_t quantity = 1;
};
TypedLine typed_line(const std::string& word, std::int64_t least);

// The same thing twice is added up. One is meant without a number where things are moved; where none can be, in a count,
// a number is needed.
std::vector<Line> typed_lines(const Things& things, const std::vector<std::string>& words, std::int64_t least);

// "vase=broken by a child" for --why and the like: the code of the thing and the words.
std::pair<std::string, std::string> typed_remark(const Things& things, const std::string& text);

// "Tea 2, Water 1".
std::string lines_text(const Things& things, const std::vector<Line>& lines);

}  // namespace onduty
