// SPDX-License-Identifier: MIT
// What do the actions of lend share?
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "book/recording.hpp"
#include "loans/read.hpp"
#include "loans/rules.hpp"
#include "plan/plan.hpp"

namespace onduty {

// Throws UsageError for a piece that the thing does not have.
void refuse_no_piece(const Lendable& thing, std::int64_t number);

// Throws Refusal for more pieces than there are beside those that are out.
void refuse_more_pieces(Book& book, const Lendable& thing, std::int64_t asked, std::int64_t there,
                        const std::vector<Loan>& out);

// The numbers of pieces that were typed: "7", "7-9". Throws UsageError for what is none.
std::set<std::int64_t> piece_numbers(const std::vector<std::string>& typed);

// What is recorded when these pieces of the loan come back and `rest` stay out. Throws Refusal for a time before it was
// lent.
Entry return_of(Recording& recording, const Presence& person, const Loan& loan, std::int64_t rest);
// Appends it, with the pieces.
Entry append_return(Recording& recording, const Entry& entry, const Loan& loan);
// "Umbrella 7 back from V12 after 30 min."
std::string return_sentence(Book& book, const Loan& loan, const Entry& entry);

}  // namespace onduty
