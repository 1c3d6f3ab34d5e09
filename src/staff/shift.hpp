// SPDX-License-Identifier: MIT
// How does a shift begin and end?
#pragma once

#include "book/recording.hpp"
#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCheckinStaff;

// The person that was typed, on duty. Throws Refusal when he is not, or has a round open.
Presence who_goes_off(Recording& recording, const std::string& typed);

// The last end of the shift that counts, 0 for none.
EntryNumber last_end_of(Book& book, const std::string& person, EntryNumber shift);

// The entry that the shift ends with, to be recorded. Throws Refusal when it began later.
Entry draft_off(Recording& recording, const Presence& person);

}  // namespace onduty
