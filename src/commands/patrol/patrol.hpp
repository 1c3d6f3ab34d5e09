// SPDX-License-Identifier: MIT
// patrol: the options that its actions declare; one file per action.
#pragma once

#include "command.hpp"

namespace onduty {

Action setup_patrol_start(CLI::App& parser);
Action setup_patrol_point(CLI::App& parser);
Action setup_patrol_end(CLI::App& parser);
Action setup_patrol_check(CLI::App& parser);
Action setup_patrol_explain(CLI::App& parser);
Action setup_patrol_incident(CLI::App& parser);

}  // namespace onduty
