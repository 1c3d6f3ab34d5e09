// SPDX-License-Identifier: MIT
// note show: one note with everything, and what became of it.
#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "notes/read.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::string place_words(Book& book, const std::string& code) {
    const std::string point = book.name_of("point", code);
    return point == code ? book.name_of("seat", code) : point;
}

void print_note(Book& book, const Note& note) {
    const auto show = [&](const char* heading, const std::string& value) {
        if (!value.empty()) {
            book.context().print(pad_right(heading, 12) + " " + shown_safely(value));
        }
    };
    const Entry& entry = note.entry;
    show(tr("No."), std::to_string(entry.number));
    show(tr("Kind"), shown_word(entry.kind));
    show(tr("Noted"), full_text(book.zone(), entry.told_at()));
    show(tr("Written by"), book.name_of("staff", entry.actor));
    show(tr("What"), entry.kind == kind::kDrill      ? book.name_of("emergency", entry.subject)
                     : entry.kind == kind::kSupplier ? entry.subject
                                                     : entry.note);
    show(tr("Promised"), entry.kind == kind::kSupplier ? entry.note : "");
    show(tr("Result"), entry.result.empty() ? "" : shown_word(entry.result));
    show(tr("Words"), entry.kind == kind::kDrill ? entry.note : "");
    show(tr("Meeting"), entry.kind == kind::kMinutes ? shown_word(entry.subject) : "");
    show(entry.subject == kRelease ? tr("Approved by") : tr("Owner"),
         note.agenda.owner.empty() ? "" : book.name_of("staff", note.agenda.owner));
    show(tr("People"), note.agenda.people == 0 ? "" : std::to_string(note.agenda.people));
    show(tr("Place"), note.agenda.place.empty() ? "" : place_words(book, note.agenda.place));
    show(entry.kind == kind::kSupplier ? tr("Firm") : tr("For"), note.agenda.contact);
    for (const PersonalField& field : personal_of(entry.fields)) {
        show(tr("Person"), field.value.empty() ? tr("purged") : masked(field.value));
    }
    show(tr("About no."), entry.about == 0 ? "" : std::to_string(entry.about));
    show(tr("Due"), entry.slot_at ? full_text(book.zone(), *entry.slot_at) : "");
}

int show_note(Context& context, const std::string& typed) {
    const EntryNumber number = entry_number(typed);
    Book book{context, Store::Mode::read};
    const auto note = note_of(book, number);
    if (!note) {
        throw UsageError{say(N_("Entry {0} is no note. What is open shows: onduty note"), number)};
    }
    const NamesThen names{book, note->entry.plan};
    if (context.options.json) {
        print(Table{entry_columns(), {entry_cells(book, note->entry)}}, Format::json, *context.environment.out);
        return kDone;
    }
    print_note(book, *note);
    EntryCells cells{book};
    EntryQuery thread;
    thread.thread_of = number;
    each_amended(book.store(), thread, [&](const Entry& later) {
        if (later.number != number) {
            context.print(fmt::format("  #{} {} {} {}", later.number, full_text(book.zone(), later.told_at()),
                                      cells.actor(later), cells.line(later, "")));
        }
    });
    return kDone;
}

void declare_show(OptionList& list, std::string& number) {
    list.needed_word("entry", &number, tr("Number of the note"));
}

}  // namespace

constexpr ActionSpec kNoteShow = action<declare_show, show_note>("show", "查看", N_("One note with everything"));

}  // namespace onduty
