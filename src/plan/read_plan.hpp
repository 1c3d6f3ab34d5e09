// SPDX-License-Identifier: MIT
// How does a plan file become a plan, and what is wrong with it? Every error at once, each with its line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

struct PlanError {
    int line = 0;  // from 1; 0 when it concerns the whole file
    std::string message;
};

// Largest plan that is read, in bytes.
inline constexpr std::size_t kLargestPlan = 256 * 1024;

// Reads a plan of format 1. The plan is complete only when there are no errors.
Plan read_plan(std::string_view toml, std::vector<PlanError>& errors);

// The same for a plan that was checked before it was stored; throws Failure if it does not read any more.
Plan read_stored_plan(std::string_view toml, int version);

}  // namespace onduty
