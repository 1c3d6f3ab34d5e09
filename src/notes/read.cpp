// SPDX-License-Identifier: MIT
#include "notes/read.hpp"

#include <algorithm>
#include <array>

#include "book/machine_words.hpp"
#include "book/open_entries.hpp"
#include "book/somebody.hpp"
#include "loans/rules.hpp"
#include "log/corrections.hpp"
#include "notes/kinds.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::array<std::string_view, 6> kNotes{kind::kTask,  kind::kDrill,    kind::kTraining,
                                                 kind::kEvent, kind::kSupplier, kind::kMail};

Note with_agenda(Entry entry) {
    Agenda agenda = agenda_of(entry.fields).value_or(Agenda{});
    return {std::move(entry), std::move(agenda)};
}

// Everybody reads whose it is.
std::string with_owner(Book& book, const Note& note, const std::string& words) {
    const bool named = note.entry.kind == kind::kTask || note.entry.kind == kind::kEvent;
    return named && !note.agenda.owner.empty() ? say(N_("{0} ({1})"), words, book.name_of("staff", note.agenda.owner))
                                               : words;
}

}  // namespace

bool is_note(const std::string& kind) {
    return std::find(kNotes.begin(), kNotes.end(), kind) != kNotes.end();
}

std::string note_addressee(Book& book, const Note& note) {
    if (note.entry.kind == kind::kMail && !note.agenda.owner.empty()) {
        return book.name_of("staff", note.agenda.owner);
    }
    for (const PersonalField& field : personal_of(note.entry.fields)) {
        if (field.field == "name" && !field.value.empty()) {
            return shown_outside(field.value);
        }
    }
    return note.agenda.contact;
}

std::optional<Note> note_of(Book& book, EntryNumber number) {
    std::optional<Note> found;
    Amendments amendments;
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.first = number;
    book.store().each(later, [&](const Entry& entry) { amendments.add(entry); });
    if (auto entry = book.store().entry(number);
        entry && (is_note(entry->kind) || entry->kind == kind::kMinutes) && !amendments.leaves_out(*entry)) {
        amendments.amend(*entry);
        found = with_agenda(*entry);
    }
    return found;
}

std::vector<Note> open_notes(Book& book) {
    std::vector<Note> notes;
    for (Entry& entry : open_entries(book, {kNotes.begin(), kNotes.end()})) {
        notes.push_back(with_agenda(std::move(entry)));
    }
    return notes;
}

std::optional<Instant> mail_due(Book& book, const Entry& mail) {
    const Rule* rule = rule_for_event(book.plan(&Plan::rules, mail.plan), event::kMail);
    return rule == nullptr
               ? std::nullopt
               : std::optional{
                     deadline_slot(*rule, book.plan(&Plan::calendar, mail.plan), book.zone(), mail.told_at(), {}).due};
}

std::optional<Instant> release_due(Book& book, const Entry& task) {
    return task.subject == kRelease
               ? std::optional{due_back(Lendable{}, book.plan(&Plan::calendar, task.plan), book.zone(), task.told_at())}
               : std::nullopt;
}

std::string note_words(Book& book, const Note& note) {
    const Entry& entry = note.entry;
    if (entry.kind == kind::kDrill) {
        return book.name_of("emergency", entry.subject);
    }
    if (entry.kind == kind::kMail) {
        return say(N_("{0} for {1}"), shown_safely(entry.note), note_addressee(book, note));
    }
    if (entry.kind == kind::kSupplier) {
        const std::string firm = note.agenda.contact + tr(", ") + shown_safely(entry.subject);
        return entry.note.empty() ? firm : firm + tr(": ") + shown_safely(entry.note);
    }
    if (entry.kind == kind::kTask && entry.subject == kRelease) {
        const std::string whose = note_addressee(book, note);
        const std::string goods = say(N_("goods out, {0}"), shown_safely(entry.note));
        return whose.empty() ? goods : say(N_("{0} for {1}"), goods, whose);
    }
    return shown_safely(entry.note);
}

std::string note_command(Book& book, const Note& note) {
    const Entry& entry = note.entry;
    if (entry.kind == kind::kDrill && book.store().word("emergency", entry.subject)) {
        return "onduty note drill " + entry.subject + " ...";
    }
    if (entry.kind == kind::kTraining) {
        return "onduty note training \"" + shown_safely(entry.note) + "\" ...";
    }
    if (entry.kind == kind::kEvent && book.now() < entry.slot_at.value_or(book.now())) {
        return say("onduty note show {0}", entry.number);
    }
    return say(entry.kind == kind::kMail                                  ? "onduty note done {0} --to NAME"
               : entry.kind == kind::kEvent || entry.kind == kind::kDrill ? "onduty note done {0} \"...\""
                                                                          : "onduty note done {0}",
               entry.number);
}

void add_note_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Note& note : open_notes(book)) {
        const std::string what =
            std::string{shown_word(note.entry.kind)} + tr(": ") + with_owner(book, note, note_words(book, note));
        const std::string next = note_command(book, note);
        if (note.entry.kind == kind::kMail) {
            const Instant since = note.entry.told_at();
            Slot slot = lone_slot(since, note.entry.slot_at.value_or(since), note.entry.slot_at.value_or(kNever));
            slot.rule = rule_for_event(book.rules(), event::kMail);
            lines.add(slot, what, next, note.entry.number);
        } else if (note.entry.slot_at) {
            const Slot slot = note_slot(note.entry.kind, *note.entry.slot_at);
            if (book.now() >= slot.early_from) {
                lines.add(slot, what, next, note.entry.number);
            }
        }
    }
}

}  // namespace onduty
