// SPDX-License-Identifier: MIT
// What do the actions of lend share?
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace onduty {

// The numbers of pieces that were typed: "7", "7-9". Throws UsageError for what is none.
std::set<std::int64_t> piece_numbers(const std::vector<std::string>& typed);

}  // namespace onduty
