// SPDX-License-Identifier: MIT
#include "store/amended_rows.hpp"

#include <algorithm>

#include "store/entry_query.hpp"
#include "store/entry_rows.hpp"

namespace onduty {

namespace {

std::vector<Entry> amending(Database& database, EntryNumber number) {
    std::vector<Entry> entries;
    EntryQuery query;
    query.amendments_of = number;
    each_entry(database, query, [&](const Entry& entry) { entries.push_back(entry); });
    return entries;
}

void rewrite(Database& database, EntryNumber number) {
    Rows remove{database, "DELETE FROM amended WHERE entry=?"};
    remove.bind(1, number);
    remove.run();
    Rows insert{database, "INSERT INTO amended VALUES(?,?,?,?,?)"};
    for (const AmendedRow& row : recount_amended(database, number)) {
        const std::string day = to_text(row.day);
        insert.bind(1, day);
        insert.bind(2, row.entry);
        insert.bind(3, row.state);
        insert.bind(4, row.told_at.time_since_epoch().count());
        insert.bind(5, row.doer);
        insert.run();
    }
}

}  // namespace

std::vector<AmendedRow> recount_amended(Database& database, EntryNumber number) {
    const auto entry = entry_numbered(database, number);
    if (!entry) {
        return {};
    }
    std::vector<Entry> in_force = amending(database, number);
    std::erase_if(in_force, [&](const Entry& one) {
        const std::vector<Entry> later = amending(database, one.number);
        return std::any_of(later.begin(), later.end(), [](const Entry& two) { return two.kind == kind::kVoid; });
    });
    return amended_rows(*entry, in_force);
}

bool is_withdrawn(Database& database, EntryNumber number) {
    const std::vector<AmendedRow> rows = recount_amended(database, number);
    return !rows.empty() && rows.front().state == amended::kWithdrawn;
}

void update_amended(Database& database, const Entry& entry) {
    if (entry.amends == 0) {
        return;
    }
    rewrite(database, entry.amends);
    // A correction that is withdrawn no longer stands in the way of what it amended.
    const auto amended = entry_numbered(database, entry.amends);
    if (amended && amended->amends != 0) {
        rewrite(database, amended->amends);
    }
}

}  // namespace onduty
