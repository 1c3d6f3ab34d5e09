// SPDX-License-Identifier: MIT
// What can serve do? One setup function per action.
#pragma once

#include "cli/command.hpp"

namespace onduty {

Action setup_serve_order(OptionList& list);
Action setup_serve_deliver(OptionList& list);
Action setup_serve_seat(OptionList& list);
Action setup_serve_refill(OptionList& list);
Action setup_serve_tour(OptionList& list);
Action setup_serve_tour_end(OptionList& list);
Action setup_serve_count(OptionList& list);
Action setup_serve_clear(OptionList& list);
Action setup_serve_fridge(OptionList& list);
Action setup_serve_disinfect(OptionList& list);
Action setup_serve_meeting(OptionList& list);
Action setup_serve_ready(OptionList& list);
Action setup_serve_linen(OptionList& list);
Action setup_serve_stock(OptionList& list);
Action setup_serve_explain(OptionList& list);
Action setup_serve_list(OptionList& list);

}  // namespace onduty
