// SPDX-License-Identifier: MIT
// What can be done about cleaning? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCleanDone;
extern const ActionSpec kCleanSkip;
extern const ActionSpec kCleanNotApplicable;
extern const ActionSpec kCleanRequest;
extern const ActionSpec kCleanLitter;
extern const ActionSpec kCleanInspect;
extern const ActionSpec kCleanList;

}  // namespace onduty
