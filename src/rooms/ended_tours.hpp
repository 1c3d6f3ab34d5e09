// SPDX-License-Identifier: MIT
// Which tours end because the group leaves the site?
#pragma once

#include <span>
#include <string>

#include "book/recording.hpp"
#include "visits/rules.hpp"

namespace onduty {

// Appends the end of a tour of the visit at a time.
void append_tour_end(Recording& recording, EntryNumber visit, const std::string& room, const Presence& person,
                     std::optional<Instant> at, EntryNumber left_with = 0);

// Records the end of the tours on which the visit still is, which leaves now.
void end_tours(Recording& recording, const Visit& visit, const Presence& person);

// The same where a change in the log leaves a group on a tour that has left the site; withdraws such an end where it is
// none any more. See Subject::put_right.
std::string put_tours_right(Recording& recording, const Presence& person, std::span<const Entry> changed);

}  // namespace onduty
