// SPDX-License-Identifier: MIT
#include "store/words.hpp"

namespace onduty {

namespace {

Word word_of(const Rows& row) {
    return {std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)}};
}

}  // namespace

// The words of a family with codes from `first` to `last`.
Rows& Words::between(const std::string& family, const std::string& first, const std::string& last) {
    if (!rows_) {
        rows_.emplace(
            *database_,
            "SELECT code,name,aliases,detail FROM word WHERE family=? AND code BETWEEN ? AND ? ORDER BY code");
    }
    rows_->reset();
    rows_->bind(1, family);
    rows_->bind(2, first);
    rows_->bind(3, last);
    return *rows_;
}

std::optional<Word> Words::find(const std::string& family, const std::string& code) {
    Rows& rows = between(family, code, code);
    const auto word = rows.step() ? std::optional{word_of(rows)} : std::nullopt;
    rows.reset();
    return word;
}

std::vector<Word> Words::all(const std::string& family) {
    static const std::string kFirst;
    static const std::string kLast = "\U0010FFFF";
    Rows& rows = between(family, kFirst, kLast);
    std::vector<Word> words;
    while (rows.step()) {
        words.push_back(word_of(rows));
    }
    rows.reset();
    return words;
}

void Words::replace_all(const std::vector<std::pair<std::string, Word>>& words) {
    database_->handle().exec("DELETE FROM word WHERE family<>'plan'");
    for (const auto& [family, word] : words) {
        add(family, word);
    }
}

void Words::add(const std::string& family, const Word& word) {
    SQLite::Statement insert{database_->handle(), "INSERT OR REPLACE INTO word VALUES(?,?,?,?,?)"};
    insert.bindNoCopy(1, family);
    insert.bindNoCopy(2, word.code);
    insert.bindNoCopy(3, word.name);
    insert.bindNoCopy(4, word.aliases);
    insert.bindNoCopy(5, word.detail);
    insert.exec();
}

}  // namespace onduty
