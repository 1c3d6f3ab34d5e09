// SPDX-License-Identifier: MIT
// note supplier: a contact with a supplier, and what was promised until when.
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct SupplierOptions {
    std::string firm;
    std::string subject;
    std::string promise;
    std::string until;
    std::string name;
};

int note_supplier(Context& context, const SupplierOptions& options) {
    const std::string promise = tidy_note(options.promise);
    if (promise.empty() != options.until.empty()) {
        throw UsageError{say(N_("A promise needs a time: --promise \"...\" --until TIME, both or none."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kSupplier, recording.on_duty_person());
    entry.subject = needed_words(options.subject);
    entry.note = promise;
    Details details;
    details.agenda.emplace();
    details.agenda->contact = needed_words(options.firm);
    if (!options.name.empty()) {
        details.personal.push_back({"name", needed_words(options.name)});
    }
    std::string said = say(N_("{0}: {1}."), details.agenda->contact, entry.subject);
    if (!options.until.empty()) {
        entry.slot_at = book.due_time(options.until);
        said += say(N_(" Promised until {0}: {1}."), full_text(book.zone(), *entry.slot_at), promise);
    }
    return recording.finish(recording.append(entry, details), said);
}

void declare_supplier(OptionList& list, SupplierOptions& options) {
    list.needed_word("firm", &options.firm, tr("The firm"));
    list.needed_word("subject", &options.subject, tr("What it was about"));
    list.option("--promise", &options.promise, "TEXT", tr("What was promised; needs --until"));
    list.option("--until", &options.until, "TIME", tr("Until when: fri 18:00, 2026-12-01"));
    list.option("--name", &options.name, "TEXT", tr("With whom; kept apart as personal data"));
}

}  // namespace

constexpr ActionSpec kNoteSupplier =
    action<declare_supplier, note_supplier>("supplier", "供方", N_("A contact with a supplier, and what was promised"));

}  // namespace onduty
