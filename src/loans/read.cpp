// SPDX-License-Identifier: MIT
#include "loans/read.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/numbered_word.hpp"
#include "book/open_entries.hpp"
#include "book/somebody.hpp"
#include "book/teller.hpp"
#include "loans/kinds.hpp"
#include "log/corrections.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/read.hpp"

namespace onduty {

std::vector<Loan> open_loans(Book& book) {
    return loans_of(book, book.store().lent());
}

std::vector<Loan> loans_of(Book& book, const PiecesOut& out) {
    Store& store = book.store();
    std::vector<Loan> loans;
    if (out.empty()) {
        return loans;
    }
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.first = out.begin()->first;
    Amendments amendments;
    store.each(later, [&](const Entry& entry) { amendments.add(entry); });
    for (const auto& [number, pieces] : out) {
        if (auto entry = store.entry(number)) {
            amendments.amend(*entry);
            loans.push_back(loan_of(*entry, lines_of(entry->fields)));
            loans.back().pieces = pieces;
        }
    }
    return loans;
}

std::vector<Entry> returns_of(Book& book, const std::vector<Entry>& entries) {
    std::set<EntryNumber> loans;
    for (const Entry& entry : entries) {
        if (entry.kind == kind::kLoan) {
            loans.insert(entry.number);
        }
    }
    std::vector<Entry> returns;
    if (loans.empty()) {
        return returns;
    }
    EntryQuery query;
    query.rare_kinds = {kind::kReturn};
    query.first = *loans.begin();
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (loans.count(entry.about) > 0) {
            returns.push_back(entry);
        }
    });
    return returns;
}

namespace {

std::int64_t number_in(Book& book, const std::string& thing, int version) {
    const Lendable* found = book.part_in(&Plan::lendables, "lendable", thing, version);
    return found == nullptr ? 0 : found->number;
}

// Whether what this return says was lost is away still.
bool is_lost(Book& book, const Entry& back, const Loan& loan) {
    return back.result == result::kLost && (loan.piece != 0 || number_in(book, loan.thing, back.plan) ==
                                                                   number_in(book, loan.thing, book.plan_version()));
}

}  // namespace

std::vector<Loan> lost_of(Book& book, const std::string& thing) {
    EntryQuery query;
    query.rare_kinds = {kind::kReturn};
    query.subject = thing;
    query.result = result::kLost;
    std::vector<Loan> lost;
    each_amended(book.store(), query, [&](const Entry& entry) {
        const Entry lent = as_corrected(book.store(), book.entry(entry.about));
        Loan loan = loan_of(lent, lines_of(lent.fields));
        if (is_lost(book, entry, loan)) {
            loan.pieces = loan_of(entry, lines_of(entry.fields)).pieces;
            loan.lost = entry.number;
            lost.push_back(std::move(loan));
        }
    });
    return lost;
}

std::vector<LoanCourse> courses_of(Book& book, const std::string& thing) {
    EntryQuery query;
    query.rare_kinds = {kind::kLoan, kind::kReturn};
    std::map<EntryNumber, LoanCourse> found;
    each_amended(book.store(), query, [&](const Entry& entry) {
        const Loan loan = loan_of(entry, lines_of(entry.fields));
        if (entry.kind == kind::kLoan && loan.thing == thing) {
            found[entry.number] = {loan, loan_moment(entry)};
        } else if (const auto of = found.find(entry.about); entry.kind == kind::kReturn && of != found.end()) {
            if (is_lost(book, entry, of->second.loan)) {
                of->second.loan.lost = entry.number;
            } else {
                of->second.back.emplace_back(loan_moment(entry), loan.pieces);
            }
        }
    });
    std::vector<LoanCourse> courses;
    for (auto& [number, course] : found) {
        courses.push_back(std::move(course));
    }
    return courses;
}

std::optional<Overlap> overlap_of(Book& book, const LoanCourse& own) {
    std::vector<LoanCourse> all = courses_of(book, own.loan.thing);
    std::erase_if(all, [&](const LoanCourse& one) { return one.loan.piece != own.loan.piece; });
    // As many as there were when it was lent, or are now.
    const auto lent = own.loan.number == 0 ? std::nullopt : book.store().entry(own.loan.number);
    const std::int64_t there = own.loan.piece != 0 ? 1
                                                   : std::max(number_in(book, own.loan.thing, book.plan_version()),
                                                              lent ? number_in(book, own.loan.thing, lent->plan) : 0);
    return overlap_of(own, all, there);
}

