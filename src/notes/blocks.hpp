// SPDX-License-Identifier: MIT
// What was practised, and what was noted for later? The blocks drills (one line per drill and training) and notes (one
// line per kind: how many, done, in time, open, overdue) of the report.
#pragma once

#include <vector>

#include "log/entry.hpp"
#include "print/table.hpp"
#include "rounds/blocks.hpp"

namespace onduty {

struct Practice {
    Entry entry;  // a drill or a training
    Agenda agenda;
    std::string trainer;  // as it is shown
};

Table drills_block(const std::vector<Practice>& practices, const Zone& zone, const NameOf& name_of,
                   const std::function<const char*(const std::string&)>& shown);

struct NoteFate {
    std::string kind;              // task, event, supplier, mail, minutes
    std::int64_t people = 0;       // of a meeting or an event
    std::optional<Instant> due{};  // of mail without one: never late
    std::optional<Instant> done{};
    bool waits = false;  // it can be done, and is not
};

Table notes_block(const std::vector<NoteFate>& notes, Instant now,
                  const std::function<const char*(const std::string&)>& shown);

}  // namespace onduty
