// SPDX-License-Identifier: MIT
// Did what was written arrive in the file? Entries are hashed again as they stand there, before COMMIT.
#pragma once

#include <optional>

#include "store/field_rows.hpp"

namespace onduty {

// An entry that was written. An import writes hundreds of thousands, so nothing else of them is kept.
struct WrittenEntry {
    EntryNumber number = 0;
    EntryId id{};
    Hash digest{};
    bool has_fields = false;
};

// Looks at entries as they stand in the file now, with statements that are prepared once.
class ReadBack {
  public:
    explicit ReadBack(Database& database) : database_{&database} {}
    // Whether it is there as it was written, with words that fit their commitments.
    bool is_there(const WrittenEntry& entry);
    // The same of the entry whose columns `row` stands on.
    bool is_there(const WrittenEntry& entry, const Rows& row);

  private:
    Database* database_;
    std::optional<Rows> entry_;
    std::optional<Rows> fields_;
};

}  // namespace onduty
