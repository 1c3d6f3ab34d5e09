// SPDX-License-Identifier: MIT
// lend back: what was lent comes back, damaged or not, or is lost.
#include <algorithm>

#include "book/numbered_word.hpp"
#include "book/recording.hpp"
#include "loans/actions.hpp"
#include "loans/kinds.hpp"
#include "loans/lend.hpp"
#include "loans/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct BackOptions {
    std::string thing;
    std::vector<std::string> numbers;
    std::int64_t pieces = 0;
    std::string damaged;
    std::string lost;
    std::string note;
};

// The loan that an entry of this number began. Throws when nothing of it is out.
Loan loan_numbered(Book& book, EntryNumber number, const std::vector<Loan>& out) {
    const auto found = std::find_if(out.begin(), out.end(), [&](const Loan& loan) { return loan.number == number; });
    if (found != out.end()) {
        return *found;
    }
    const auto entry = book.store().entry(number);
    if (entry && entry->kind == kind::kLoan) {
        throw Refusal{
            say(N_("What entry {0} lent is back already, or was withdrawn. What is out: onduty lend"), number)};
    }
    throw UsageError{say(N_("Entry {0} is no loan. What is out: onduty lend"), number)};
}

void refuse_to_guess(Book& book, const std::vector<Loan>& fitting) {
    if (fitting.size() > 1) {
        throw UsageError{say(N_("Which one comes back?{0}"), loan_choices(book, fitting))};
    }
}

// Where a thing may be meant, too.
bool is_loan_meant(Book& book, const std::string& typed, EntryNumber number) {
    const auto entry = book.store().entry(number);
    return means_number(book.names_told("lendable", N_("thing to lend")), typed, entry && entry->kind == kind::kLoan);
}

// Which of the open loans come back.
std::vector<Loan> loans_named(Book& book, const BackOptions& options, std::vector<Loan> out) {
    if (const auto number = read_number(options.thing); number && is_loan_meant(book, options.thing, *number)) {
        if (!options.numbers.empty()) {
            throw UsageError{say(N_("Write the number of the entry alone: {0}"), back_by_number(book, *number))};
        }
        return {loan_numbered(book, *number, out)};
    }
    const Word thing = book.resolve_told("lendable", N_("thing to lend"), options.thing);
    std::erase_if(out, [&](const Loan& loan) { return loan.thing != thing.code; });
    std::vector<Loan> named;
    for (const std::int64_t number : piece_numbers(options.numbers)) {
        std::vector<Loan> fitting = out;
        std::erase_if(fitting, [&, piece = number](const Loan& loan) { return loan.piece != piece; });
        if (fitting.empty()) {
            throw Refusal{say(N_("{0} {1} is not out. What is out: onduty lend"), thing.name, number)};
        }
        refuse_to_guess(book, fitting);
        named.push_back(fitting.front());
    }
    if (!named.empty()) {
        return named;
    }
    if (out.empty()) {
        throw Refusal{say(N_("{0} is not out. What is out: onduty lend"), thing.name)};
    }
    refuse_to_guess(book, out);
    return out;
}

// The one of the three texts that is given.
std::string words_of(const BackOptions& options) {
    const int given =
        (options.damaged.empty() ? 0 : 1) + (options.lost.empty() ? 0 : 1) + (options.note.empty() ? 0 : 1);
    if (given > 1) {
        throw UsageError{say(N_("Only one of --damaged, --lost and --note can be said of it."))};
    }
    return tidy_note(options.damaged + options.lost + options.note);
}

// Somebody else had it before it comes back now: of one that is told of a time before.
void refuse_lent_between(Book& book, const Loan& loan, const Entry& back) {
    if (!book.entry(loan.number).happened_at) {
        return;
    }
    std::vector<LoanCourse> courses = courses_of(book, loan.thing);
    const auto own = std::find_if(courses.begin(), courses.end(),
                                  [&](const LoanCourse& one) { return one.loan.number == loan.number; });
    if (own == courses.end()) {
        return;
    }
    own->back.emplace_back(loan_moment(back), loan.pieces);
    const auto overlap = overlap_of(book, *own);
    if (overlap && overlap->later) {
        const Loan& other = overlap->others.front();
        throw Refusal{say(N_("{0}, entry {1}: it had come back by then. When was that? Add --at TIME"),
                          loan_sentence(book, other), other.number)};
    }
}

int take_back(Context& context, const BackOptions& options) {
    const std::string note = words_of(options);
    Recording recording{context};
    Book& book = recording.book();
    std::vector<Loan> loans = loans_named(book, options, open_loans(book));
    const Presence person = recording.on_duty_person();
    std::vector<Entry> stored;
    std::int64_t rest = 0;
    for (Loan& loan : loans) {
        if (options.pieces < 0 || options.pieces > loan.pieces) {
            throw UsageError{say(N_("--pieces takes 1 to {0} here: so many are out."), loan.pieces)};
        }
        rest = options.pieces == 0 ? 0 : loan.pieces - options.pieces;
        loan.pieces -= rest;
        Entry entry = return_of(recording, person, loan, rest);
        refuse_lent_between(book, loan, entry);
        entry.result = !options.lost.empty() ? result::kLost : !options.damaged.empty() ? result::kFault : "";
        entry.note = note;
        stored.push_back(append_return(recording, entry, loan));
    }
    recording.commit();
    for (std::size_t i = 0; i < stored.size(); ++i) {
        recording.answer(stored[i], return_sentence(book, loans[i], stored[i]));
    }
    if (rest > 0) {
        context.remark(say(N_("Still out of it: {0}. Back: {1}"), rest, back_by_number(book, loans.front().number)));
    }
    if (!options.lost.empty()) {
        context.remark(
            tr("If it does not turn up, buy another or lower its number in the plan: onduty plan export, edit, "
               "onduty plan apply"));
    }
    return kDone;
}

void declare_back(OptionList& list, BackOptions& options) {
    list.needed_word("thing", &options.thing, tr("What comes back, or the entry that lent it: 45"));
    list.word("numbers", &options.numbers, tr("The numbers on the pieces: 7 or 7-9"));
    list.option("--pieces", &options.pieces, "N", tr("How many come back, if not all"));
    list.option("--damaged", &options.damaged, "TEXT", tr("It is damaged: say how"));
    list.option("--lost", &options.lost, "TEXT", tr("It will not come back: say why"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kLendBack =
    action<declare_back, take_back>("back", "归还", N_("It comes back, damaged or not, or is lost"));

}  // namespace onduty
