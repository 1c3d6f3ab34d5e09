// SPDX-License-Identifier: MIT
// Does a told or a corrected time put an entry before what it follows, or after what follows on it?
#pragma once

#include <utility>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// Which of some entries and of those that belong together with them was told to be the earlier one, as it stood when
// this was made. What was out of order then, because it was typed late or by a wrong clock, is nobody's fault now.
class OrderBefore {
  public:
    OrderBefore(Book& book, const std::vector<Entry>& entries);
    // Of one that is to count again: as it stood when it was withdrawn, by the entry of this number.
    void add_given_back(const Entry& entry, EntryNumber withdrawal);
    // Throws Refusal for the first two that are in order no longer.
    void check() const;

  private:
    void add(const Entry& entry);
    void add(const Entry& earlier, const Entry& later, bool meant_is_later);
    void add_what_it_follows(const Entry& entry);
    void add_what_follows(const Entry& entry);
    void add_shift(const Entry& entry);

    struct Pair {
        EntryNumber earlier;
        EntryNumber later;
        bool meant_is_later;  // of the two the one that is corrected
    };
    // Whether they were in order as this looks at them.
    bool in_order(const Entry& earlier, const Entry& later) const;

    Book* book_;
    EntryNumber withdrawal_ = 0;  // of the one that is looked at, which is to count again
    std::vector<Pair> pairs_;
};

// Of an entry that is recorded now: throws Refusal where the time that somebody tells for it is before what it opens
// again, closes or is a step of, or, of the end of a shift, before what was done on it. What only led to it, as to a
// case or an incident, may have been told later, and a table that is imported comes in as it is.
void refuse_before_what_it_follows(Book& book, const Entry& draft);

}  // namespace onduty
