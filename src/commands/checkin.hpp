// SPDX-License-Identifier: MIT
// What can checkin do that is no subject's alone?
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCheckinOut;
extern const ActionSpec kCheckinList;

}  // namespace onduty
