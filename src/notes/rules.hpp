// SPDX-License-Identifier: MIT
// When does something that was noted for later show, and when is it overdue? Tasks (A10, C7, P8), promises of suppliers
// (A4), events (A3), drills and trainings (C5, G4, T3). Pure.
#pragma once

#include <optional>
#include <string>

#include "time/time.hpp"

namespace onduty {

// Which meeting the minutes are of (H7, P7): the subject of the entry. Only those of the department satisfy a rule.
namespace meeting {
inline constexpr const char* kDepartment = "department";
inline constexpr const char* kOwners = "owners";
inline constexpr const char* kOther = "other";
}  // namespace meeting

// The subject of a task that lets goods leave the house (P5).
inline constexpr const char* kRelease = "release";

enum class Standing {
    hidden,   // too far off to be spoken of
    coming,   // known, not urgent
    now,      // within a day; of an event also the day after it, when it is to be looked back on
    overdue,  // past
};

// How `kind` with the time `due` stands at `now`. Tasks and promises are spoken of from the beginning; what takes place
// (events, drills, trainings) from 30 days before (ours).
Standing standing_of(const std::string& kind, Instant due, Instant now);

// Whether something due at `due` was done in time. Without a due time it always was.
bool in_time(const std::optional<Instant>& due, Instant done);

}  // namespace onduty
