// SPDX-License-Identifier: MIT
// What was noted for later, how is it called, and what of it is open? For `note`, `due` and every list of open things.
#pragma once

#include <string>
#include <vector>

#include "book/due_line.hpp"
#include "notes/rules.hpp"

namespace onduty {

struct Note {
    Entry entry;  // as corrected
    Agenda agenda;
};

// Whether an entry of this kind may wait to be done: task, drill, training, event, supplier, mail.
bool is_note(const std::string& kind);

// The note or the minutes with this entry, nullopt when it is none of them or was withdrawn.
std::optional<Note> note_of(Book& book, EntryNumber number);

// Open notes, oldest first.
std::vector<Note> open_notes(Book& book);

// By when mail is to be handed out, nullopt without a rule; and goods let out, of all tasks. By the plan of the entry.
std::optional<Instant> mail_due(Book& book, const Entry& mail);
std::optional<Instant> release_due(Book& book, const Entry& task);

// "Mend the fence", "Fire drill", "Letter for 2-1-301": what it is, without the word for its kind.
std::string note_words(Book& book, const Note& note);
// For whom mail or goods are: "2-1-301", "Zhang Wei", or the masked name of somebody from outside.
std::string note_addressee(Book& book, const Note& note);
// "onduty note done 12".
std::string note_command(Book& book, const Note& note);

// One line for each open note that is spoken of.
void add_note_lines(Look& look, DueLines& lines);

}  // namespace onduty
