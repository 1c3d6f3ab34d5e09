// SPDX-License-Identifier: MIT
// What does the house know of what is lent?
#include "book/subject.hpp"
#include "book/amended.hpp"
#include "book/teller.hpp"
#include "loans/kinds.hpp"
#include "loans/read.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// "Umbrella 7 to V12, due back 2026-11-23 20:30".
std::string loan_told(Teller& teller, const Entry& entry) {
    Book& book = teller.book();
    const Loan loan = loan_of(entry, book.store().lines(entry.number));
    return say(N_("{0} to {1}, due back {2}"), loan_words(book, loan), holder_words(book, loan),
               date_time_text(book.zone(), loan.due.value_or(loan.since)));
}

// "Umbrella 7".
std::string return_told(Teller& teller, const Entry& entry) {
    return loan_words(teller.book(), loan_of(entry, teller.book().store().lines(entry.number)));
}

bool is_out(Book& book, EntryNumber loan) {
    EntryQuery steps;
    steps.thread_of = loan;
    std::int64_t pieces = 0;
    each_amended(book.store(), steps, [&](const Entry& step) { pieces += step.fields.number(kPiecesOut); });
    return pieces > 0;
}

constexpr Field kLoanFields[]{
    {"thing", FieldType::code, "lendable"}, {"pieces", FieldType::pieces},  {"due", FieldType::time},
    {"name", FieldType::personal},          {"phone", FieldType::personal},
};

constexpr Field kReturnFields[]{
    {"thing", FieldType::code, "lendable"},
    {"pieces", FieldType::pieces},
    {"result", FieldType::code, "", "fault lost"},
};

constexpr Kind kLoansKinds[]{
    {.name = kind::kLoan,
     .word = N_("lent"),
     .traits = trait::kSeldom | trait::kThread,
     .step = opens_itself,
     .still_open = is_out,
     .is_item = is_told_elsewhere,
     .told = loan_told,
     .fields = kLoanFields},
    {.name = kind::kReturn,
     .word = N_("given back"),
     .traits = trait::kSeldom | trait::kThread,
     .told = return_told,
     .fields = kReturnFields},
};

constexpr MachineWord kLoansWords[]{
    {result::kLost, N_("lost")},
};

constexpr Clock kLoansClocks[]{{add_loan_lines}};

constexpr Subject kLoansSubject{.name = "loans", .kinds = kLoansKinds, .words = kLoansWords, .clocks = kLoansClocks};

}  // namespace

const Subject& loans_subject() {
    return kLoansSubject;
}

}  // namespace onduty
