// SPDX-License-Identifier: MIT
// What can be done about visits? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCheckinNotice;
extern const ActionSpec kCheckinAccept;
extern const ActionSpec kCheckinVisit;
extern const ActionSpec kCheckinHost;
extern const ActionSpec kCheckinVehicle;
extern const ActionSpec kCheckinContractor;
extern const ActionSpec kCheckinProgress;
extern const ActionSpec kCheckinCall;
extern const ActionSpec kCheckinRefuse;
extern const ActionSpec kServeOrder;
extern const ActionSpec kServeDeliver;
extern const ActionSpec kServeSeat;
extern const ActionSpec kServeRefill;
extern const ActionSpec kServeClear;
extern const ActionSpec kServeMeeting;
extern const ActionSpec kServeReady;
extern const ActionSpec kServeList;

}  // namespace onduty
