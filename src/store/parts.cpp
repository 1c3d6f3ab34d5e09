// SPDX-License-Identifier: MIT
#include "store/parts.hpp"

#include <fmt/format.h>

#include "store/rows.hpp"

namespace onduty {

namespace {

constexpr const char* kColumns = "code,name,aliases,detail,family,place,body,since,until";

// Of a family, the codes from one to another.
constexpr const char* kHeld =
    "SELECT code,name,aliases,detail,since FROM part WHERE family=? AND until=0 AND code BETWEEN ? AND ?";

Word word_of(const Rows& row) {
    return {std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)}};
}

PartList all_of(Rows& rows) {
    PartList parts;
    while (rows.step()) {
        parts.push_back({std::string{rows.text(4)}, word_of(rows), rows.integer(5), std::string{rows.text(6)},
                         static_cast<int>(rows.integer(7)), static_cast<int>(rows.integer(8))});
    }
    return parts;
}

}  // namespace

std::optional<Word> Parts::find(const std::string& family, const std::string& code) {
    const std::vector<Word> found = words(family, code, code);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<Word> Parts::all(const std::string& family) {
    return words(family, "", "\U0010FFFF");
}

// Those with codes from `first` to `last`: one statement for single words and whole families.
std::vector<Word> Parts::words(const std::string& family, const std::string& first, const std::string& last) {
    Rows row{*database_, kHeld};
    row.bind(1, family);
    row.bind(2, first);
    row.bind(3, last);
    std::vector<Word> words;
    while (row.step()) {
        words.push_back(word_of(row));
    }
    return words;
}

std::optional<Word> Parts::last_ended(const std::string& family, const std::string& code) {
    Rows row{
        *database_,
        "SELECT code,name,aliases,detail FROM part WHERE family=? AND until>0 AND code=? ORDER BY until DESC LIMIT 1"};
    row.bind(1, family);
    row.bind(2, code);
    return row.step() ? std::optional{word_of(row)} : std::nullopt;
}

std::vector<Word> Parts::all_ended(const std::string& family) {
    Rows row{*database_, "SELECT code,name,aliases,detail FROM part WHERE family=? AND until>0 ORDER BY until DESC"};
    row.bind(1, family);
    std::vector<Word> words;
    while (row.step()) {
        words.push_back(word_of(row));
    }
    return words;
}

std::optional<Word> Parts::find_in(const std::string& family, const std::string& code, int version) {
    Rows row{
        *database_,
        "SELECT code,name,aliases,detail FROM part WHERE family=? AND code=? AND since<=? ORDER BY since DESC LIMIT "
        "1"};
    row.bind(1, family);
    row.bind(2, code);
    row.bind(3, std::int64_t{version});
    return row.step() ? std::optional{word_of(row)} : std::nullopt;
}

PartList Parts::names_held(const std::string& family) {
    Rows rows{*database_, kHeld};
    const std::string first;
    const std::string last{"\U0010FFFF"};
    rows.bind(1, family);
    rows.bind(2, first);
    rows.bind(3, last);
    PartList parts;
    while (rows.step()) {
        parts.push_back({family, word_of(rows), 0, {}, static_cast<int>(rows.integer(4)), 0});
    }
    return parts;
}

PartList Parts::names_ended(const std::string& family) {
    Rows rows{*database_,
              "SELECT code,name,aliases,detail,family,place,'',since,until FROM part WHERE family=? AND until>0"};
    rows.bind(1, family);
    return all_of(rows);
}

PartList Parts::ended(const std::string& family, int first, int last) {
    // What is only a name is looked up by it.
    Rows rows{
        *database_,
        fmt::format("SELECT {} FROM part WHERE family=? AND until BETWEEN ? AND ? AND(body NOTNULL OR detail<>'')",
                    kColumns)};
    rows.bind(1, family);
    rows.bind(2, std::int64_t{first});
    rows.bind(3, std::int64_t{last});
    return all_of(rows);
}

PartList Parts::everything() {
    Rows rows{*database_, fmt::format("SELECT {} FROM part", kColumns)};
    return all_of(rows);
}

void Parts::change(int version, const PartList& ended, const PartList& begun) {
    Rows end{*database_, "UPDATE part SET until=? WHERE family=? AND until=0 AND code=?"};
    for (const Part& part : ended) {
        end.bind(1, std::int64_t{version});
        end.bind(2, part.family);
        end.bind(3, part.word.code);
        end.run();
    }
    Rows begin{*database_, "INSERT INTO part VALUES(?,0,?,?,?,?,?,?,?)"};
    for (const Part& part : begun) {
        begin.bind(1, part.family);
        begin.bind(2, part.word.code);
        begin.bind(3, std::int64_t{part.since});
        begin.bind(4, part.place);
        begin.bind(5, part.word.name);
        begin.bind(6, part.word.aliases);
        begin.bind(7, part.word.detail);
        if (part.body.empty()) {
            begin.bind_null(8);
        } else {
            begin.bind(8, part.body);
        }
        begin.run();
    }
}

void Parts::replace(const Part& part) {
    Rows remove{*database_, "DELETE FROM part WHERE family=?"};
    remove.bind(1, part.family);
    remove.run();
    change(part.since, {}, {part});
}

void Parts::date_version(int version, Instant since) {
    const std::string since_text = std::to_string(since.time_since_epoch().count());
    Rows update{*database_, "UPDATE part SET detail=? WHERE family='setting' AND code='version' AND since=?"};
    update.bind(1, since_text);
    update.bind(2, std::int64_t{version});
    update.run();
}

}  // namespace onduty
