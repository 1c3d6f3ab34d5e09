// SPDX-License-Identifier: MIT
#include "commands.hpp"

namespace onduty {

// Each is defined by its menu: in the folder of the subject that it serves, or in commands/.
#define ONDUTY_COMMAND(name, alias, summary, group) CommandSpec name##_command();
#include "commands.def"
#undef ONDUTY_COMMAND

std::span<const Command> commands() {
#define ONDUTY_COMMAND(name, alias, summary, group) {#name, alias, summary, Group::group, &name##_command},
    static constexpr Command kCommands[]{
#include "commands.def"
    };
#undef ONDUTY_COMMAND
    return kCommands;
}

}  // namespace onduty
