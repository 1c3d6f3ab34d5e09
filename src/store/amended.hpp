// SPDX-License-Identifier: MIT
// Which entries of a day were corrected, withdrawn or moved by later ones, and how do they stand now?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "log/corrections.hpp"

namespace onduty {

class Database;

// What an entry has to do with a day, by what amended it.
namespace amended {
inline constexpr const char* kCorrected = "corrected";
inline constexpr const char* kWithdrawn = "withdrawn";
inline constexpr const char* kLeft = "left";  // it counts on another day
inline constexpr const char* kCame = "came";  // it is stored under another day
}  // namespace amended

struct AmendedRow {
    Date day{};
    EntryNumber entry = 0;
    std::string state;
    Instant told_at{};
    std::string doer;

    bool operator==(const AmendedRow&) const = default;
};

// The rows of an entry that something amends: one, or two where it counts on another day.
std::vector<AmendedRow> amended_rows(const Entry& entry, const std::vector<Entry>& amending);

// Whether anything of these days was amended, or of any day.
bool any_amended(Database& database, const std::optional<DateRange>& days);
bool is_amended(Database& database, const Entry& entry);
// Those of these days, by day and entry.
std::vector<AmendedRow> read_amended(Database& database, DateRange days);
std::vector<AmendedRow> read_amended(Database& database);
// Those of these days that count for another day than the one that is stored.
std::vector<AmendedRow> read_moved(Database& database, DateRange days);

}  // namespace onduty
