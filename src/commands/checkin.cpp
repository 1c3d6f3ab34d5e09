// SPDX-License-Identifier: MIT
// checkin: who arrives and leaves: staff, groups, vehicles, contractors, calls, refused persons.
#include "commands/checkin.hpp"

#include "text/translate.hpp"

namespace onduty {

CommandSpec checkin_command() {
    return {{
                {"staff", "上岗", N_("A person comes on duty"), setup_checkin_staff},
                {"inspect", "检查", N_("The leader inspects grooming or service"), setup_checkin_inspect},
                {"notice", "预告", N_("The guard announces a group"), setup_checkin_notice},
                {"accept", "接单", N_("The desk or bar takes the announcement over"), setup_checkin_accept},
                {"visit", "来访", N_("A group arrives"), setup_checkin_visit},
                {"host", "对接", N_("Somebody of sales takes the group"), setup_checkin_host},
                {"vehicle", "车辆", N_("A vehicle without a group comes in"), setup_checkin_vehicle},
                {"contractor", "施工", N_("Somebody comes to work on site"), setup_checkin_contractor},
                {"progress", "进展", N_("How a contractor's work goes on"), setup_checkin_progress},
                {"call", "来电", N_("A telephone call"), setup_checkin_call},
                {"refuse", "劝离", N_("Somebody is questioned or turned away"), setup_checkin_refuse},
                {"out", "离开", N_("Off duty, or off the site"), setup_checkin_out},
                {"list", "在场", N_("Who is on duty and on site"), setup_checkin_list},
            },
            setup_checkin_list};
}

}  // namespace onduty
