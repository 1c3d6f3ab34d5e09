// SPDX-License-Identifier: MIT
// What can be done about loans? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kLendOut;
extern const ActionSpec kLendBack;
extern const ActionSpec kLendList;

}  // namespace onduty
