// SPDX-License-Identifier: MIT
#include "store/words.hpp"

namespace onduty {

namespace {

Word word_of(SQLite::Statement& row) {
    return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
            row.getColumn(3).getString()};
}

}  // namespace

std::optional<Word> Words::find(const char* family, const std::string& code) {
    if (!find_) {
        find_.emplace(database_->handle(), "SELECT code,name,aliases,detail FROM word WHERE family=? AND code=?");
    }
    find_->bind(1, family);
    find_->bind(2, code);
    const auto word = find_->executeStep() ? std::optional{word_of(*find_)} : std::nullopt;
    find_->reset();
    return word;
}

std::vector<Word> Words::all(const char* family) const {
    SQLite::Statement row{database_->handle(),
                          "SELECT code,name,aliases,detail FROM word WHERE family=? ORDER BY code"};
    row.bindNoCopy(1, family);
    std::vector<Word> words;
    while (row.executeStep()) {
        words.push_back(word_of(row));
    }
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
