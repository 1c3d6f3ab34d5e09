// SPDX-License-Identifier: MIT
// Which commands are there? All of them, in help order; the list itself is commands.def.
#pragma once

#include <span>

#include "cli/command.hpp"

namespace onduty {

std::span<const Command> commands();

}  // namespace onduty
