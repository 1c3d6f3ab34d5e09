// SPDX-License-Identifier: MIT
#include "store/amended_rows.hpp"

#include <algorithm>

#include "store/entry_query.hpp"
#include "store/entry_rows.hpp"

namespace onduty {

namespace {

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

std::vector<Entry> amendments_in_force(Database& database, EntryNumber number) {
    std::vector<Entry> entries;
    EntryQuery query;
    query.amendments_of = number;
    query.first = number + 1;
    each_entry(database, query, [&](const Entry& entry) { entries.push_back(entry); });
    std::erase_if(entries, [&](const Entry& entry) { return withdrawn_by(database, entry.number) != 0; });
    return entries;
}

std::vector<AmendedRow> recount_amended(Database& database, EntryNumber number) {
    const auto entry = entry_numbered(database, number);
    if (!entry) {
        return {};
    }
    return amended_rows(*entry, amendments_in_force(database, number));
}

EntryNumber withdrawn_by(Database& database, EntryNumber number) {
    const std::vector<Entry> amending = amendments_in_force(database, number);
    const auto found =
        std::find_if(amending.begin(), amending.end(), [](const Entry& entry) { return entry.kind == kind::kVoid; });
    return found == amending.end() ? 0 : found->number;
}

void update_amended(Database& database, const Entry& entry) {
    // A correction that is withdrawn no longer stands in the way of what it amended, nor a withdrawal that is.
    for (EntryNumber number = entry.amends; number != 0;) {
        rewrite(database, number);
        const auto amended = entry_numbered(database, number);
        number = amended && amended->amends < number ? amended->amends : 0;
    }
}

}  // namespace onduty
