// SPDX-License-Identifier: MIT
// What can checkin do? One setup function per action, each in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

Action setup_checkin_staff(OptionList& list);
Action setup_checkin_notice(OptionList& list);
Action setup_checkin_accept(OptionList& list);
Action setup_checkin_visit(OptionList& list);
Action setup_checkin_host(OptionList& list);
Action setup_checkin_vehicle(OptionList& list);
Action setup_checkin_contractor(OptionList& list);
Action setup_checkin_progress(OptionList& list);
Action setup_checkin_call(OptionList& list);
Action setup_checkin_refuse(OptionList& list);
Action setup_checkin_inspect(OptionList& list);
Action setup_checkin_out(OptionList& list);
Action setup_checkin_list(OptionList& list);

// A member of staff goes off duty; answers the exit code.
int leave_duty(Context& context, const std::string& name);

}  // namespace onduty
