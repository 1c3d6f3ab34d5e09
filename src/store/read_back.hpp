// SPDX-License-Identifier: MIT
// Did what was written arrive in the file? Entries are hashed again as they stand there, before COMMIT.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "store/entry_rows.hpp"

namespace onduty {

// An entry that was written. An import writes hundreds of thousands, so nothing else of them is kept.
struct WrittenEntry {
    EntryNumber number = 0;
    EntryId id{};
    Hash digest{};
    std::vector<const char*> detail_tables;
};

// The digests of entries as they stand in the file now, with statements that are prepared once.
class StoredDigests {
  public:
    explicit StoredDigests(Database& database) : database_{&database} {}
    // All zero when there is no such entry.
    Hash digest_of(EntryNumber number, const std::vector<const char*>& detail_tables);

  private:
    Database* database_;
    std::optional<Rows> entry_;
    std::map<std::string_view, Rows> details_;  // by table
};

}  // namespace onduty
