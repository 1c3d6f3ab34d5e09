// SPDX-License-Identifier: MIT
// Which clocks of the front of the house are running: announcements, hosts, orders, refills, long stays?
#pragma once

#include <vector>

#include "commands/due_list.hpp"

namespace onduty {

// One line for each running clock of the groups on site.
std::vector<DueLine> visit_lines(Book& book);

}  // namespace onduty