std::optional<Instant> loan_due(Book& book, const Entry& loan) {
    const Lendable* thing = book.part_in(&Plan::lendables, "lendable", loan.subject, loan.plan);
    return due_back(thing == nullptr ? Lendable{} : *thing, book.plan(&Plan::calendar, loan.plan), book.zone(),
                    loan.told_at());
}

std::string loan_words(Book& book, const Loan& loan) {
    const std::string name = book.name_of("lendable", loan.thing);
    return loan.piece > 0    ? name + " " + std::to_string(loan.piece)
           : loan.pieces > 1 ? say(N_("{0}, pieces {1}"), name, loan.pieces)
                             : name;
}

std::string holder_words(Book& book, const Loan& loan) {
    if (loan.visit != 0) {
        const auto visit = book.store().visit(loan.visit);
        return visit_code(visit ? visit->sequence : 0);
    }
    if (!loan.person.empty()) {
        return book.name_of("staff", loan.person);
    }
    for (const PersonalField& field : personal_of(fields_now(book.store(), loan.number))) {
        if (field.field == "name" && !field.value.empty()) {
            return shown_outside(field.value);
        }
    }
    return tr("somebody");  // the name was purged
}

std::string loan_sentence(Book& book, const Loan& loan) {
    return say(N_("{0} to {1} since {2}"), loan_words(book, loan), holder_words(book, loan),
               date_time_text(book.zone(), loan.since));
}

std::string loan_due_words(Book& book, const Loan& loan) {
    return say(N_("{0} to {1}, due back {2}"), loan_words(book, loan), holder_words(book, loan),
               date_time_text(book.zone(), loan.due.value_or(loan.since)));
}

std::string back_by_number(Book& book, EntryNumber loan) {
    return "onduty lend back " + number_typed(book, "lendable", std::to_string(loan));
}

std::string back_command(Book& book, const Loan& loan) {
    // By its number of the entry when the plan no longer has the thing, or calls it by such a number.
    const bool named = loan.piece > 0 && book.store().word("lendable", loan.thing) && !read_number(loan.thing);
    return named ? "onduty lend back " + loan.thing + " " + std::to_string(loan.piece)
                 : back_by_number(book, loan.number);
}

std::string found_command(EntryNumber lost) {
    return "onduty correct " + std::to_string(lost) + " --note \"...\" --reason \"...\"";
}

std::string loan_choices(Book& book, const std::vector<Loan>& loans) {
    const PiecesOut out = book.store().lent();
    std::string text;
    for (const Loan& loan : loans) {
        if (loan.lost != 0) {
            text += "\n  " + say(N_("{0} was lost, entry {1}. If it is there again, or another one for it: {2}"),
                                 loan_words(book, loan), loan.lost, found_command(loan.lost));
            continue;
        }
        const bool twice = std::any_of(loans.begin(), loans.end(), [&](const Loan& other) {
            return other.number != loan.number && other.piece == loan.piece;
        });
        text += "\n  " + say(N_("{0}: {1}"), loan_sentence(book, loan),
                             out.count(loan.number) == 0 ? "onduty log " + std::to_string(loan.number)  // is back
                             : twice                     ? back_by_number(book, loan.number)
                                                         : back_command(book, loan));
    }
    return text;
}

void stand_loans(Book& book, MattersNow& matters) {
    for (const Loan& loan : open_loans(book)) {
        matters[loan.number] = {joined(loan_due_words(book, loan), loan.note), loan.person, loan.due};
    }
}

void add_loan_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Loan& loan : open_loans(book)) {
        lines.add(lone_slot(kNever, loan.due.value_or(loan.since), loan.due.value_or(kNever)),
                  say(N_("{0} back from {1}"), loan_words(book, loan), holder_words(book, loan)),
                  back_command(book, loan), loan.number);
    }
}

void remark_loans(Book& book, const std::function<bool(const Loan&)>& fits) {
    for (const Loan& loan : open_loans(book)) {
        if (fits(loan)) {
            book.context().remark(
                say(N_("Still out: {0}. Back: {1}"), loan_sentence(book, loan), back_command(book, loan)));
        }
    }
}

}  // namespace onduty
