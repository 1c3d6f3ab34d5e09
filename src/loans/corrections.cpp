// SPDX-License-Identifier: MIT
#include "loans/corrections.hpp"

#include "book/somebody.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "loans/kinds.hpp"
#include "loans/lend.hpp"
#include "loans/read.hpp"
#include "log/matters.hpp"
#include "text/error.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostPieces = 9999;

Loan loan_corrected(Correcting& correcting) {
    return loan_of(correcting.now, correcting.lines());
}

void put_loan(Correcting& correcting, const Loan& loan) {
    correcting.lines({loan_line(loan)});
}

const Lendable* thing_lent(Correcting& correcting) {
    return correcting.book().part_in(&Plan::lendables, "lendable", correcting.now.subject, correcting.now.plan);
}

void refuse_otherwise_numbered(Correcting& correcting, const Lendable* thing, bool numbered) {
    if (thing != nullptr && thing->numbered != numbered) {
        throw Refusal{thing->numbered
                          ? say(N_("Each piece of {0} has a number. Which one it was: onduty correct {1} --number N"),
                                thing->name, correcting.now.number)
                          : say(N_("{0} has no numbers. How many it were: onduty correct {1} --pieces N"), thing->name,
                                correcting.now.number)};
    }
}

// How it came back, with the words for it.
void put_back(Correcting& correcting, const char* result, const std::string& typed) {
    correcting.now.note = result[0] == '\0' ? words_or_none(typed) : some_words(typed);
    correcting.now.result = result;
}

}  // namespace

void read_thing(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    Loan loan = loan_corrected(correcting);
    const Lendable& thing = book.part_meant(&Plan::lendables, "lendable", N_("thing to lend"), typed);
    if (thing.numbered != (loan.piece > 0)) {
        throw Refusal{say(N_("{0} is lent otherwise. Withdraw entry {1} and type it again: {2}"), thing.name,
                          correcting.now.number, void_command(book, correcting.now.number))};
    }
    if (thing.numbered) {
        refuse_no_piece(thing, loan.piece);
    }
    loan.thing = thing.code;
    correcting.now.subject = thing.code;
    put_loan(correcting, loan);
}

void read_piece(Correcting& correcting, const std::string& typed) {
    const Lendable* thing = thing_lent(correcting);
    for (const Entry& step : thread_of(correcting.book(), correcting.now.number)) {
        if (step.kind == kind::kReturn) {
            throw Refusal{
                say(N_("Entry {0} gave that piece back. Withdraw it first, and give back the right one then: {1}"),
                    step.number, void_command(correcting.book(), step.number))};
        }
    }
    refuse_otherwise_numbered(correcting, thing, true);
    Loan loan = loan_corrected(correcting);
    loan.piece = number_typed("--number", typed, 1, kMostPieces);
    if (thing != nullptr) {
        refuse_no_piece(*thing, loan.piece);
    }
    put_loan(correcting, loan);
}

void read_pieces_out(Correcting& correcting, const std::string& typed) {
    const Lendable* thing = thing_lent(correcting);
    refuse_otherwise_numbered(correcting, thing, false);
    Loan loan = loan_corrected(correcting);
    loan.pieces = number_typed("--pieces", typed, 1, kMostPieces);
    if (thing != nullptr) {
        refuse_more_pieces(correcting.book(), *thing, loan.pieces, thing->number, {});
    }
    correcting.number(kPiecesOut, loan.pieces);
    put_loan(correcting, loan);
}

void read_holder(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    Entry& now = correcting.now;
    if (now.about != 0 || is_visit_meant(book, typed)) {
        throw Refusal{say(N_("What is lent to a visit goes with it. Withdraw entry {0} and type it again: {1}"),
                          now.number, void_command(book, now.number))};
    }
    const Somebody holder = somebody_named(book, typed);
    Loan loan = loan_corrected(correcting);
    loan.person = holder.person;
    put_loan(correcting, loan);
    correcting.personal("name", holder.name);
}

void read_phone_of_holder(Correcting& correcting, const std::string& typed) {
    correcting.personal("phone", takes_out(typed) ? "" : checked_phone(typed));
}

void read_pieces_back(Correcting& correcting, const std::string& typed) {
    refuse_otherwise_numbered(correcting, thing_lent(correcting), false);
    Loan loan = loan_corrected(correcting);
    loan.pieces = number_typed("--pieces", typed, 1, kMostPieces);
    correcting.number(kPiecesOut, -loan.pieces);
    put_loan(correcting, loan);
}

void read_damaged(Correcting& correcting, const std::string& typed) {
    put_back(correcting, result::kFault, typed);
}

void read_lost(Correcting& correcting, const std::string& typed) {
    put_back(correcting, result::kLost, typed);
}

void read_back_in_order(Correcting& correcting, const std::string& typed) {
    put_back(correcting, "", typed);
}

}  // namespace onduty
