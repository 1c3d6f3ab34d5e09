// SPDX-License-Identifier: MIT
// What can be done about cases? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kComplainNew;
extern const ActionSpec kComplainAssess;
extern const ActionSpec kComplainAssign;
extern const ActionSpec kComplainAct;
extern const ActionSpec kComplainWait;
extern const ActionSpec kComplainResume;
extern const ActionSpec kComplainEscalate;
extern const ActionSpec kComplainDispatch;
extern const ActionSpec kComplainArrive;
extern const ActionSpec kComplainResolve;
extern const ActionSpec kComplainSign;
extern const ActionSpec kComplainFollow;
extern const ActionSpec kComplainCause;
extern const ActionSpec kComplainArchive;
extern const ActionSpec kComplainReopen;
extern const ActionSpec kComplainShow;
extern const ActionSpec kComplainList;

// Without an action: what is open, overdue and one's own first.
int show_open_cases(Context& context);

}  // namespace onduty
