// SPDX-License-Identifier: MIT
#include "store/matter_rows.hpp"

#include "store/batches.hpp"

namespace onduty {

OpenMatters read_open_matters(Database& database) {
    OpenMatters open;
    Batches batches{database};
    Rows row{database, "SELECT m.entry,e.kind,e.batch FROM open_matter m CROSS JOIN entry e ON e.number=m.entry"};
    while (row.step()) {
        if (batches.counts(row.integer(2))) {
            open[row.integer(0)] = row.text(1);
        }
    }
    return open;
}

std::map<EntryNumber, std::int64_t> read_matter_rows(Database& database) {
    std::map<EntryNumber, std::int64_t> open;
    Rows row{database, "SELECT entry,pieces FROM open_matter"};
    while (row.step()) {
        open[row.integer(0)] = row.integer(1);
    }
    return open;
}

PiecesOut read_lent(Database& database) {
    PiecesOut out = read_matter_rows(database);
    std::erase_if(out, [](const auto& matter) { return matter.second == 0; });
    return out;
}

namespace {

void remove(Database& database, EntryNumber matter) {
    Rows remove{database, "DELETE FROM open_matter WHERE entry=?"};
    remove.bind(1, matter);
    remove.run();
}

void insert(Database& database, EntryNumber matter, std::int64_t pieces) {
    Rows insert{database,
                "INSERT INTO open_matter VALUES(?,?)ON CONFLICT(entry)DO UPDATE SET "
                "pieces=ifnull(pieces,0)+ifnull(excluded.pieces,0)"};
    insert.bind(1, matter);
    pieces == 0 ? insert.bind_null(2) : insert.bind(2, pieces);
    insert.run();
}

}  // namespace

void update_open_matters(Database& database, const Entry& entry) {
    if (entry.closes != 0) {
        remove(database, entry.closes);
    }
    for (const EntryNumber matter : matters_in(entry.fields.word(kClosesToo))) {
        remove(database, matter);
    }
    if (entry.opens != 0) {
        insert(database, entry.opens, entry.fields.number(kPiecesOut));
    }
    for (const EntryNumber matter : matters_in(entry.fields.word(kOpensToo))) {
        insert(database, matter, 0);
    }
}

}  // namespace onduty
