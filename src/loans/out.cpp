// SPDX-License-Identifier: MIT
// lend out: something is lent to a visit, somebody of the staff or somebody from outside.
#include <fmt/format.h>

#include <algorithm>

#include "book/recording.hpp"
#include "book/somebody.hpp"
#include "book/terminal.hpp"
#include "loans/actions.hpp"
#include "loans/kinds.hpp"
#include "loans/lend.hpp"
#include "loans/read.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"
#include "visits/caller.hpp"
#include "visits/read.hpp"

namespace onduty {

void refuse_no_piece(const Lendable& thing, std::int64_t number) {
    if (number < 1 || number > thing.number) {
        throw UsageError{
            say(N_("There is no {0} {1}; the numbers go from 1 to {2}."), thing.name, number, thing.number)};
    }
}

void refuse_more_pieces(Book& book, const Lendable& thing, std::int64_t asked, std::int64_t there,
                        const std::vector<Loan>& out) {
    if (asked > there) {
        throw Refusal{say(N_("{0}: {1} asked for, {2} there.{3}"), thing.name, asked, std::max<std::int64_t>(there, 0),
                          loan_choices(book, out))};
    }
}

namespace {

struct OutOptions {
    std::string thing;
    std::vector<std::string> numbers;
    std::int64_t pieces = 0;
    std::string to;
    std::string phone;
    std::string until;
    std::string back;
    std::string note;
};

// Who takes it: a visit, somebody of the staff, or somebody from outside, whose name is personal.
struct Holder {
    EntryNumber visit = 0;
    Somebody somebody;
    std::string shown;
    Details details;
};

Holder holder_named(Book& book, const OutOptions& options) {
    Holder holder;
    if (is_visit_meant(book, options.to)) {
        const Visit visit = visit_on_site(book, options.to);
        holder.visit = visit.number;
        holder.shown = visit_code(visit);
    } else if (tidy_note(options.to).empty()) {
        throw UsageError{say(N_("To whom? Add --to with a name or a V number."))};
    } else {
        holder.somebody = somebody_named(book, options.to);
        holder.shown = holder.somebody.shown;
        if (!holder.somebody.name.empty()) {
            holder.details.personal.push_back({"name", holder.somebody.name});
        }
    }
    if (!options.phone.empty()) {
        holder.details.personal.push_back({"phone", checked_phone(options.phone)});
    }
    return holder;
}

// Of what is out now, or is lost.
[[noreturn]] void refuse_out(Book& book, const Loan& loan) {
    if (loan.lost != 0) {
        throw Refusal{say(N_("{0} was lost, entry {1}. If it is there again, or another one for it: {2}"),
                          loan_words(book, loan), loan.lost, found_command(loan.lost))};
    }
    throw Refusal{say(N_("Out already: {0}. First: {1}"), loan_sentence(book, loan), back_command(book, loan)) +
                  by_typed(book)};
}

// What is asked for of a thing whose pieces carry numbers: one loan for each. `out` are those of the thing, now or at
// the time that is told.
std::vector<Loan> numbered_loans(Book& book, const Lendable& thing, const OutOptions& options,
                                 const std::vector<Loan>& out) {
    if (options.pieces != 0) {
        throw UsageError{
            say(N_("Each piece of {0} has a number. Write the numbers instead of --pieces: onduty lend out "
                   "{1} 7 8 --to ..."),
                thing.name, thing.code)};
    }
    std::set<std::int64_t> left;
    for (std::int64_t number = 1; number <= thing.number; ++number) {
        left.insert(number);
    }
    for (const Loan& loan : out) {
        left.erase(loan.piece);
    }
    const std::set<std::int64_t> wanted = piece_numbers(options.numbers);
    if (wanted.empty()) {
        throw UsageError{left.empty()
                             ? say(N_("All {0} of {1} are out. What is out: onduty lend"), thing.number, thing.name)
                             : say(N_("Which number? Of {0} there are: {1}"), thing.name, number_list_text(left))};
    }
    std::vector<Loan> loans;
    for (const std::int64_t number : wanted) {
        refuse_no_piece(thing, number);
        const auto found = std::find_if(out.begin(), out.end(), [&](const Loan& loan) { return loan.piece == number; });
        if (found != out.end() && !book.claimed()) {
            refuse_out(book, *found);
        }
        loans.emplace_back();
        loans.back().thing = thing.code;
        loans.back().piece = number;
    }
    return loans;
}

Loan counted_loan(Book& book, const Lendable& thing, const OutOptions& options, const std::vector<Loan>& out) {
    if (!options.numbers.empty()) {
        throw UsageError{say(N_("{0} has no numbers. How many go out: --pieces N"), thing.name)};
    }
    if (options.pieces < 0) {
        throw UsageError{say(N_("{0} needs a number."), "--pieces")};
    }
    Loan loan;
    loan.thing = thing.code;
    loan.pieces = std::max<std::int64_t>(options.pieces, 1);
    if (book.claimed()) {
        return loan;
    }
    std::int64_t left = thing.number;
    for (const Loan& other : out) {
        left -= other.pieces;
    }
    refuse_more_pieces(book, thing, loan.pieces, left, out);
    return loan;
}

// What of the thing is out, or lost: now, or at the time that is told.
std::vector<Loan> not_there(Book& book, const std::string& thing) {
    if (const auto then = book.claimed()) {
        std::vector<Loan> out;
        for (LoanCourse& course : courses_of(book, thing)) {
            if (out_at(course, {*then, 0, true}) > 0) {
                out.push_back(std::move(course.loan));
            }
        }
        return out;
    }
    std::vector<Loan> out = open_loans(book);
    std::erase_if(out, [&](const Loan& loan) { return loan.thing != thing; });
    const std::vector<Loan> lost = lost_of(book, thing);
    out.insert(out.end(), lost.begin(), lost.end());
    return out;
}

// Of a loan that is told, which came `back` or did not: others had it then, or before it was back.
void refuse_overlap(Book& book, const Lendable& thing, const LoanCourse& told) {
    const auto overlap = overlap_of(book, told);
    if (!overlap) {
        return;
    }
    if (overlap->later) {
        const Loan& next = overlap->others.front();
        throw Refusal{say(told.back.empty()
                              ? N_("{0}, entry {1}: it was lent again then. When had it come back? Add --back TIME")
                              : N_("{0}, entry {1}: it had come back by then. Put the time of --back right."),
                          loan_sentence(book, next), next.number)};
    }
    std::string in_the_way;
    for (const Loan& other : overlap->others) {
        in_the_way +=
            "\n  " + say(N_("{0}: {1}"), loan_sentence(book, other), fmt::format("onduty log {}", other.number));
    }
    const std::int64_t left = told.loan.piece != 0 ? 0 : thing.number - (overlap->pieces - told.loan.pieces);
    throw Refusal{say(N_("{0}: {1} asked for, {2} there at {3}.{4}"),
                      told.loan.piece == 0 ? thing.name : loan_words(book, told.loan), told.loan.pieces,
                      std::max<std::int64_t>(left, 0), date_time_text(book.zone(), told.out.at), in_the_way)};
}

// When it came back, of a loan that is told when it is over.
std::optional<Instant> back_typed(Book& book, const OutOptions& options) {
    if (options.back.empty()) {
        return std::nullopt;
    }
    const Instant at = read_time(options.back, book.zone(), book.now());
    if (at > book.now()) {
        throw UsageError{say(N_("--back is when it came back; that lies ahead. Until when it is lent: --until TIME"))};
    }
    return at;
}

// The return of it, told with the loan.
Entry returned(Recording& recording, const Presence& person, const Loan& loan, Instant back) {
    const ToldThen then{recording.book(), back};
    return return_of(recording, person, loan, 0);
}

int lend_out(Context& context, const OutOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Lendable& thing = book.part_meant(&Plan::lendables, "lendable", N_("thing to lend"), options.thing);
    const Holder holder = holder_named(book, options);
    const std::vector<Loan> out = not_there(book, thing.code);
    std::vector<Loan> loans = thing.numbered ? numbered_loans(book, thing, options, out)
                                             : std::vector<Loan>{counted_loan(book, thing, options, out)};
    const auto back = back_typed(book, options);
    const Presence person = recording.on_duty_person();
    std::vector<Entry> stored;
    for (Loan& loan : loans) {
        recording.follow({});
        Entry entry = recording.draft(kind::kLoan, person);
        entry.subject = thing.code;
        entry.about = holder.visit;
        loan.since = entry.told_at();
        LoanCourse told{loan, loan_moment(entry)};
        if (back) {
            told.back.emplace_back(LoanMoment{*back, 0, true}, loan.pieces);
        }
        if (entry.happened_at) {
            refuse_overlap(book, thing, told);
        }
        entry.slot_at = options.until.empty() ? loan_due(book, entry) : book.due_time(options.until);
        entry.note = tidy_note(options.note);
        loan.person = holder.somebody.person;
        entry.fields.add(kPiecesOut, loan.pieces);
        Details details = holder.details;
        details.lines = {loan_line(loan)};
        stored.push_back(recording.append(entry, details));
        loan.number = stored.back().number;
        loan.visit = holder.visit;
        if (back) {
            recording.follow(stored.back());
            stored.push_back(append_return(recording, returned(recording, person, loan, *back), loan));
        }
    }
    recording.commit();
    const std::size_t each = back ? 2 : 1;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const Loan& loan = loans[i / each];
        recording.answer(stored[i], stored[i].kind == kind::kReturn
                                        ? return_sentence(book, loan, stored[i])
                                        : say(N_("{0} lent to {1}, due back {2}."), loan_words(book, loan),
                                              holder.shown, full_text(book.zone(), *stored[i].slot_at)));
    }
    remark_alike(book, holder.somebody, stored.front().number, "--to");
    return kDone;
}

void declare_out(OptionList& list, OutOptions& options) {
    list.needed_word("thing", &options.thing, tr("What is lent, as in the plan"));
    list.word("numbers", &options.numbers, tr("The numbers on the pieces, if they have any: 7 or 7-9"));
    list.needed_option("--to", &options.to, "WHO", tr("A person of the staff, a V number, or a name from outside"));
    list.option("--pieces", &options.pieces, "N", tr("How many, of what has no numbers"));
    list.option("--until", &options.until, "TIME", tr("When it is due back: 18:00, tomorrow 10:00"));
    list.option("--back", &options.back, "TIME", tr("When it came back, of what is told when it is over"));
    list.option("--phone", &options.phone, "NUMBER", tr("Telephone; kept apart as personal data"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kLendOut = action<declare_out, lend_out>("out", "借出", N_("Something is lent"));

}  // namespace onduty
