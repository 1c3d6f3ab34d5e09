// SPDX-License-Identifier: MIT
// patrol: rounds, checklists, explanations and incidents.
#include "book/due_list.hpp"
#include "guard/actions.hpp"
#include "rounds/actions.hpp"

namespace onduty {

CommandSpec patrol_command() {
    return {{
                kPatrolStart,
                kPatrolPoint,
                kPatrolEnd,
                kPatrolCheck,
                kPatrolExplain,
                kPatrolIncident,
                kPatrolAlarm,
                kPatrolCall,
                kPatrolSign,
                kPatrolConduct,
            },
            set_up<show_due>};
}

}  // namespace onduty
