// SPDX-License-Identifier: MIT
// patrol: rounds, checklists, explanations and incidents.
#include "commands/patrol.hpp"

#include "commands/due_list.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

Action setup_due(OptionList&) {
    return [](Context& context) { return show_due(context); };
}

}  // namespace

CommandSpec patrol_command() {
    return {
        {
            {"start", "开始", N_("Begin a round"), setup_patrol_start},
            {"point", "到点", N_("Log checkpoints, typed or read from a scanner"), setup_patrol_point},
            {"end", "结束", N_("End the round"), setup_patrol_end},
            {"check", "检查", N_("Go through a checklist, such as the closing check"), setup_patrol_check},
            {"explain", "说明", N_("Explain a missed round or check"), setup_patrol_explain},
            {"incident", "事件", N_("Report an incident; without words the list, with a number one"),
             setup_patrol_incident},
            {"alarm", "警报", N_("An alarm of the house, and what it was"), setup_patrol_alarm},
            {"call", "查岗", N_("Ask a guard who is alone whether all is well"), setup_patrol_call},
            {"sign", "签字", N_("The supervisor signs rounds, checks and handovers"), setup_patrol_sign},
            {"conduct", "纪律", N_("A supervisor notes that somebody left the post, slept ..."), setup_patrol_conduct},
        },
        setup_due};
}

}  // namespace onduty
