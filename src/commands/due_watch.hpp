// SPDX-License-Identifier: MIT
// due --watch: the list of what is due stays on the screen and rings.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "book/due_list.hpp"

namespace onduty {

// Tells what has become overdue since the last look. What is overdue at the first look does not ring.
class OverdueBell {
  public:
    bool rings(const std::vector<DueLine>& lines);

  private:
    std::set<std::string> overdue_;
    bool looked_ = false;
};

// `all`: each line by itself.
int watch_due(Context& context, bool all);

}  // namespace onduty
