// SPDX-License-Identifier: MIT
// What can be done about rooms? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kServeTour;
extern const ActionSpec kServeTourEnd;
extern const ActionSpec kServeCount;

class Recording;  // book/recording.hpp
struct Presence;  // log/presence.hpp
struct Visit;     // visits/rules.hpp

// Records the end of the tours on which the visit still is.
void end_tours(Recording& recording, const Visit& visit, const Presence& person);

}  // namespace onduty
