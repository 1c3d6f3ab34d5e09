// SPDX-License-Identifier: MIT
// Does a change make somebody be on duty, or walk a round, twice at one time?
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// The shifts, or the rounds, of those whose comings and goings are among some entries, as they stood when they were
// added. What overlapped then already is nobody's fault now.
class TwiceBefore {
  public:
    explicit TwiceBefore(Book& book) : book_{&book} {}
    void add(const std::vector<Entry>& entries);
    // Throws Refusal for two of one person that overlap only now.
    void check() const;

  private:
    Book* book_;
    std::vector<Entry> turns_;  // as they counted then
    std::set<std::pair<EntryNumber, EntryNumber>> overlapped_;
};

// Throws Refusal when the person walked another round, which was ended, in this time.
void refuse_second_round(Book& book, const std::string& person, EntryNumber own, Instant from, Instant until);

}  // namespace onduty
