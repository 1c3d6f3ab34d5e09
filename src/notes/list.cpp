// SPDX-License-Identifier: MIT
// note list: what is open; with --all also what is done, minutes and what waits for nothing.
#include <algorithm>
#include <array>

#include "book/amended.hpp"
#include "book/machine_words.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "notes/read.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ListOptions {
    std::string kind;
    std::string owner;
    bool all = false;
};

constexpr std::array kListed{kind::kTask,  kind::kMail,     kind::kEvent,  kind::kSupplier,
                             kind::kDrill, kind::kTraining, kind::kMinutes};

// The kind that is meant by its word, in either language; "" for all.
std::string kind_wanted(const std::string& typed) {
    if (typed.empty()) {
        return {};
    }
    const std::string plain = lower_case(plain_form(typed));
    std::string list;
    for (const char* kind : kListed) {
        if (plain == kind || plain == shown_word(kind)) {
            return kind;
        }
        list += (list.empty() ? "" : ", ") + std::string{kind};
    }
    throw UsageError{say(N_("There are no notes of the kind \"{0}\". The kinds are {1}."), typed, list)};
}

std::vector<Note> wanted_notes(Book& book, const ListOptions& options) {
    const std::string kind = kind_wanted(options.kind);
    const std::string owner = options.owner.empty() ? "" : book.resolve_ever("staff", N_("person"), options.owner).code;
    std::vector<Note> notes = open_notes(book);
    if (options.all) {
        const OpenMatters open = book.store().open_matters();
        EntryQuery query;
        query.rare_kinds.assign(kListed.begin(), kListed.end());
        each_amended(book.store(), query, [&](const Entry& entry) {
            if (open.count(entry.number) == 0) {
                notes.push_back({entry, {}});
            }
        });
        for (Note& note : notes) {
            note.agenda = agenda_of(note.entry.fields).value_or(Agenda{});
        }
    }
    std::erase_if(notes, [&](const Note& note) {
        return (!kind.empty() && note.entry.kind != kind) || (!owner.empty() && note.agenda.owner != owner);
    });
    return notes;
}

Cell state_of(Book& book, const Note& note, bool open) {
    if (!open) {
        return Cell::of("done", tr("done"));
    }
    const bool late = note.entry.slot_at && book.now() > note_slot(note.entry.kind, *note.entry.slot_at).on_time_until;
    return late ? Cell::of("overdue", tr("OVERDUE")) : Cell::of("open", tr("open"));
}

int list_notes(Context& context, const ListOptions& options) {
    Book book{context, Store::Mode::read};
    const std::vector<Note> notes = wanted_notes(book, options);
    const OpenMatters open = book.store().open_matters();
    Table table{{{"number", tr("No."), ColumnKind::integer},
                 {"state", tr("State"), ColumnKind::word},
                 {"kind", tr("Kind"), ColumnKind::word},
                 {"what", tr("What"), ColumnKind::text},
                 {"owner", tr("Owner"), ColumnKind::text},
                 {"due", tr("Due"), ColumnKind::code}},
                {}};
    for (const Note& note : notes) {
        const Entry& entry = note.entry;
        const std::string due = entry.slot_at ? date_time_text(book.zone(), *entry.slot_at) : "";
        table.rows.push_back({Cell::of(entry.number), state_of(book, note, open.count(entry.number) > 0),
                              Cell::of(entry.kind.c_str(), shown_word(entry.kind)), Cell::of(note_words(book, note)),
                              Cell::of(note.agenda.owner.empty() ? "" : book.name_of("staff", note.agenda.owner)),
                              Cell::of(due)});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("No note is open. How one is written: onduty note --help"));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

void declare_list(OptionList& list, ListOptions& options) {
    list.option("--kind", &options.kind, "KIND", tr("Only these: task, mail, event, supplier, drill ..."));
    list.option("--owner", &options.owner, "NAME", tr("Only those of this person"));
    list.flag("--all", &options.all, tr("Also what is done, and minutes"));
}

}  // namespace

constexpr ActionSpec kNoteList =
    action<declare_list, list_notes>("list", "清单", N_("What is open; with --all also what is done"));

}  // namespace onduty
