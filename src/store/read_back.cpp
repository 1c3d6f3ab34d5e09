// SPDX-License-Identifier: MIT
#include "store/read_back.hpp"

#include <string>

namespace onduty {

bool ReadBack::is_there(const WrittenEntry& entry) {
    if (!entry_) {
        entry_.emplace(*database_, std::string{"SELECT "} + kEntryColumns + " FROM entry WHERE number=?");
    }
    entry_->reset();
    entry_->bind(1, entry.number);
    const bool there = entry_->step() && is_there(entry, *entry_);
    entry_->reset();  // a statement that is under way would keep the file locked
    return there;
}

bool ReadBack::is_there(const WrittenEntry& entry, const Rows& row) {
    EntryDigest digest;
    digest.begin_row("entry");
    row.add_to(digest, skipped_in_digest);
    bool same = true;
    if (entry.has_fields) {
        if (!fields_) {
            fields_.emplace(*database_, std::string{"SELECT "} + kFieldColumns +
                                            " FROM field WHERE entry=? ORDER BY entry,place,name");
        }
        fields_->reset();
        fields_->bind(1, entry.number);
        while (fields_->step()) {
            add_field(digest, *fields_);
            same = same && state_of(*fields_) != FieldState::changed;
        }
        fields_->reset();
    }
    return same && digest.finish() == entry.digest;
}

}  // namespace onduty
