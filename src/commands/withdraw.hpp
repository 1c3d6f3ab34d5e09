// SPDX-License-Identifier: MIT
// How is an entry withdrawn, with what its command recorded along with it, and how is that given back?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "book/thread.hpp"
#include "commands/withdraw_words.hpp"

namespace onduty {

// Records and answers. `all`: with what later commands recorded upon it, too; without it, throws Refusal that says what
// that is. The entry may be a withdrawal itself, whose withdrawal gives back what was.
int withdraw(Recording& recording, const Presence& person, const Entry& entry, bool all);

// After a correction because of which the entry no longer led to what it had led to: withdraws that, unless somebody
// acted on it. Answers what is to be said.
std::string withdraw_led(Recording& recording, const Presence& person, const Entry& entry, const Entry& correction);

// Throws Refusal, with what withdraws it, where a step no longer fits what it was recorded upon.
void refuse_broken(Book& book, const ThreadsBefore& threads);

// After entries were withdrawn, count again, or got another time or visit: records what follows from that, and puts in
// what is to be said of it. `was`: those that may have moved, as they were; where they were is put right, too.
void put_right(Recording& recording, const Presence& person, const std::vector<Entry>& changed,
               const std::vector<Entry>& was, std::vector<std::string>& remarks);

// The withdrawal that is meant when entry `number` is to be given back. Throws Refusal when it was not withdrawn.
Entry withdrawal_meant(Book& book, EntryNumber number);

}  // namespace onduty
