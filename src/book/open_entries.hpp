// SPDX-License-Identifier: MIT
// What is open until it is closed, as entries that were corrected?
#pragma once

#include <string_view>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// The entries that these matters are known by, oldest first.
std::vector<Entry> entries_of(Book& book, const OpenMatters& matters);
// The same of what is open of these kinds.
std::vector<Entry> open_entries(Book& book, const std::vector<std::string_view>& kinds);

}  // namespace onduty
