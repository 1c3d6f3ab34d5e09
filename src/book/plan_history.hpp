// SPDX-License-Identifier: MIT
// What was the plan at a time, and what did one version of it change?
#pragma once

#include <string>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// A version of the plan, with its text as `plan export` gives it.
struct PlanOfThen {
    int version = 0;
    Instant since{};
    std::string text;
};

// The one that was in force then. Throws Refusal when there was none yet, or when its words were purged.
PlanOfThen plan_at(Book& book, Instant at);

// What a version brought, took and changed, the tables of the site first: "~ site grace 15 -> 20", "+ staff A05 Han
// Mei", "- rule lobby", "~ rule night within 15 -> 5". Families, codes and keys are those of the plan file.
std::vector<std::string> plan_changes(Book& book, int version);
// The same in one line, of many the first and what shows all of them; all where that is nothing yet (0).
std::string short_changes(const std::vector<std::string>& changes, EntryNumber shown_by);
// The entry of the version.
EntryNumber entry_of_version(Book& book, int version);

}  // namespace onduty
