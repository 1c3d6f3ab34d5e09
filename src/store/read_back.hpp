// SPDX-License-Identifier: MIT
// Did what was written arrive in the file? Entries are hashed again as they stand there, before COMMIT.
#pragma once

#include "store/field_rows.hpp"

namespace onduty {

// An entry that was written. An import writes many, so nothing else of them is kept.
struct WrittenEntry {
    EntryNumber number = 0;
    EntryId id{};
    Hash digest{};
    bool has_fields = false;
};

// Whether it is in the file as it was written, with words that fit their commitments.
bool is_there(Database& database, const WrittenEntry& entry);

}  // namespace onduty
