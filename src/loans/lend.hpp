// SPDX-License-Identifier: MIT
// What can lend do? One setup function per action, each in a file of its own.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace onduty {

Action setup_lend_out(OptionList& list);
Action setup_lend_back(OptionList& list);
Action setup_lend_list(OptionList& list);

// The numbers of pieces that were typed: "7", "7-9". Throws UsageError for what is none.
std::set<std::int64_t> piece_numbers(const std::vector<std::string>& typed);

}  // namespace onduty
