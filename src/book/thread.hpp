// SPDX-License-Identifier: MIT
// Which steps of a thread, an entry and what is about it, presuppose others that count no more, or not yet?
#pragma once

#include <vector>

#include "book/book.hpp"

namespace onduty {

// The entry and what is about it, as they count now, in order of number.
std::vector<Entry> thread_of(Book& book, EntryNumber first);

// The same without those of which kinds fit by what stands in front of them alone, such as the points of a round: who
// corrects a value need not read the log for them. However old it is, as quick as it is short.
std::vector<Entry> steps_by_index(Book& book, EntryNumber first);

// Those of `after` that fitted into the thread as it was `before` and do not fit any longer. What does not fit is not
// there for what follows on it.
std::vector<Entry> no_longer_fitting(Book& book, const std::vector<Entry>& before, const std::vector<Entry>& after);

// The thread of this step as it stood when the step was recorded, in order of number: with what was withdrawn since.
std::vector<Entry> thread_at(Book& book, const Entry& step);

// The last withdrawn step of its thread with which the entry would fit, 0 for none.
EntryNumber withdrawn_before(Book& book, const Entry& entry);

// The last step of its thread that counts and without which the entry would fit, 0 for none.
EntryNumber step_in_place_of(Book& book, const Entry& entry);

// The threads of some entries as they stood when it was made, to be compared with how they stand after a change; `read`
// as above.
class ThreadsBefore {
  public:
    using Read = std::vector<Entry> (*)(Book& book, EntryNumber first);
    ThreadsBefore(Book& book, const std::vector<Entry>& entries, Read read = thread_of);
    // In order of number; empty where all still fits.
    std::vector<Entry> no_longer_fitting() const;

  private:
    Book* book_;
    Read read_;
    std::vector<std::pair<EntryNumber, std::vector<Entry>>> threads_;
};

}  // namespace onduty
