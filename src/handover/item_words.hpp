// SPDX-License-Identifier: MIT
// How are items typed with number and condition, and how are they told: "radio=5", "torch=2:damaged", "Radio 5 of 6"?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "plan/handover_item.hpp"
#include "print/table.hpp"

namespace onduty {

// One line for each item of the post that was typed, in the order of the plan; with "all" also for every other, as it
// should be. Without a number all are there, of what is missing none. Throws UsageError for what is no item of these,
// no condition, or typed twice.
std::vector<Line> counted_lines(Book& book, const std::vector<HandoverItem>& items, const std::string& post,
                                const std::vector<std::string>& words);

// What is counted of a post for an offer, 0 for none: what is handed over is what the plan had when that was offered.
// Throws UsageError where the plan has nothing of it.
std::vector<HandoverItem> items_counted(Book& book, const std::string& post, EntryNumber offer);

// "Radio 5 of 6, missing" of the lines that are not in order; with one that is worn.
std::string odd_text(const Things& things, const std::vector<Line>& lines);

// "Radio 5 of 6, missing".
std::string item_text(const std::string& name, const Line& line);

// Says who answers for what the count found.
void remark_responsible(Book& book, const Things& things, const Entry& count, const std::vector<Line>& lines);

// Code, name, number and note, for JSON.
Table item_table(const std::vector<HandoverItem>& items);

}  // namespace onduty
