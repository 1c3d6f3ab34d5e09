// SPDX-License-Identifier: MIT
#include "store/read_back.hpp"

#include <string>

namespace onduty {

bool is_there(Database& database, const WrittenEntry& entry) {
    Rows row{database, kEntryUpTo};
    row.bind(1, entry.number);
    if (!row.step()) {
        return false;
    }
    EntryDigest digest;
    digest.begin_row("entry");
    row.add_to(digest, skipped_in_digest);
    bool same = true;
    if (entry.has_fields) {
        Rows fields{database,
                    std::string{"SELECT "} + kFieldColumns + " FROM field WHERE entry=? ORDER BY entry,place,name"};
        fields.bind(1, entry.number);
        while (fields.step()) {
            add_field(digest, fields);
            same = same && state_of(fields) != FieldState::changed;
        }
    }
    return same && digest.finish() == entry.digest;
}

}  // namespace onduty
