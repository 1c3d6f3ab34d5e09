// SPDX-License-Identifier: MIT
// note done: a task is done, a promise kept, mail handed out, an event looked back on, goods counted at the gate.
#include "book/kinds.hpp"
#include "book/somebody.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/looked_back.hpp"
#include "notes/note.hpp"
#include "notes/read.hpp"
#include "notes/rules.hpp"
#include "plan/deeds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct DoneOptions {
    std::string typed_number;
    EntryNumber number = 0;
    std::string words;
    std::string to;
};

void check_open(Book& book, const Note& note) {
    const EntryNumber number = note.entry.number;
    if (book.store().open_matters().count(number) > 0) {
        return;
    }
    EntryQuery thread;
    thread.thread_of = number;
    EntryNumber by = 0;
    book.store().each(thread, [&](const Entry& entry) { by = entry.number == number ? by : entry.number; });
    throw Refusal{by == 0 ? say(N_("Entry {0} has no time and waits for nothing."), number)
                          : say(N_("Entry {0} is done already: entry {1}."), number, by)};
}

// What each kind wants to be told when it is done.
void check_words(const Note& note, const DoneOptions& options, const std::string& words) {
    const std::string& kind = note.entry.kind;
    const bool mail = kind == kind::kMail;
    if (mail && options.to.empty()) {
        throw UsageError{say(N_("Who took it? Type: onduty note done {0} --to NAME"), note.entry.number)};
    }
    if (!mail && !options.to.empty()) {
        throw UsageError{say(N_("--to is for mail; entry {0} is none."), note.entry.number)};
    }
    if (!words.empty() || !kind_named(kind)->done_in_words) {
        return;
    }
    throw UsageError{kind == kind::kEvent
                         ? say(N_("How did it go? Type: onduty note done {0} \"...\""), note.entry.number)
                         : say(N_("Held again: onduty note {1} ... Not held any more: onduty note done {0} \"why\""),
                               note.entry.number, kind)};
}

int note_done(Context& context, DoneOptions options) {
    options.number = entry_number(options.typed_number);
    Recording recording{context};
    Book& book = recording.book();
    const auto note = note_of(book, options.number);
    if (!note) {
        throw UsageError{say(N_("Entry {0} is no note. What is open shows: onduty note"), options.number)};
    }
    check_open(book, *note);
    const std::string words = tidy_note(options.words);
    check_words(*note, options, words);
    const Presence person = recording.on_duty_person();
    if (note->entry.subject == kRelease && is_by(note->entry, person.person)) {
        throw Refusal{say(N_("{0} wrote the release. Somebody else counts at the gate: add --by NAME."),
                          book.name_of("staff", person.person))};
    }
    Entry entry = recording.draft(kind::kDone, person);
    if (entry.claims_before(note->entry.told_at())) {
        throw Refusal{say(N_("Entry {0} was noted at {1}, later than that."), options.number,
                          full_text(book.zone(), note->entry.told_at()))};
    }
    if (note->entry.kind == kind::kEvent) {
        refuse_look_back_before(book, note->entry, entry);
    }
    entry.about = options.number;
    entry.note = words;
    Details details;
    std::string said = say(N_("Done: {0}."), note_words(book, *note));
    Somebody taker;
    if (!options.to.empty()) {
        taker = somebody_named(book, options.to);
        details.agenda.emplace();
        details.agenda->owner = taker.person;
        if (!taker.name.empty()) {
            details.personal.push_back({"name", taker.name});
        }
        said = say(N_("{0}, handed to {1} after {2}."), note_words(book, *note), taker.shown,
                   duration_text(entry.told_at() - note->entry.told_at()));
    }
    const Mark mark = mark_by(entry);
    if (note->entry.kind != kind::kEvent && !in_time(note->entry.slot_at, mark)) {
        const bool told = mark.at > *note->entry.slot_at;
        said += say(told ? N_(" {0} after it was due.") : N_(" Typed {0} after it was due."),
                    duration_text((told ? mark.at : when_done(mark)) - *note->entry.slot_at));
    }
    const Entry stored = recording.append(entry, details);
    const int code = recording.finish(stored, said);
    remark_alike(book, taker, stored.number, "--to");
    return code;
}

void declare_done(OptionList& list, DoneOptions& options) {
    list.needed_word("entry", &options.typed_number, tr("Number of the note, as onduty note shows it"));
    list.word("words", &options.words, tr("How it went; needed for an event"));
    list.option("--to", &options.to, "NAME", tr("Of mail: who took it, staff or somebody from outside"));
}

}  // namespace

constexpr ActionSpec kNoteDone =
    action<declare_done, note_done>("done", "完成", N_("It is done, handed out, looked back on"));

}  // namespace onduty
