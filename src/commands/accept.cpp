// SPDX-License-Identifier: MIT
// accept: which claims wait for another's word, and somebody accepts them.

#include <algorithm>

#include "book/recording.hpp"
#include "print/table.hpp"
#include "rounds/claims.hpp"
#include "rounds/misses.hpp"
#include "staff/supervisors.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct AcceptOptions {
    std::vector<std::string> numbers;
};

constexpr std::chrono::days kToTheNextDay{2};

// All that waits since the log began.
std::vector<WaitingClaims> all_waiting(Pass& pass) {
    return waiting_claims(pass.get<DaysFold>().rules, pass.get<PatrolFold>().facts.deeds);
}

Pass pass_of_all(Book& book) {
    return {book, dates_before(book, book.today() + kToTheNextDay)};
}

Table claims_table(Book& book, const std::vector<WaitingClaims>& waiting) {
    Table table{{{"accept", tr("No."), ColumnKind::integer},
                 {"person", tr("Person"), ColumnKind::text},
                 {"entry", tr("Entry"), ColumnKind::integer},
                 {"rule", tr("Rule"), ColumnKind::code},
                 {"what", tr("What"), ColumnKind::text},
                 {"due", tr("Due"), ColumnKind::code},
                 {"done", tr("Done"), ColumnKind::code},
                 {"typed", tr("Typed"), ColumnKind::code}},
                {}};
    for (const WaitingClaims& shift : waiting) {
        for (const Claim& claim : shift.claims) {
            const Mark& mark = *claim.outcome->mark;
            table.rows.push_back({Cell::of(shift.of), Cell::of(book.name_of("staff", shift.person)),
                                  Cell::of(mark.entry), Cell::of(claim.rule->rule), Cell::of(claim.rule->name),
                                  Cell::of(date_time_text(book.zone(), claim.outcome->slot.due)),
                                  Cell::of(date_time_text(book.zone(), mark.at)),
                                  Cell::of(date_time_text(book.zone(), when_claimed(mark)))});
        }
    }
    return table;
}

int show_waiting(Context& context) {
    Book book{context, Store::Mode::read};
    Pass pass = pass_of_all(book);
    const std::vector<WaitingClaims> waiting = all_waiting(pass);
    if (context.options.json) {
        print(claims_table(book, waiting), Format::json, *context.environment.out);
        return waiting.empty() ? kDone : kFound;
    }
    if (waiting.empty()) {
        context.print(tr("Nothing waits to be accepted."));
        return kDone;
    }
    print(claims_table(book, waiting), Format::screen, *context.environment.out);
    for (const WaitingClaims& shift : waiting) {
        context.print(say(N_("{0}. Another accepts it: onduty accept {1}"), claims_text(book, shift), shift.of));
    }
    return kFound;
}

EntryNumber read_entry(Book& book, const std::string& typed) {
    const auto number = read_number(plain_form(typed));
    if (!number) {
        throw UsageError{
            say(N_("\"{0}\" is not the number of an entry. What waits to be accepted: onduty accept"), typed)};
    }
    return book.entry(*number, typed).number;
}

// What is accepted by this number: all of a shift, or one deed; a point or an item stands for its round or check.
WaitingClaims meant_by(Book& book, const std::vector<WaitingClaims>& waiting, EntryNumber number) {
    const Entry entry = book.entry(number);
    for (const WaitingClaims& shift : waiting) {
        if (shift.of == number) {
            return shift;
        }
        WaitingClaims one = shift;
        std::erase_if(one.claims, [&](const Claim& claim) {
            return claim.deed->mark.entry != number && claim.deed->mark.entry != entry.about;
        });
        if (!one.claims.empty()) {
            one.of = one.claims.front().deed->mark.entry;
            return one;
        }
    }
    throw Refusal{say(N_("Nothing of entry {0} waits to be accepted. What does: onduty accept"), number)};
}

// Nobody accepts his own word.
void refuse_own(Book& book, const WaitingClaims& meant, const Presence& person) {
    for (const Claim& claim : meant.claims) {
        const Entry entry = book.entry(claim.deed->mark.entry);
        if (person.person == entry.actor || person.person == entry.typed_by) {
            throw Refusal{say(N_("{0} says himself what entry {1} claims: another accepts it, with --by NAME."),
                              book.name_of("staff", person.person), entry.number)};
        }
    }
}

int accept_claims(Context& context, const AcceptOptions& options) {
    if (options.numbers.empty()) {
        return show_waiting(context);
    }
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = leading_person(recording);
    Pass pass = pass_of_all(book);
    const std::vector<WaitingClaims> waiting = all_waiting(pass);
    std::vector<Entry> entries;
    std::string said;
    for (const std::string& typed : options.numbers) {
        const WaitingClaims meant = meant_by(book, waiting, read_entry(book, typed));
        refuse_own(book, meant, person);
        Entry entry = recording.draft(kind::kAccept, person);
        entry.about = meant.of;
        entries.push_back(recording.append(entry));
        said += (said.empty() ? "" : "; ") + claims_text(book, meant);
    }
    recording.commit();
    recording.answer_together(entries, say(N_("Accepted: {0}. It stays typed late."), said));
    return kDone;
}

void declare_accept(OptionList& list, AcceptOptions& options) {
    list.word("entries", &options.numbers,
              tr("Number of the entry, or of the one with which the shift began; without one: what waits"));
}

Action setup_accept(OptionList& list) {
    return set_up<declare_accept, accept_claims>(list);
}

}  // namespace

CommandSpec accept_command() {
    return {{}, setup_accept};
}

}  // namespace onduty
