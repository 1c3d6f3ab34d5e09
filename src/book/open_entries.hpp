// SPDX-License-Identifier: MIT
// What is open until it is closed, as entries that were corrected?
#pragma once

#include <vector>

#include "book/book.hpp"

namespace onduty {

// The entries that open matters of these kinds are known by, oldest first.
std::vector<Entry> open_entries(Book& book, const std::vector<const char*>& kinds);

}  // namespace onduty
