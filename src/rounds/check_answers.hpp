// SPDX-License-Identifier: MIT
// How is a checklist gone through? The answers that the commands share: typed, read, and recorded.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/recording.hpp"
#include "cli/option_list.hpp"
#include "rounds/item_counts.hpp"

namespace onduty {

// The answers as they are typed.
struct AnswerOptions {
    std::vector<std::string> ok;
    std::vector<std::string> fixed;
    std::vector<std::string> fault;
    std::vector<std::string> not_applicable;

    void add_to(OptionList& list);
    bool empty() const { return ok.empty() && fixed.empty() && fault.empty() && not_applicable.empty(); }
};

struct Answer {
    const char* result;
    std::string note;
};

using Answers = std::map<std::size_t, Answer>;  // by item, from 0

// The items that hold in the month of the business date, or of the one that --at claims. A night across the end of
// a month belongs to the month in which it began.
std::vector<ChecklistItem> items_now(Book& book, const Checklist& checklist);

// Whether a typed word is numbers of items, or all.
bool names_items(const std::string& typed);

// Throws UsageError for a number that none of the `count` items has, and for two answers to one item.
Answers read_answers(const AnswerOptions& options, std::size_t count);

// The items with their numbers, under their headings; false when it was JSON, which nothing follows.
bool print_items(Context& context, const std::string& heading, const std::vector<ChecklistItem>& items);

// What was answered how often, and what was not.
struct CheckSums {
    ItemCounts counts;
    std::string missing;  // numbers without an answer: "6, 7"

    // "Closing check: ok 7, fixed 1, faults 0, not applicable 0." With `scored` and an answer for every item also
    // "Score 8 of 8."
    std::string words(const std::string& name, bool scored) const;
};

CheckSums sums_of(const std::vector<ChecklistItem>& items, const Answers& answers);

// A check as it was stored, and what is to be said of the repairs that its faults led to: "Repair C7. Repair C8."
struct StoredCheck {
    Entry entry;
    std::string repairs;
};

// Appends the check and one entry for each answer. A fault opens a repair unless the checklist is about a person;
// `shift` is that of this person, 0 for none.
StoredCheck append_check(Recording& recording, const Presence& person, const Checklist& checklist,
                         const std::vector<ChecklistItem>& items, const Answers& answers, EntryNumber shift = 0);

}  // namespace onduty
