// SPDX-License-Identifier: MIT
// What is open until it is closed, as entries that were corrected, and how does it stand now?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.hpp"
#include "book/subject.hpp"

namespace onduty {

// The entries that these matters are known by, oldest first.
std::vector<Entry> entries_of(Book& book, const OpenMatters& matters);
// The same of what is open of these kinds.
std::vector<Entry> open_entries(Book& book, const std::vector<std::string_view>& kinds);

// How an open matter stands now: what it is, whose, and when it is due.
struct MatterNow {
    std::string what;
    std::string owner;  // staff code
    std::optional<Instant> due;
    std::optional<Instant> since{};  // where that is not when its first entry was told
    std::string kind{};              // what it has become, where that is not what its first entry was
};
// By when what began at `since` is to be seen to, by the plan of then; nullopt where it had no rule for the event.
std::optional<Instant> due_of_event(Book& book, const char* event, Instant since);
// The same of these entries that are open, by their number: as the entry says, or as its subject has it by now.
MattersNow matters_now(Book& book, const std::vector<Entry>& open);

}  // namespace onduty
