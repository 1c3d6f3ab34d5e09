// SPDX-License-Identifier: MIT
// How does a defect that was counted become a case, and one only?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "book/typed_lines.hpp"

namespace onduty {

// Opens one finding for the defects of the count `stored` that no open case from an earlier count is about; does not
// commit. Answers what is to be said of the cases of all its defects. Until the case of a later count of a defect is
// archived, the item has a case, also when the first one was archived before.
std::string open_item_case(Recording& recording, const Presence& person, const Entry& stored,
                           const std::vector<Line>& lines, const Things& things);

// "C7" of the case that a count opened about an item, "" for none.
std::string case_of_count(Book& book, EntryNumber count, const std::string& item);

}  // namespace onduty
