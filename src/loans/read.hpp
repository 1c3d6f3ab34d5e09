// SPDX-License-Identifier: MIT
// What is out, to whom, and what to type when it comes back? For every command that reminds of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "book/subject.hpp"
#include "loans/rules.hpp"

namespace onduty {

// What is lent and not given back, oldest first, as corrected.
std::vector<Loan> open_loans(Book& book);
// The same of these.
std::vector<Loan> loans_of(Book& book, const PiecesOut& out);
// What came back of the loans among these entries.
std::vector<Entry> returns_of(Book& book, const std::vector<Entry>& entries);

// What of the thing will not come back, and was not found since; of what has no numbers, until the plan has another
// number of it.
std::vector<Loan> lost_of(Book& book, const std::string& thing);

// All loans of the thing with what came back of them; what was lost did not.
std::vector<LoanCourse> courses_of(Book& book, const std::string& thing);

// The first time at which more of the thing, or of this piece of it, would be out than there are.
std::optional<Overlap> overlap_of(Book& book, const LoanCourse& own);

// When it is to be back by the plan it was lent under, where nobody said a time.
std::optional<Instant> loan_due(Book& book, const Entry& loan);

// "Umbrella 7", "Cushion, pieces 3".
std::string loan_words(Book& book, const Loan& loan);
// "V12", "Zhang Wei", or the masked name of somebody from outside.
std::string holder_words(Book& book, const Loan& loan);
// "Umbrella 7 to V12 since 2026-11-23 18:02".
std::string loan_sentence(Book& book, const Loan& loan);
// "Umbrella 7 to V12, due back 2026-11-23 20:30".
std::string loan_due_words(Book& book, const Loan& loan);
// "onduty lend back 19".
std::string back_by_number(Book& book, EntryNumber loan);
// "onduty lend back umbrella 7".
std::string back_command(Book& book, const Loan& loan);
// "onduty correct 19 --note ...": what a return said to be lost is there again.
std::string found_command(EntryNumber lost);
// Each on a line of its own, with what to type when it comes back; begins with a line feed.
std::string loan_choices(Book& book, const std::vector<Loan>& loans);

// What of each loan is still out, and whose it is.
void stand_loans(Book& book, MattersNow& matters);
// One line for each open loan.
void add_loan_lines(Look& look, DueLines& lines);

// Remarks, with what to type, on each open loan that `fits`: somebody leaves who still has something.
void remark_loans(Book& book, const std::function<bool(const Loan&)>& fits);

}  // namespace onduty
