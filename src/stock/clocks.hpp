// SPDX-License-Identifier: MIT
// Which clocks run at the bar and in the show home: what is to be approved, explained, counted, taken out, thrown away?
#pragma once

#include "book/due_line.hpp"

namespace onduty {

// Unsorted; for the one due list.
void add_house_lines(Look& look, DueLines& lines);

}  // namespace onduty
