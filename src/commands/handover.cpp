// SPDX-License-Identifier: MIT
// handover: one shift offers, the next accepts.
#include <set>

#include "commands/amended_log.hpp"
#include "commands/entry_table.hpp"
#include "commands/handovers.hpp"
#include "commands/loans.hpp"
#include "commands/outcomes_of.hpp"
#include "commands/recording.hpp"
#include "error.hpp"
#include "store/chain.hpp"
#include "text/time_words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// What the shift leaves behind, in lines: rounds and checks by state, faults, incidents, what is lent.
std::vector<std::string> summary_of(Book& book, const Entry& offer) {
    std::vector<std::string> lines;
    const DaysOutcomes days = outcomes_of(book, {offer.business_date, offer.business_date + std::chrono::days{1}});
    for (const RuleOutcomes& rule : days.rules) {
        const StateCounts counts = count_states(rule.judgement);
        if (counts.planned > 0) {
            lines.push_back(say(N_("{0}: planned {1}, on time {2}, early or late {3}, missed {4}, explained {5}, "
                                   "incomplete {6}, to come {7}"),
                                rule.name, counts.planned, counts.on_time, counts.late + counts.early, counts.missed,
                                counts.explained, counts.incomplete, counts.pending));
        }
    }
    EntryQuery query;
    query.dates = DateRange{offer.business_date, offer.business_date + std::chrono::days{1}};
    std::set<EntryNumber> inspections;  // what is wrong with a person is not the next shift's business
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (entry.kind == kind::kCheck && entry.about != 0) {
            inspections.insert(entry.number);
        }
        const bool fault =
            (entry.result == result::kFault || entry.result == result::kLost) && inspections.count(entry.about) == 0;
        if (entry.number <= offer.about && (fault || entry.kind == kind::kIncident)) {
            const char* what = entry.kind == kind::kIncident   ? tr("Incident:")
                               : entry.result == result::kLost ? tr("Lost:")
                                                               : tr("Fault:");
            const std::string thing =
                entry.kind == kind::kReturn
                    ? loan_words(book, loan_of(entry, book.store().lines(entry.number))) + tr(", ")
                    : "";
            lines.push_back(fmt::format("#{} {} {} {}{}", entry.number, date_time_text(book.zone(), entry.told_at()),
                                        what, thing, entry.note));
        }
    });
    for (const Loan& loan : open_loans(book)) {
        if (loan.number <= offer.about) {
            lines.push_back(say(N_("Lent: {0}, due back {1}"), loan_sentence(book, loan),
                                date_time_text(book.zone(), loan.due.value_or(loan.since))));
        }
    }
    return lines;
}

void print_summary(Book& book, const Entry& offer) {
    Context& context = book.context();
    if (context.options.json) {
        return;
    }
    for (const std::string& line : summary_of(book, offer)) {
        context.print("  " + shown_safely(line));
    }
    if (!offer.note.empty()) {
        context.print("  " + say(N_("Note: {0}"), shown_safely(offer.note)));
    }
}

int make_offer(Context& context, const std::string& note) {
    Recording recording{context};
    Book& book = recording.book();
    if (const auto open = open_offer(recording.store(), book.today())) {
        throw Refusal{say(N_("A handover is offered already, entry {0} by {1}. The next shift types: onduty handover "
                             "accept"),
                          open->number, book.name_of("staff", open->actor))};
    }
    const Presence person = recording.on_duty_person();
    if (person.round != 0) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: onduty patrol end"),
                          book.name_of("staff", person.person), person.round)};
    }
    Entry offer = recording.draft(kind::kHandoverOffer, person);
    const Head frozen = recording.store().head();
    offer.about = frozen.number;  // frozen by number, so that no entry is lost or told twice
    offer.result = seal_text(frozen);
    offer.note = tidy_note(note);
    const Entry stored = recording.append(offer);
    recording.finish(stored, say(N_("{0} offers the handover up to entry {1}, seal {2}."),
                                 book.name_of("staff", person.person), frozen.number, offer.result));
    print_summary(book, stored);
    return kDone;
}

// Who accepts: --by, or the only one on duty who did not offer.
Presence other_person(Recording& recording, const Entry& offer) {
    Book& book = recording.book();
    if (!book.context().options.by.empty()) {
        Presence person = recording.on_duty_person();
        if (person.person == offer.actor) {
            throw Refusal{say(N_("{0} offered it and cannot accept it too. Another person accepts."),
                              book.name_of("staff", offer.actor))};
        }
        return person;
    }
    std::vector<Presence> others;
    for (const Presence& presence : recording.store().on_duty()) {
        if (presence.person != offer.actor) {
            others.push_back(presence);
        }
    }
    if (others.empty()) {
        throw Refusal{say(N_("Nobody else is on duty to accept. First: onduty checkin staff NAME --post POST"))};
    }
    if (others.size() > 1) {
        throw UsageError{say(N_("Who accepts? Add --by NAME."))};
    }
    return others.front();
}

int accept_offer(Context& context, const std::string& note) {
    Recording recording{context};
    Book& book = recording.book();
    const auto offer = open_offer(recording.store(), book.today());
    if (!offer) {
        throw Refusal{say(N_("No handover is offered. The outgoing shift types: onduty handover offer"))};
    }
    const Presence person = other_person(recording, *offer);
    Entry entry = recording.draft(kind::kHandoverAccept, person);
    entry.about = offer->number;
    entry.note = tidy_note(note);
    const Entry stored = recording.append(entry);
    recording.finish(
        stored, say(N_("{0} accepts the handover of {1}, {2} after the offer."), book.name_of("staff", person.person),
                    book.name_of("staff", offer->actor), duration_text(entry.told_at() - offer->told_at())));
    return kDone;
}

int show(Context& context) {
    Book book{context, Store::Mode::read};
    const auto offer = open_offer(book.store(), book.today());
    if (context.options.json) {
        Table table{entry_columns(), {}};
        if (offer) {
            table.rows.push_back(entry_cells(book, *offer));
        }
        print(table, Format::json, *context.environment.out);
        return offer ? kFound : kDone;
    }
    if (!offer) {
        context.print(tr("No handover waits to be accepted."));
        return kDone;
    }
    context.print(say(N_("Offered by {0} at {1}, up to entry {2}, seal {3}:"), book.name_of("staff", offer->actor),
                      full_text(book.zone(), offer->told_at()), offer->about, offer->result));
    print_summary(book, *offer);
    return kFound;
}

template <int (*Work)(Context&, const std::string&)>
Action setup_with_note(OptionList& list) {
    auto note = std::make_shared<std::string>();
    list.word("note", note.get(), tr("What the other shift must know"));
    return [note](Context& context) { return Work(context, *note); };
}

Action setup_show(OptionList&) {
    return show;
}

}  // namespace

CommandSpec handover_command() {
    return {{
                {"offer", "提出", N_("Offer the shift to the next one"), setup_with_note<make_offer>},
                {"accept", "接班", N_("Accept what was offered"), setup_with_note<accept_offer>},
                {"show", "查看", N_("Show what waits to be accepted"), setup_show},
            },
            setup_show};
}

}  // namespace onduty
