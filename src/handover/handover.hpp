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

// Whose items are counted, and for which offer; `about` 0 for none.
struct Counting {
    EntryNumber about = 0;
    std::string post;
};

// What a person counts. Without `of`, an offer or a post: the offer of his own, else the only one that his post
// relieves, else of no offer.
Counting counting(Book& book, const Presence& person, const std::string& of);

// The items of the offer's post that nobody counted for it before this acceptance, which is to be recorded.
std::vector<HandoverItem> uncounted_items(Book& book, const Entry& offer, const Entry& acceptance);

}  // namespace onduty
