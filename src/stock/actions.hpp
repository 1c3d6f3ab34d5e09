// SPDX-License-Identifier: MIT
// What can be done about stock? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kServeLinen;
extern const ActionSpec kServeFridge;
extern const ActionSpec kServeDisinfect;
extern const ActionSpec kServeStock;
extern const ActionSpec kServeExplain;

}  // namespace onduty
