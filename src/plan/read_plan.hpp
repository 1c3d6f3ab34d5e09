// SPDX-License-Identifier: MIT
// How does a plan file become a plan, and what is wrong with it? Every error at once, each with its line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/node.hpp"
#include "plan/plan.hpp"

namespace onduty {

// Largest plan that is read, in bytes.
inline constexpr std::size_t kLargestPlan = 256 * 1024;

// Reads a plan of format 1. The plan is complete only when there are no errors. `tree`, when given, is what stands in
// the file.
Plan read_plan(std::string_view toml, std::vector<PlanError>& errors, Node* tree = nullptr);

}  // namespace onduty
