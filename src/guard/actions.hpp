// SPDX-License-Identifier: MIT
// What can be done about guard? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kPatrolIncident;
extern const ActionSpec kPatrolAlarm;
extern const ActionSpec kPatrolCall;
extern const ActionSpec kPatrolSign;
extern const ActionSpec kPatrolConduct;

// The incident reports as a list, and one of them as a page.
int list_incidents(Context& context);
int show_incident(Context& context, std::int64_t sequence);

}  // namespace onduty
