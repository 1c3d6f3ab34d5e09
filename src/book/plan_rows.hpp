// SPDX-License-Identifier: MIT
// Which derived rows does an entry of the plan leave, and are those in the file the ones that all entries left?
#pragma once

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

// The rows of the version that came into force with `entry`, without places and versions.
PartList rows_of(const CheckedPlan& plan, const Entry& entry);
// The row of the whole text, which is kept of the newest version only.
Part text_row(const std::string& toml, int version);

// Do the rows in the file follow from these entries, all those of the plan?
enum class PartsFollow {
    yes,
    no,
    unknown,  // the words of one were purged, so nobody can tell
};
// Throws Failure when an entry does not read any more.
PartsFollow parts_follow(Book& book, const std::vector<EntryNumber>& entries);

}  // namespace onduty
