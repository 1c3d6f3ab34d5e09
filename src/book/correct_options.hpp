// SPDX-License-Identifier: MIT
// Under which options are fields corrected?
#pragma once

#include <vector>

namespace onduty {

// An option of `correct`, with what the help says of it.
struct CorrectOption {
    const char* name;
    const char* type;
    const char* description;  // N_("...")
};
// Those that a kind declares, in the order in which they are told.
std::vector<CorrectOption> correct_options();

}  // namespace onduty
