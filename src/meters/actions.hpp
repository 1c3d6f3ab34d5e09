// SPDX-License-Identifier: MIT
// What can be done about meters? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kServeMeter;

}  // namespace onduty
