// SPDX-License-Identifier: MIT
// complain: cases from acceptance to archive: complaints, repairs, enquiries, opinions, findings (A7, Y1-Y7).
#include "cases/complain.hpp"

#include "text/translate.hpp"

namespace onduty {

CommandSpec complain_command() {
    return {{
                {"new", "新建", N_("A complaint, repair, enquiry ... is taken down"), setup_complain_new},
                {"assess", "评估", N_("How grave it is, and why"), setup_complain_assess},
                {"assign", "指派", N_("Whose it is"), setup_complain_assign},
                {"act", "处理", N_("What was done about it, and what it cost"), setup_complain_act},
                {"wait", "等待", N_("It waits for the customer, for parts, for somebody else"), setup_complain_wait},
                {"resume", "继续", N_("The waiting is over"), setup_complain_resume},
                {"escalate", "上报", N_("It is handed up to the company or another post"), setup_complain_escalate},
                {"dispatch", "派单", N_("A post or a contractor is sent"), setup_complain_dispatch},
                {"arrive", "到场", N_("Who was sent is there"), setup_complain_arrive},
                {"resolve", "办结", N_("It is settled, answered, repaired"), setup_complain_resolve},
                {"sign", "验收", N_("The work of a repair is accepted or refused"), setup_complain_sign},
                {"follow", "回访", N_("The person is asked whether it is well now"), setup_complain_follow},
                {"cause", "原因", N_("Why it happened, and what is done against it"), setup_complain_cause},
                {"archive", "归档", N_("It is closed for good"), setup_complain_archive},
                {"reopen", "重开", N_("It goes on after all"), setup_complain_reopen},
                {"show", "查看", N_("One case, the whole story"), setup_complain_show},
                {"list", "清单", N_("Cases by sort, severity, owner, place, date"), setup_complain_list},
            },
            setup_complain};
}

}  // namespace onduty
