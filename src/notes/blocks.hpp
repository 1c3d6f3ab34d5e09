// SPDX-License-Identifier: MIT
// What was practised, and what was noted for later? The blocks drills (one line per drill and training) and notes (one
// line per kind: how many, done, in time, open, overdue) of the report.
#pragma once

#include <vector>

#include "book/names.hpp"
#include "log/entry.hpp"
#include "notes/rules.hpp"
#include "print/table.hpp"

namespace onduty {

Table drills_block(const std::vector<Practice>& practices, const Zone& zone, const NameOf& name_of,
                   const std::function<const char*(const std::string&)>& shown);

Table notes_block(const std::vector<NoteFate>& notes, Instant now,
                  const std::function<const char*(const std::string&)>& shown);

}  // namespace onduty
