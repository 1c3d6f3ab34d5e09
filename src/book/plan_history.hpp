// SPDX-License-Identifier: MIT
// What was the plan at a time, and what did one version of it change?
#pragma once

#include <string>

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

// What a version brought, took and changed, one after the other: "+ staff A05 Han Mei; - rule lobby; ~ rule night
// within 15 -> 5". Families, codes and keys are those of the plan file.
std::string plan_changes(Book& book, int version);

}  // namespace onduty
