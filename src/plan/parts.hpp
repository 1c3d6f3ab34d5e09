// SPDX-License-Identifier: MIT
// How is a plan kept as rows, one for each table of the file, and put together again from those that are needed? Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "log/part.hpp"
#include "plan/node.hpp"
#include "plan/plan.hpp"
#include "plan/sections.hpp"

namespace onduty {

// Families of rows that are no section of the plan: the tables [site], [stock] ... by their key, the posts that
// somebody can be on duty at ("" for any), and the whole text.
inline constexpr const char* kTableFamily = "table";
inline constexpr const char* kStaffedFamily = "staffed";
inline constexpr const char* kTextFamily = "text";

// Every row of a plan that was read without errors from this tree, in the order of the plan. Neither places nor
// versions are filled in.
PartList parts_of(const Node& tree, const Plan& plan);

// What becomes of the rows when a version follows.
struct PartChanges {
    PartList ended;  // as they were kept
    PartList begun;
};

// `held` are the rows of the version before, `wanted` those of `version`, in its order. A row that says the same
// stays; where one comes between others it takes a place between theirs.
PartChanges changes_to(int version, PartList held, PartList wanted);

// The families in which the parts of a section are kept.
std::vector<std::string> families_of(const Section& section);

// Reads the parts of one section into `plan`, which has the site already. `parts` are rows of its families; those
// that are not of the section, or names only, are passed over. Throws Failure when one does not read any more.
void read_parts(const Section& section, std::vector<const Part*> parts, Plan& plan);

// The families that history_of() needs the rows of.
std::vector<std::string> judging_families();
// What judging the past needs of every version: `parts` are all rows of those families, also those that hold no more.
// Versions that change none of them are left out. `since` answers from when a version was in force.
PlanHistory history_of(const PartList& parts, const std::function<Instant(int version)>& since);

}  // namespace onduty
