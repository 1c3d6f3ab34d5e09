// SPDX-License-Identifier: MIT
#include "store/matter_rows.hpp"

#include "store/entry_rows.hpp"

namespace onduty {

namespace {

// The kind of what is opened later or again stands in an entry before.
std::string kind_of(Database& database, const Entry& entry) {
    if (entry.opens == entry.number) {
        return entry.kind;
    }
    Rows row{database, "SELECT kind FROM entry WHERE number=?"};
    row.bind(1, entry.opens);
    return row.step() ? std::string{row.text(0)} : std::string{};
}

}  // namespace

OpenMatters read_open_matters(Database& database) {
    OpenMatters open;
    Rows row{database, "SELECT entry,kind FROM open_matter"};
    while (row.step()) {
        open[row.integer(0)] = row.text(1);
    }
    return open;
}

OpenMatters recount_open_matters(Database& database, const std::set<EntryNumber>& open) {
    OpenMatters matters;
    Rows row{database, "SELECT kind FROM entry WHERE number=?"};
    for (const EntryNumber number : open) {
        row.reset();
        row.bind(1, number);
        matters[number] = row.step() ? std::string{row.text(0)} : std::string{};
    }
    return matters;
}

void update_open_matters(Database& database, const Entry& entry) {
    if (entry.closes != 0) {
        SQLite::Statement remove{database.handle(), "DELETE FROM open_matter WHERE entry=?"};
        remove.bind(1, entry.closes);
        remove.exec();
    }
    if (entry.opens != 0) {
        const std::string kind = kind_of(database, entry);
        SQLite::Statement insert{database.handle(), "INSERT OR REPLACE INTO open_matter VALUES(?,?)"};
        insert.bind(1, entry.opens);
        insert.bindNoCopy(2, kind);
        insert.exec();
    }
}

}  // namespace onduty
