// SPDX-License-Identifier: MIT
// How are the typed words brought to the declared options? The only file pair that knows the parser library.
#pragma once

#include <string>
#include <vector>

#include "cli/option_list.hpp"

namespace onduty {

// Fills the targets of `list` from `words` (command and action taken out). Throws UsageError, which ends with
// the line `usage`.
void parse(const OptionList& list, std::vector<std::string> words, const std::string& usage);

}  // namespace onduty
