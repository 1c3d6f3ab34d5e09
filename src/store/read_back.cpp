// SPDX-License-Identifier: MIT
#include "store/read_back.hpp"

#include <string>

namespace onduty {

Hash StoredDigests::digest_of(EntryNumber number, const std::vector<const char*>& detail_tables) {
    if (!entry_) {
        entry_.emplace(*database_, "SELECT * FROM entry WHERE number=?");
    }
    entry_->reset();
    entry_->bind(1, number);
    if (!entry_->step()) {
        return {};
    }
    EntryDigest digest;
    digest.begin_row("entry");
    entry_->add_to(digest, skipped_in_digest);
    for (const char* table : detail_tables) {
        const std::string sql = std::string{"SELECT * FROM "} + table + " WHERE entry=?";
        Rows& rows = details_.try_emplace(table, *database_, sql).first->second;
        rows.reset();
        rows.bind(1, number);
        while (rows.step()) {
            digest.begin_row(table);
            rows.add_to(digest, skipped_in_digest);
        }
    }
    return digest.finish();
}

}  // namespace onduty
