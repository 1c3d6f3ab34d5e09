// SPDX-License-Identifier: MIT
#include "notes/facts.hpp"

#include "book/amended.hpp"
#include "text/mask.hpp"

namespace onduty {

namespace {

void each_of(Book& book, DateRange dates, std::vector<const char*> kinds,
             const std::function<void(const Entry&)>& visit) {
    EntryQuery query;
    query.rare_kinds = std::move(kinds);
    query.dates = dates;
    each_amended(book.store(), query, visit);
}

std::string personal_value(Book& book, EntryNumber number, const char* name) {
    for (const PersonalField& field : book.store().personal(number)) {
        if (field.field == name) {
            return field.value;
        }
    }
    return {};
}

// When it was done; nullopt while it is not.
std::optional<Instant> done_at(Book& book, EntryNumber number) {
    std::optional<Instant> done;
    EntryQuery thread;
    thread.thread_of = number;
    each_amended(book.store(), thread, [&](const Entry& entry) {
        if (entry.kind == kind::kDone) {
            done = entry.told_at();
        }
    });
    return done;
}

}  // namespace

std::vector<Practice> practices_of(Book& book, DateRange dates) {
    std::vector<Practice> practices;
    each_of(book, dates, {kind::kDrill, kind::kTraining}, [&](const Entry& entry) {
        Practice practice{entry, book.store().agenda(entry.number).value_or(Agenda{}), {}};
        const std::string name = personal_value(book, entry.number, "name");
        practice.trainer = practice.agenda.owner.empty() ? (name.empty() ? "" : masked(name))
                                                         : book.name_of("staff", practice.agenda.owner);
        practices.push_back(std::move(practice));
    });
    return practices;
}

std::vector<NoteFate> note_fates_of(Book& book, DateRange dates) {
    std::vector<NoteFate> notes;
    const OpenMatters open = book.store().open_matters();
    each_of(book, dates, {kind::kTask, kind::kEvent, kind::kSupplier, kind::kMail, kind::kMinutes},
            [&](const Entry& entry) {
                NoteFate note{entry.kind, book.store().agenda(entry.number).value_or(Agenda{}).people, entry.slot_at};
                note.waits = open.count(entry.number) > 0;
                if (!note.waits) {
                    note.done = done_at(book, entry.number);
                }
                notes.push_back(note);
            });
    return notes;
}

std::vector<ConductFinding> findings_of(Book& book, DateRange dates) {
    std::vector<ConductFinding> findings;
    each_of(book, dates, {kind::kConduct}, [&](const Entry& entry) {
        findings.push_back({entry.business_date, entry.subject, personal_value(book, entry.number, "person"),
                            entry.actor, personal_value(book, entry.number, "words"), entry.number});
    });
    return findings;
}

}  // namespace onduty
