// SPDX-License-Identifier: MIT
#include "store/matter_rows.hpp"

#include <fmt/format.h>

#include "store/entry_query.hpp"
#include "store/entry_rows.hpp"

namespace onduty {

namespace {

constexpr const char* kSteps = "SELECT number,kind,about,slot_at IS NOT NULL FROM entry ";

OpenMatters read_steps(Rows& rows) {
    MatterReading reading;
    while (rows.step()) {
        reading.add(rows.integer(0), std::string{rows.text(1)}, rows.integer(2), rows.integer(3) != 0);
    }
    return reading.finish();
}

void put(Database& database, EntryNumber matter, const std::string& kind) {
    SQLite::Statement insert{database.handle(), "INSERT OR REPLACE INTO open_matter VALUES(?,?)"};
    insert.bind(1, matter);
    insert.bindNoCopy(2, kind);
    insert.exec();
}

void remove(Database& database, EntryNumber matter) {
    SQLite::Statement remove{database.handle(), "DELETE FROM open_matter WHERE entry=?"};
    remove.bind(1, matter);
    remove.exec();
}

// The matter, what is about it, and what was withdrawn since: through the two indexes.
void recount_matter(Database& database, EntryNumber matter) {
    Rows rows{database,
              fmt::format("{0}WHERE number=?1 UNION ALL {0}INDEXED BY entry_by_thread WHERE kind IN({1})AND about=?1 "
                          "UNION ALL {0}INDEXED BY entry_by_kind WHERE kind IN({2})AND kind='void'AND number>?1 "
                          "ORDER BY number",
                          kSteps, kThreadKinds, kRareKinds)};
    rows.bind(1, matter);
    const OpenMatters open = read_steps(rows);
    const auto found = open.find(matter);
    if (found == open.end()) {
        remove(database, matter);
    } else {
        put(database, matter, found->second);
    }
}

// Withdrawing is rare, so it may read the threads of both the withdrawn entry and what it was about.
void withdraw(Database& database, EntryNumber withdrawn) {
    EntryNumber about = 0;
    MatterMove step;
    {
        Rows row{database, fmt::format("{}WHERE number=?", kSteps)};
        row.bind(1, withdrawn);
        if (row.step()) {
            about = row.integer(2);
            step = matter_step(withdrawn, std::string{row.text(1)}, about, row.integer(3) != 0);
        }
    }
    recount_matter(database, withdrawn);
    if (step.reopens != 0 || step.closes != 0) {
        recount_matter(database, about);
    }
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

void update_open_matters(Database& database, const Entry& entry) {
    if (entry.kind == kind::kVoid) {
        withdraw(database, entry.about);
        return;
    }
    const MatterMove step = matter_step(entry.number, entry.kind, entry.about, entry.slot_at.has_value());
    if (step.closes != 0) {
        remove(database, step.closes);
    }
    if (step.opens != 0) {
        put(database, step.opens, step.kind);
    }
    if (step.reopens != 0) {
        recount_matter(database, step.reopens);
    }
}

}  // namespace onduty
