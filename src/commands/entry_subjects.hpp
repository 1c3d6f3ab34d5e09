// SPDX-License-Identifier: MIT
// Which kinds of entry have a subject that is told in a file of its own?
#pragma once

#include <string>

namespace onduty {

// Cards of customers and what is about them, surveys and their answers.
bool is_of_customers(const std::string& kind);

}  // namespace onduty
