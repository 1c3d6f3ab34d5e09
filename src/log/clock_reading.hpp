// SPDX-License-Identifier: MIT
// Which entries came out of order because a clock was wrong, when were they recorded by a clock that somebody declared
// since, and what is in doubt until then? Pure. Source: the rules of time, clocks (design 2.4).
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

inline constexpr Minutes kSameTime{1};  // less is marked as a step and puts nothing in doubt

// Somebody said by how much the clock was wrong while these entries were recorded.
struct DeclaredClock {
    EntryNumber number = 0;  // of the entry that says so
    EntryNumber first = 0;
    EntryNumber last = 0;
    Minutes add{};
};

// Entries without a gap of which nobody can tell when they were recorded, and the time between those around them.
struct ClockDoubt {
    EntryNumber first = 0;
    EntryNumber last = 0;
    // Of time; until Instant::max() where nothing sound came after them. Empty where none of them tells of work: then
    // what was not done between was missed.
    Period between{};
    bool has(EntryNumber number) const { return first <= number && number <= last; }
};

class ClockReading {
  public:
    // `stepped_back`: entries that were recorded before the one in front of them, in order; between them the recorded
    // times do not fall. `declared`: those in force, in order. `recorded` answers the machine's clock of an entry from
    // 1 to `head`; it is asked for few. `tells_of_work`: whether an entry may say what was done, rather than what the
    // log and the plan are; asked of those in doubt.
    ClockReading(EntryNumber head, const std::vector<EntryNumber>& stepped_back, std::vector<DeclaredClock> declared,
                 std::function<Instant(EntryNumber)> recorded, std::function<bool(EntryNumber)> tells_of_work = {});

    // With the clock that was declared last for it.
    Instant read(EntryNumber number) const;
    // The newest time at which an entry in front of this one was recorded; Instant::min() in front of the first.
    Instant newest_before(EntryNumber number) const;
    // When it was recorded, but not before anything in front of it: from then on a version of the plan holds.
    Instant in_order(EntryNumber number) const { return std::max(read(number), newest_before(number)); }
    // Where an entry was recorded a minute or more before one in front of it: those in front that are later than it,
    // and it with those after it until one is later than all in front; unless somebody declared the clock on either
    // side of the step between them. In order, apart from each other.
    std::vector<ClockDoubt> doubts() const;
    // The doubtful entries by the clock of which they are, as far as steps back tell it: first and last of each.
    std::vector<std::pair<EntryNumber, EntryNumber>> parts_of(const ClockDoubt& doubt) const;
    // The last entry up to which, from this one on, no clock was set back as far as is known.
    EntryNumber last_in_step(EntryNumber number) const;
    // Whether something in front was recorded a minute or more later than it.
    bool is_behind(EntryNumber number) const { return newest_before(number) >= read(number) + kSameTime; }

  private:
    struct Stretch {
        EntryNumber first;
        EntryNumber last;
    };
    // The first of the stretch that was recorded after then; the one behind it where none was.
    EntryNumber first_after(const Stretch& stretch, Instant then) const;
    // Whether somebody declared the clock on either side of the step in front of this entry.
    bool is_settled(EntryNumber step) const;
    Period between(EntryNumber first, EntryNumber last) const;

    EntryNumber head_;
    std::vector<Stretch> stretches_;  // in which the times, as read, do not fall
    std::vector<DeclaredClock> declared_;
    std::function<Instant(EntryNumber)> recorded_;
    std::function<bool(EntryNumber)> tells_of_work_;
    mutable std::map<EntryNumber, Instant> known_;
};

// Whether a sorted list of doubts has the entry.
bool is_in_doubt(const std::vector<ClockDoubt>& doubts, EntryNumber number);
// Whether something due then fell into one.
bool is_in_doubt(const std::vector<ClockDoubt>& doubts, Instant due);

}  // namespace onduty
