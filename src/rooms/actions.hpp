// SPDX-License-Identifier: MIT
// What can be done about rooms? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kServeTour;
extern const ActionSpec kServeTourEnd;
extern const ActionSpec kServeCount;

}  // namespace onduty
