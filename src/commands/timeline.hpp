// SPDX-License-Identifier: MIT
// What happened to one group, across all posts, with the minutes between?
#pragma once

#include <string>

#include "cli/output_options.hpp"

namespace onduty {

// Prints the story of the visit; answers the exit code.
int show_timeline(Context& context, const std::string& visit, const OutputOptions& options);

}  // namespace onduty
