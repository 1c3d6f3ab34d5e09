// SPDX-License-Identifier: MIT
// Which derived rows does an entry of the plan leave, and are those in the file the ones that all entries left?
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.hpp"
#include "plan/parts.hpp"

namespace onduty {

// A plan file that was read.
struct CheckedPlan {
    std::string toml;
    Plan plan;
    PartList parts;  // without places and versions
};

// Without parts when there are errors.
CheckedPlan parsed_plan(std::string_view toml, std::vector<PlanError>& errors);

// The rows of the version that came with `entry` and into force then, without places and versions.
PartList rows_of(const CheckedPlan& plan, const Entry& entry, Instant since);
// The row of the whole text, which is kept of the newest version only.
Part text_row(const std::string& toml, int version);

// Do the rows in the file follow from the entries of the plan?
struct PartsFollow {
    bool follow = true;
    // Versions of which nobody can tell: words were purged, or a newer program wrote them, and no whole text that this
    // one can read was recorded since.
    std::set<std::int64_t> unknown;
};
// `entries` are all those of the plan. Throws Failure when one does not read any more.
PartsFollow parts_follow(Book& book, const std::vector<EntryNumber>& entries);

// After a clock was declared, or that was withdrawn or given back: from when each version of the plan is in force.
void date_versions(Book& book);

}  // namespace onduty
