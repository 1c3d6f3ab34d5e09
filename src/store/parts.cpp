// SPDX-License-Identifier: MIT
#include "store/parts.hpp"

namespace onduty {

namespace {

constexpr const char* kColumns = "code,name,aliases,detail,family,place,body,since,until";

Word word_of(const Rows& row) {
    return {std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)}};
}

PartList all_of(Rows& rows) {
    PartList parts;
    while (rows.step()) {
        parts.push_back({std::string{rows.text(4)}, word_of(rows), rows.integer(5), std::string{rows.text(6)},
                         static_cast<int>(rows.integer(7)), static_cast<int>(rows.integer(8))});
    }
    rows.reset();
    return parts;
}

}  // namespace

// The rows of the newest plan in a family with codes from `first` to `last`.
Rows& Parts::newest(const std::string& family, const std::string& first, const std::string& last) {
    if (!newest_) {
        newest_.emplace(
            *database_,
            "SELECT code,name,aliases,detail FROM part WHERE family=? AND until=0 AND code BETWEEN ? AND ?");
    }
    newest_->reset();
    newest_->bind(1, family);
    newest_->bind(2, first);
    newest_->bind(3, last);
    return *newest_;
}

std::optional<Word> Parts::find(const std::string& family, const std::string& code) {
    Rows& rows = newest(family, code, code);
    const auto word = rows.step() ? std::optional{word_of(rows)} : std::nullopt;
    rows.reset();
    return word;
}

std::vector<Word> Parts::all(const std::string& family) {
    static const std::string kFirst;
    static const std::string kLast = "\U0010FFFF";
    Rows& rows = newest(family, kFirst, kLast);
    std::vector<Word> words;
    while (rows.step()) {
        words.push_back(word_of(rows));
    }
    rows.reset();
    return words;
}

PartList Parts::ended(const std::string& family, int first, int last) {
    if (!ended_) {
        // What is only a name is looked up by it.
        ended_.emplace(*database_, std::string{"SELECT "} + kColumns +
                                       " FROM part WHERE family=? AND until BETWEEN ? AND ? "
                                       "AND(body NOTNULL OR detail<>'')");
    }
    ended_->reset();
    ended_->bind(1, family);
    ended_->bind(2, std::int64_t{first});
    ended_->bind(3, std::int64_t{last});
    return all_of(*ended_);
}

PartList Parts::everything() {
    Rows rows{*database_, std::string{"SELECT "} + kColumns + " FROM part"};
    return all_of(rows);
}

void Parts::change(int version, const PartList& ended, const PartList& begun) {
    SQLite::Statement end{database_->handle(), "UPDATE part SET until=? WHERE family=? AND until=0 AND code=?"};
    for (const Part& part : ended) {
        end.reset();
        end.bind(1, version);
        end.bindNoCopy(2, part.family);
        end.bindNoCopy(3, part.word.code);
        end.exec();
    }
    SQLite::Statement begin{database_->handle(), "INSERT INTO part VALUES(?,0,?,?,?,?,?,?,?)"};
    for (const Part& part : begun) {
        begin.reset();
        begin.bindNoCopy(1, part.family);
        begin.bindNoCopy(2, part.word.code);
        begin.bind(3, part.since);
        begin.bind(4, part.place);
        begin.bindNoCopy(5, part.word.name);
        begin.bindNoCopy(6, part.word.aliases);
        begin.bindNoCopy(7, part.word.detail);
        if (part.body.empty()) {
            begin.bind(8);
        } else {
            begin.bindNoCopy(8, part.body);
        }
        begin.exec();
    }
}

void Parts::replace(const Part& part) {
    SQLite::Statement remove{database_->handle(), "DELETE FROM part WHERE family=?"};
    remove.bindNoCopy(1, part.family);
    remove.exec();
    change(part.since, {}, {part});
}

}  // namespace onduty
