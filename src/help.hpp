// SPDX-License-Identifier: MIT
// What does --help print? Columns by display width, in the user's language, 80 columns wide.
#pragma once

#include <span>
#include <string>

#include "cli/command.hpp"

namespace onduty {

// How a time may be typed.
void print_times(Output& out);
void print_overview(std::span<const Command> commands, Output& out);
// `action` is nullptr for the command itself. `list` holds the options of what is explained.
void print_help(const Command& command, const CommandSpec& spec, const ActionSpec* action, const OptionList& list,
                Output& out);
// "NAME" for a positional, "--post POST" for an option.
std::string option_words(const OptionSpec& option);
// "onduty patrol point POINT..."
std::string usage_line(const Command& command, const ActionSpec* action, const OptionList& list);

}  // namespace onduty
