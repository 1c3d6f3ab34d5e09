// SPDX-License-Identifier: MIT
// What can be done about handover? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kHandoverOffer;
extern const ActionSpec kHandoverCount;
extern const ActionSpec kHandoverAccept;
extern const ActionSpec kHandoverRefuse;
extern const ActionSpec kHandoverShow;
extern const ActionSpec kHandoverSlip;

}  // namespace onduty
