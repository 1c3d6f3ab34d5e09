// SPDX-License-Identifier: MIT
// What is wrong with a file that somebody wrote for the program, and in which line?
#pragma once

#include <string>
#include <vector>

namespace onduty {

struct PlanError {
    int line = 0;  // from 1; 0 when it concerns the whole file
    std::string message;
};

// In the order of their lines.
void sort_by_line(std::vector<PlanError>& errors);

}  // namespace onduty
