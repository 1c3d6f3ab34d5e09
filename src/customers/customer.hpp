// SPDX-License-Identifier: MIT
// What can customer do? One setup function per action, each in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

Action setup_customer_new(OptionList& list);
Action setup_customer_today(OptionList& list);
Action setup_customer_list(OptionList& list);
Action setup_customer_show(OptionList& list);
Action setup_customer_assign(OptionList& list);
Action setup_customer_contact(OptionList& list);
Action setup_customer_update(OptionList& list);
Action setup_customer_survey(OptionList& list);

}  // namespace onduty
