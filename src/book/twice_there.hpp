// SPDX-License-Identifier: MIT
// Does a change make somebody be on duty, or walk a round, his own or along on another's, twice at one time?
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// The shifts, or the rounds, of those whose comings and goings are among some entries, or who were on a round, as they
// stood when they were added. What overlapped then already is nobody's fault now.
class TwiceBefore {
  public:
    explicit TwiceBefore(Book& book) : book_{&book} {}
    void add(const std::vector<Entry>& entries);
    // Throws Refusal for two of one person that overlap only now.
    void check() const;

  private:
    Book* book_;
    std::vector<Entry> turns_;  // as they counted then
    std::set<std::tuple<std::string, EntryNumber, EntryNumber>> overlapped_;
};

// Throws Refusal when the person walked another round, which was ended, in this time. `along`: the entry by which he
// walks along on this one, if there is one.
void refuse_second_round(Book& book, const std::string& person, EntryNumber own, Instant from, Instant until,
                         EntryNumber along = 0);
// The same of all who are on a round, if it ends then.
void refuse_end_in_second_round(Book& book, EntryNumber round, Instant until);

// The round, which was ended, on which he walked along then; 0 for none.
EntryNumber round_walked_along(Book& book, const std::string& person, Instant at);

}  // namespace onduty
