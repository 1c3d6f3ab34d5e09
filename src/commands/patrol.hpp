// SPDX-License-Identifier: MIT
// patrol: the options that its actions declare; one file per action.
#pragma once

#include "cli/command.hpp"

namespace onduty {

Action setup_patrol_start(OptionList& list);
Action setup_patrol_point(OptionList& list);
Action setup_patrol_end(OptionList& list);
Action setup_patrol_check(OptionList& list);
Action setup_patrol_explain(OptionList& list);
Action setup_patrol_incident(OptionList& list);
Action setup_patrol_alarm(OptionList& list);
Action setup_patrol_call(OptionList& list);
Action setup_patrol_sign(OptionList& list);
Action setup_patrol_conduct(OptionList& list);

// The incident reports as a list, and one of them as a page (incident_page.cpp).
int list_incidents(Context& context);
int show_incident(Context& context, std::int64_t sequence);

}  // namespace onduty
