// SPDX-License-Identifier: MIT
// Which clocks of the front of the house are running: announcements, hosts, orders, refills, long stays?
#pragma once

#include <vector>

#include "book/due_line.hpp"

namespace onduty {

// One line for each running clock of the groups on site.
void add_visit_lines(Look& look, DueLines& lines);

}  // namespace onduty
