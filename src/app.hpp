// SPDX-License-Identifier: MIT
// How does a command line become one running command and an exit code?
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace onduty {

// Runs one command line (without the program's name). Never throws; writes what went wrong to `err`.
int run(const std::vector<std::string>& arguments, Environment& environment);

// How the command line would be typed again: arguments quoted for the shell where needed.
std::string typed_again(const std::vector<std::string>& arguments);

}  // namespace onduty
