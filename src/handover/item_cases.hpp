// SPDX-License-Identifier: MIT
// How does a defect that was counted become a case, and one only?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "handover/slip_facts.hpp"

namespace onduty {

// Opens one finding for the defects of the count `stored` that no open case from an earlier count is about; does not
// commit. Answers what is to be said of the cases of all its defects. Until the case of a later count of a defect is
// archived, the item has a case, also when the first one was archived before.
std::string open_item_case(Recording& recording, const Presence& person, const Entry& stored,
                           const std::vector<Line>& lines, const Things& things);

// Which case is a defect of a slip being followed up by? As of the answer, so that an old slip stays as it was.
class DefectCases {
  public:
    DefectCases(Book& book, const SlipFacts& facts);
    // "C7" of the oldest one about the item that nobody had resolved, whichever count opened it; else of the one that
    // the count which found the defect had opened; "" for none.
    std::string code(const ItemDefect& defect) const;

  private:
    Book* book_;
    EntryNumber last_;
    std::map<std::string, std::string> open_;  // by item
};

}  // namespace onduty
