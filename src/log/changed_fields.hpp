// SPDX-License-Identifier: MIT
// How does a correction say what an entry is to say instead: columns of its header, fields and lines alike? Pure.
#pragma once

#include "log/entry.hpp"

namespace onduty {

// Among the columns: that the entry is late once it says this.
inline constexpr const char* kLate = "late";

// What the one entry says otherwise than the other: as it is to be and as it was, at the places kToBe and kWas, lines
// at their own and at kWas less that. Empty where both say the same. Columns of the header go by their names in the
// file.
Fields change_between(const Entry& was, const Entry& to_be);

// Whether it is a correction that says a change so.
bool says_change(const Entry& entry);

// Makes the entry say what the correction says; lines and fields that it did not change stay as they are.
void put_change(const Fields& correction, Entry& entry);

// The entry with what it said before, or is to say, alone: for who tells of a correction.
Fields values_at(const Fields& correction, std::int64_t place);

}  // namespace onduty
