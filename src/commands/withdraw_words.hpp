// SPDX-License-Identifier: MIT
// What is said of a withdrawal: what went, what stays, what is open again?
#pragma once

#include <string>
#include <vector>

#include "book/teller.hpp"
#include "log/matters.hpp"

namespace onduty {

// "#57 point P01 ok"
std::string entry_told(Teller& teller, const Entry& entry);
bool is_withdrawal(const Entry& entry);
bool is_among(const Entry& entry, const std::vector<Entry>& entries);

// "#12 left V1; #13 to be tidied up V1", of many their numbers only.
std::string told_together(Book& book, const std::vector<Entry>& entries);
std::string stays_words(Book& book, const Entry& entry);
// What waits again although somebody had seen to it: it did not before, and is nothing that was given back itself.
std::string open_again(Book& book, const OpenMatters& before, const std::vector<Entry>& changed);
// What an import brought into the plan is not taken out by its withdrawal.
std::string plan_stays(Book& book, const Entry& entry);
// "Entry 7 withdrawn; it stays readable. With it: ...", of the withdrawals and of what each changed.
std::string withdrawal_sentence(Book& book, const std::vector<Entry>& gone, const std::vector<Entry>& changed);

}  // namespace onduty
