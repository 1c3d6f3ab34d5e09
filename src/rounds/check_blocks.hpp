// SPDX-License-Identifier: MIT
// What do the checklists add up to? The blocks checks (one line per date and checklist) and inspections (one line per
// check of a person) of the report.
#pragma once

#include "book/names.hpp"
#include "print/table.hpp"
#include "rounds/rules.hpp"

namespace onduty {

Table checks_block(const PatrolFacts& facts, DateRange dates, const NameOf& name_of);

// `person_of_shift` answers the staff code of whoever came on duty with an entry.
// `scored` tells whether the checklist had points then.
Table inspections_block(const PatrolFacts& facts, DateRange dates, const NameOf& name_of,
                        const std::function<std::string(EntryNumber)>& person_of_shift,
                        const std::function<bool(const Check&)>& scored);

}  // namespace onduty
