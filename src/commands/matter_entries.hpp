// SPDX-License-Identifier: MIT
// Which entries of some kinds are open until they are closed, as corrected?
#pragma once

#include <vector>

#include "commands/book.hpp"

namespace onduty {

// Oldest first, however old; `kinds` as in OpenMatters.
std::vector<Entry> open_matter_entries(Book& book, const std::vector<std::string>& kinds);

}  // namespace onduty
