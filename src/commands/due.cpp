// SPDX-License-Identifier: MIT
// due: what is due now, most urgent first.

#include "book/due_list.hpp"
#include "commands/due_watch.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

Action setup_due(OptionList& list) {
    auto watch = std::make_shared<bool>(false);
    list.flag("--watch", watch.get(), tr("Stay on the screen; ring when something falls overdue"));
    return [watch](Context& context) { return *watch ? watch_due(context) : show_due(context); };
}

}  // namespace

CommandSpec due_command() {
    return {{}, setup_due};
}

}  // namespace onduty
