// SPDX-License-Identifier: MIT
// What can serve do? One setup function per action.
#pragma once

#include "command.hpp"

namespace onduty {

Action setup_serve_order(OptionList& list);
Action setup_serve_deliver(OptionList& list);
Action setup_serve_seat(OptionList& list);
Action setup_serve_refill(OptionList& list);
Action setup_serve_list(OptionList& list);

}  // namespace onduty
