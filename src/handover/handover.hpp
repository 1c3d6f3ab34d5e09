// SPDX-License-Identifier: MIT
// What do the actions of handover share? Which offer is meant, and who answers it.
#pragma once

#include <string>

#include "book/recording.hpp"
#include "cli/option_list.hpp"
#include "handover/read.hpp"

namespace onduty {

// An offer that waits and the person on duty who answers it, never the one who offered.
struct Answering {
    Entry offer;
    Presence person;
};

// `typed`: number of the offer, a post, or nothing; `action` is what the messages say to type. Throws Refusal when
// nothing waits or the same person wants to answer, UsageError when several can be meant.
Answering answering(Recording& recording, const std::string& typed, const char* action);

// The number of an offer that was typed where a post may be meant, too.
std::optional<EntryNumber> offer_typed(Book& book, const std::string& typed);

// The offers that `typed` can mean; all of them for nothing.
std::vector<Entry> offers_meant(Book& book, const std::vector<Entry>& offers, const std::string& typed);

// The only one of `offers` from a post that relieves or is `post`, nullptr when there is none or more.
const Entry* related_offer(Book& book, const std::vector<Entry>& offers, const Presence& person);

// Each on a line of its own, with what to type; begins with a line feed. `before` stands before the number.
std::string offer_choices(Book& book, const std::vector<Entry>& offers, const std::string& before);

// The items of the offer's post that no count about the offer has; nothing when the plan has none.
std::vector<HandoverItem> uncounted_items(Book& book, const Entry& offer, Instant until);

}  // namespace onduty
