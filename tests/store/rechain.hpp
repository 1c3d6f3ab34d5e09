// SPDX-License-Identifier: MIT
// What does somebody do who changes a log and has the program's source?
#pragma once

#include <doctest/doctest.h>

#include "scratch.hpp"
#include "store/chain.hpp"
#include "store/field_rows.hpp"
#include "store/sqlite.hpp"

namespace onduty::scratch {

inline Hash digest_of(const std::string& path, EntryNumber number) {
    Database database{path, OpenMode::read};
    EntryDigest digest;
    Rows row{database, std::string{"SELECT "} + kEntryColumns + " FROM entry WHERE number=?"};
    row.bind(1, number);
    REQUIRE(row.step());
    digest.begin_row("entry");
    row.add_to(digest, skipped_in_digest);
    Rows field{database, std::string{"SELECT "} + kFieldColumns + " FROM field WHERE entry=? ORDER BY place,name"};
    field.bind(1, number);
    while (field.step()) {
        add_field(digest, field);
    }
    return digest.finish();
}

// Gives entries from `first` on the digests and heads that they would have had: what somebody does
// who has the program's source.
inline void rechain(const std::string& path, EntryNumber first) {
    EntryNumber last = 0;
    EntryId site{};
    Hash head{};
    {
        Store store{path, Store::Mode::read};
        last = store.head().number;
        site = store.site_id();
        head = first > 1 ? store.entry(first - 1)->head : Hash{};
    }
    for (EntryNumber number = first; number <= last; ++number) {
        const Hash digest = digest_of(path, number);
        head = next_head(site, number, head, digest);
        edit(path, "UPDATE entry SET digest=x'" + hex(bytes_of(digest)) + "',head=x'" + hex(bytes_of(head)) +
                       "' WHERE number=" + std::to_string(number));
    }
}

}  // namespace onduty::scratch
