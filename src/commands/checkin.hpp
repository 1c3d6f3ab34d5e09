// SPDX-License-Identifier: MIT
// What can checkin do that is no subject's alone?
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kCheckinStaff;
extern const ActionSpec kCheckinOut;
extern const ActionSpec kCheckinList;

// A member of staff goes off duty; answers the exit code.
int leave_duty(Context& context, const std::string& name);

}  // namespace onduty
