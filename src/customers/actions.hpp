// SPDX-License-Identifier: MIT
// What can be done about customers? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCustomerNew;
extern const ActionSpec kCustomerToday;
extern const ActionSpec kCustomerList;
extern const ActionSpec kCustomerShow;
extern const ActionSpec kCustomerAssign;
extern const ActionSpec kCustomerContact;
extern const ActionSpec kCustomerUpdate;
extern const ActionSpec kCustomerSurvey;

}  // namespace onduty
