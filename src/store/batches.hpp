// SPDX-License-Identifier: MIT
// Which batches count? An import that was begun and not ended does not, nor one that was withdrawn. What a command
// recorded together counts entry by entry: each says itself that it was withdrawn.
#pragma once

#include <optional>

#include "store/rows.hpp"

namespace onduty {

// By the entry that began a batch; looks up each once, when an entry of it comes by.
class Batches {
  public:
    explicit Batches(Database& database) : database_{&database} {}
    // 0: the entry belongs to none.
    bool counts(EntryNumber batch);
    // Whether the entry belongs to none, or to one that counts.
    bool count_with(EntryNumber entry);
    void forget() { last_ = 0; }

  private:
    Database* database_;
    std::optional<Rows> rows_;
    EntryNumber last_ = 0;
    bool last_counts_ = true;
};

}  // namespace onduty
