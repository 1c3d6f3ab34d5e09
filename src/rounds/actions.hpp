// SPDX-License-Identifier: MIT
// What can be done about rounds? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCheckinInspect;
extern const ActionSpec kPatrolStart;
extern const ActionSpec kPatrolPoint;
extern const ActionSpec kPatrolEnd;
extern const ActionSpec kPatrolCheck;
extern const ActionSpec kPatrolExplain;

}  // namespace onduty
