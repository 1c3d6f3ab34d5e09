// SPDX-License-Identifier: MIT
// due: what is due now, most urgent first.
#include <CLI/App.hpp>

#include "commands/due_list.hpp"

namespace onduty {

CommandSpec due_command() {
    return {{}, [](CLI::App&) -> Action { return show_due; }};
}

}  // namespace onduty
