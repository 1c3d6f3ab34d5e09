// SPDX-License-Identifier: MIT
// When does something that was noted for later show, and when is it overdue? Tasks, promises of suppliers, events,
// drills and trainings. Pure.
#pragma once

#include <optional>
#include <string>

#include "log/entry.hpp"
#include "slots/judge.hpp"
#include "slots/slots.hpp"

namespace onduty {

// Which meeting the minutes are of: the subject of the entry. Only those of the department satisfy a rule.
namespace meeting {
inline constexpr const char* kDepartment = "department";
inline constexpr const char* kOwners = "owners";
inline constexpr const char* kOther = "other";
}  // namespace meeting

// The subject of a task that lets goods leave the house.
inline constexpr const char* kRelease = "release";

// The slot of a note of `kind` that is due, or takes place, at `due`: now within a day. Of what takes place (events,
// drills, trainings) it is early, and spoken of, from 30 days before (ours); of tasks and promises from the beginning.
// An event is on time for a day after it, when it is to be looked back on.
Slot note_slot(const std::string& kind, Instant due);

// Whether something due at `due` was done in time. Without a due time it always was.
bool in_time(const std::optional<Instant>& due, const Mark& done);

struct Practice {
    Entry entry;  // a drill or a training
    Agenda agenda;
    std::string trainer;  // as it is shown
};

struct NoteFate {
    std::string kind;              // task, event, supplier, mail, minutes
    std::int64_t people = 0;       // of a meeting or an event
    std::optional<Instant> due{};  // of mail without a rule for it: never late
    std::optional<Mark> done{};
    bool waits = false;  // it can be done, and is not
};

}  // namespace onduty
