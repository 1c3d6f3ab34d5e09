// SPDX-License-Identifier: MIT
// lend: umbrellas, radios, keys, passes go out and come back.
#include "loans/lend.hpp"

#include "loans/actions.hpp"
#include "loans/kinds.hpp"
#include "loans/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

std::set<std::int64_t> piece_numbers(const std::vector<std::string>& typed) {
    std::set<std::int64_t> numbers;
    for (const std::string& word : typed) {
        std::vector<std::size_t> read;
        if (!read_number_list(plain_form(word), read)) {
            throw UsageError{say(N_("\"{0}\" is no number of a piece. Write 7, or 7-9 for several."), word)};
        }
        for (const std::size_t number : read) {
            numbers.insert(static_cast<std::int64_t>(number));
        }
    }
    return numbers;
}

CommandSpec lend_command() {
    return {{
                kLendOut,
                kLendBack,
                kLendList,
            },
            kLendList.setup};
}

Entry return_of(Recording& recording, const Presence& person, const Loan& loan, std::int64_t rest) {
    Entry entry = recording.draft(kind::kReturn, person);
    if (entry.claims_before(loan.since)) {
        Book& book = recording.book();
        throw Refusal{say(N_("{0} was lent at {1}, later than that."), loan_words(book, loan),
                          full_text(book.zone(), loan.since))};
    }
    entry.about = loan.number;
    (rest > 0 ? entry.opens : entry.closes) = loan.number;
    entry.fields.add(kPiecesOut, -loan.pieces);
    entry.subject = loan.thing;
    return entry;
}

Entry append_return(Recording& recording, const Entry& entry, const Loan& loan) {
    Loan back = loan;
    back.person.clear();
    Details details;
    details.lines = {loan_line(back)};
    return recording.append(entry, details);
}

std::string return_sentence(Book& book, const Loan& loan, const Entry& entry) {
    const std::string words = loan_words(book, loan);
    const std::string holder = holder_words(book, loan);
    const std::string time = duration_text(entry.told_at() - loan.since);
    if (entry.result == result::kLost) {
        return say(N_("{0} of {1} LOST, {2} after it was lent: {3}."), words, holder, time, entry.note);
    }
    return entry.result.empty()
               ? say(N_("{0} back from {1} after {2}."), words, holder, time)
               : say(N_("{0} back from {1} after {2}, DAMAGED: {3}."), words, holder, time, entry.note);
}

}  // namespace onduty
