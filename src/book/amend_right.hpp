// SPDX-License-Identifier: MIT
// May somebody correct, withdraw or give back an entry? What he typed himself, until another took it over or answered
// it; what others typed, by the right to it; what is about himself never.
#pragma once

#include "book/recording.hpp"

namespace onduty {

// Throws Refusal that says who may, with the command as it was typed, and what the person can do himself. Marks what is
// recorded as his own word, or as done by somebody without the right because nobody else has it. `alone`: it is to be
// withdrawn without what hangs on it, and the command is told as it works.
void check_may_amend(Recording& recording, const Presence& person, const Entry& entry, bool alone = false);

// The same of what would be withdrawn along with an entry: what is not his own, or is about himself. `alone`: as above.
void check_may_take_along(Recording& recording, const std::string& person, const Entry& entry,
                          const std::vector<Entry>& along, bool alone);

// Marks what is recorded as what he says of himself, which somebody else accepts, or as done without anybody who could.
void mark_own_word(Recording& recording, const std::string& person);

}  // namespace onduty
