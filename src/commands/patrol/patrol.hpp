// SPDX-License-Identifier: MIT
// patrol: the options that its actions declare; one file per action.
#pragma once

#include "command.hpp"

namespace onduty {

Action setup_patrol_start(OptionList& list);
Action setup_patrol_point(OptionList& list);
Action setup_patrol_end(OptionList& list);
Action setup_patrol_check(OptionList& list);
Action setup_patrol_explain(OptionList& list);
Action setup_patrol_incident(OptionList& list);

}  // namespace onduty
