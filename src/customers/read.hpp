// SPDX-License-Identifier: MIT
// How do commands find customers and their cards, and how are they called without giving their names away?
#pragma once

#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/recording.hpp"
#include "book/subject.hpp"
#include "customers/rules.hpp"
#include "text/translate.hpp"

namespace onduty {

// "K57": the card that entry 57 began.
std::string customer_code(EntryNumber card);

// The card that was typed: "K57", "k57", "57", "#57". Throws UsageError when there is none.
EntryNumber customer_named(Book& book, const std::string& typed);

// One customer as the log has him now. Throws Refusal when the card was withdrawn.
// Whether nobody keeps the customer, or somebody who has left.
bool is_unkept(Book& book, const Customer& customer);
Customer read_customer(Book& book, EntryNumber card);

// All of them, in the order of their cards.
std::vector<Customer> all_customers(Book& book);

// The newest value of a personal field on a card and its updates, "" for none or a purged one.
std::string customer_personal(Book& book, const Customer& customer, const std::string& field);

// "Zh****un", or "" when nobody told it.
std::string masked_customer(Book& book, const Customer& customer);

// The person with this name or code; one that left is refused by name. Throws UsageError, Refusal.
Word keeper_named(Book& book, const std::string& typed);

// What for a customer is spoken to, in either language; throws UsageError.
std::string contact_reason_named(const std::string& typed);
// Throws UsageError where that is missing: whoever did not wait to be spoken to hears what for.
void check_reason(const std::string& why, bool is_waited_for);
// How long it took; throws UsageError for more than a day.
std::int64_t checked_minutes(std::int64_t minutes);

// Of a card without a name and without a telephone.
inline constexpr const char* kNobodys = N_("{0} left no name and no telephone. Add --name or --phone.");

// The card as it was last updated, its keeper, and by when he is to speak to the customer.
void stand_customers(Book& book, MattersNow& matters);

// One line for each customer whose first contact is due or overdue; the others together, one line a keeper.
void add_customer_lines(Look& look, DueLines& lines);

}  // namespace onduty
