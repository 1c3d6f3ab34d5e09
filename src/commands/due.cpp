// SPDX-License-Identifier: MIT
// due: what is due now, most urgent first.

#include "commands/due_list.hpp"

namespace onduty {

CommandSpec due_command() {
    return {{}, [](OptionList&) -> Action { return show_due; }};
}

}  // namespace onduty
