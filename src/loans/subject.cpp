// SPDX-License-Identifier: MIT
// What does the house know of what is lent?
#include <algorithm>

#include "book/amended.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "book/withdrawal.hpp"
#include "loans/corrections.hpp"
#include "loans/kinds.hpp"
#include "loans/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// "Umbrella 7 to V12, due back 2026-11-23 20:30".
std::string loan_told(Teller& teller, const Entry& entry) {
    Book& book = teller.book();
    return loan_due_words(book, loan_of(entry, lines_of(entry.fields)));
}

// "Umbrella 7".
std::string return_told(Teller& teller, const Entry& entry) {
    return loan_words(teller.book(), loan_of(entry, lines_of(entry.fields)));
}

std::int64_t pieces_out(Book& book, EntryNumber loan, EntryNumber last) {
    EntryQuery steps;
    steps.thread_of = loan;
    steps.before = last + 1;
    std::int64_t pieces = 0;
    each_amended(book.store(), steps, [&](const Entry& step) { pieces += step.fields.number(kPiecesOut); });
    return pieces;
}

bool is_out(Book& book, EntryNumber loan, EntryNumber last) {
    return pieces_out(book, loan, last) > 0;
}

// No fewer were lent than came back.
void refuse_fewer_than_back(Book& book, EntryNumber loan) {
    if (pieces_out(book, loan, kLastEntry) >= 0) {
        return;
    }
    std::optional<Entry> back;
    EntryQuery steps;
    steps.thread_of = loan;
    each_amended(book.store(), steps, [&](const Entry& step) { back = step.kind == kind::kReturn ? step : back; });
    throw InTheWay{book, back->number, [number = back->number](const std::string& command) {
                       return say(N_("More would be back than was lent. Entry {0} says what came back; if that is "
                                     "wrong, first: {1}"),
                                  number, command);
                   }};
}

// The same piece cannot be out twice at one time, nor more of a thing than there is.
std::string out_twice(Book& book, const Entry& entry) {
    if (entry.kind == kind::kLoan) {
        refuse_fewer_than_back(book, entry.number);
    }
    const EntryNumber number = entry.kind == kind::kLoan ? entry.number : entry.about;
    if (book.store().withdrawn_by(number) != 0) {
        return {};
    }
    const std::vector<LoanCourse> courses = courses_of(book, as_corrected(book.store(), book.entry(number)).subject);
    const auto own =
        std::find_if(courses.begin(), courses.end(), [&](const LoanCourse& one) { return one.loan.number == number; });
    const auto overlap = own == courses.end() ? std::nullopt : overlap_of(book, *own);
    if (!overlap) {
        return {};
    }
    const Loan& other = overlap->others.front();
    if (own->loan.piece == 0) {
        std::vector<Loan> out = overlap->others;
        out.push_back(own->loan);
        const Lendable* thing = find_code(book.plan(&Plan::lendables), own->loan.thing);
        throw Refusal{say(N_("{0}: {1} would be out, there are {2}.{3}"), book.name_of("lendable", own->loan.thing),
                          overlap->pieces, thing == nullptr ? 0 : thing->number, loan_choices(book, out))};
    }
    const auto words = [&book, other, later = overlap->later](const std::string& command) {
        return say(later ? N_("{0} was lent again, entry {1}: {2}. If that was another one, first: {3}")
                         : N_("{0} is out already, entry {1}: {2}. If that was another one, first: {3}"),
                   loan_words(book, other), other.number, loan_sentence(book, other), command);
    };
    throw InTheWay{book, other.number, words};
}

// More cannot come back than went out, nor before it did: it may have got another time while this was withdrawn.
std::string back_twice(Book& book, const Entry& entry) {
    const Entry lent = as_corrected(book.store(), book.entry(entry.about));
    if (book.store().withdrawn_by(entry.number) == 0 && !is_by(loan_moment(lent), loan_moment(entry))) {
        throw Refusal{say(N_("Entry {0} comes before it and was at {1}, later than that. See: onduty log {0}"),
                          lent.number, full_text(book.zone(), lent.told_at()))};
    }
    if (pieces_out(book, entry.about, kLastEntry) < 0) {
        throw Refusal{say(N_("More would be back than was lent. See: onduty log {0}"), entry.about)};
    }
    return out_twice(book, entry);
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
     .due_by_itself = loan_due,
     .is_item = is_told_elsewhere,
     .told = loan_told,
     .doubt = out_twice,
     .fields = kLoanFields,
     .corrections = kLoanCorrections},
    {.name = kind::kReturn,
     .word = N_("given back"),
     .traits = trait::kSeldom | trait::kThread,
     .told = return_told,
     .doubt = back_twice,
     .fields = kReturnFields,
     .corrections = kReturnCorrections},
};

constexpr MachineWord kLoansWords[]{
    {result::kLost, N_("lost")},
};

constexpr Clock kLoansClocks[]{{add_loan_lines}};

constexpr Subject kLoansSubject{
    .name = "loans", .kinds = kLoansKinds, .words = kLoansWords, .clocks = kLoansClocks, .stand = stand_loans};

}  // namespace

const Subject& loans_subject() {
    return kLoansSubject;
}

}  // namespace onduty
