// SPDX-License-Identifier: MIT
// complain: cases from acceptance to archive: complaints, repairs, enquiries, opinions, findings.
#include "cases/actions.hpp"

namespace onduty {

CommandSpec complain_command() {
    return {{
                kComplainNew,
                kComplainAssess,
                kComplainAssign,
                kComplainAct,
                kComplainWait,
                kComplainResume,
                kComplainEscalate,
                kComplainDispatch,
                kComplainArrive,
                kComplainResolve,
                kComplainSign,
                kComplainFollow,
                kComplainCause,
                kComplainArchive,
                kComplainReopen,
                kComplainShow,
                kComplainList,
            },
            set_up<show_open_cases>};
}

}  // namespace onduty
