// SPDX-License-Identifier: MIT
// checkin: who arrives and leaves: staff, groups, vehicles, contractors, calls, refused persons.
#include "commands/checkin.hpp"

#include "rounds/actions.hpp"
#include "staff/shift.hpp"
#include "visits/actions.hpp"

namespace onduty {

CommandSpec checkin_command() {
    return {{
                kCheckinStaff,
                kCheckinInspect,
                kCheckinNotice,
                kCheckinAccept,
                kCheckinVisit,
                kCheckinHost,
                kCheckinVehicle,
                kCheckinContractor,
                kCheckinProgress,
                kCheckinCall,
                kCheckinRefuse,
                kCheckinOut,
                kCheckinList,
            },
            kCheckinList.setup};
}

}  // namespace onduty
