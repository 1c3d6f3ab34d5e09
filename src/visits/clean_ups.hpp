// SPDX-License-Identifier: MIT
// What follows when a group leaves a seat or the site?
#pragma once

#include <span>
#include <string>

#include "visits/read.hpp"

namespace onduty {

// A field: the entry with which a seat or a room was left, of what was not recorded along with that.
inline constexpr const char* kLeftWith = "left_with";

// The entry that the visit leaves with, to be recorded. Throws Refusal when it left already, or came later.
Entry draft_leave(Recording& recording, const Visit& visit, const Presence& person);

// Records that the area of the visit's seat is to be tidied up, if the plan knows its area.
void ask_for_clean_up(Recording& recording, const Visit& visit, const Presence& person);

// After entries of visits were withdrawn, or count again: what is to be tidied up follows where they sat. Withdraws the
// requests for tables that they did not leave, unless somebody has tidied up there, and records those that are missing.
std::string put_clean_ups_right(Recording& recording, const Presence& person, std::span<const Entry> changed);

}  // namespace onduty
