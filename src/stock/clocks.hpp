// SPDX-License-Identifier: MIT
// Which clocks run at the bar and in the show home: what is to be approved, explained, counted, taken out, thrown away?
#pragma once

#include "commands/due_list.hpp"

namespace onduty {

// Unsorted; for the one due list.
std::vector<DueLine> house_lines(Book& book);

}  // namespace onduty
