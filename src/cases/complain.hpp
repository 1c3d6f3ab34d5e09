// SPDX-License-Identifier: MIT
// Which actions does complain have?
#pragma once

#include "cli/command.hpp"

namespace onduty {

Action setup_complain_new(OptionList& list);
Action setup_complain_assess(OptionList& list);
Action setup_complain_assign(OptionList& list);
Action setup_complain_act(OptionList& list);
Action setup_complain_wait(OptionList& list);
Action setup_complain_resume(OptionList& list);
Action setup_complain_escalate(OptionList& list);
Action setup_complain_dispatch(OptionList& list);
Action setup_complain_arrive(OptionList& list);
Action setup_complain_resolve(OptionList& list);
Action setup_complain_sign(OptionList& list);
Action setup_complain_follow(OptionList& list);
Action setup_complain_cause(OptionList& list);
Action setup_complain_archive(OptionList& list);
Action setup_complain_reopen(OptionList& list);
Action setup_complain_show(OptionList& list);
Action setup_complain_list(OptionList& list);
// Without an action: what is open, overdue and one's own first.
Action setup_complain(OptionList& list);

}  // namespace onduty
