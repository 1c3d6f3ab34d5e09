// SPDX-License-Identifier: MIT
// due: what is due now, most urgent first.

#include "book/due_list.hpp"
#include "commands/due_watch.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct DueOptions {
    bool watch = false;
    bool all = false;
};

Action setup_due(OptionList& list) {
    auto options = std::make_shared<DueOptions>();
    list.flag("--watch", &options->watch, tr("Stay on the screen; ring when something falls overdue"));
    list.flag("--all", &options->all, tr("Each by itself: also what is many and old, and what comes again later"));
    return [options](Context& context) {
        return options->watch ? watch_due(context, options->all)
               : options->all ? show_all_due(context)
                              : show_due(context);
    };
}

}  // namespace

CommandSpec due_command() {
    return {{}, setup_due};
}

}  // namespace onduty
