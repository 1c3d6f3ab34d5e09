// SPDX-License-Identifier: MIT
// note event: an event that is planned; `note done` looks back on it.
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct EventOptions {
    std::string words;
    std::string time;
    std::string place;
    std::string owner;
    std::int64_t people = 0;
};

int note_event(Context& context, const EventOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    Entry entry = recording.draft(kind::kEvent, person);
    entry.note = needed_words(options.words);
    entry.slot_at = book.due_time(options.time);
    Details details;
    details.agenda.emplace();
    details.agenda->owner = options.owner.empty() ? person.person : book.person_told(options.owner).code;
    details.agenda->people = checked_people(options.people);
    details.agenda->place = place_named(book, options.place);
    return recording.finish(recording.append(entry, details),
                            say(N_("Event {0}: {1}, people expected {2}."), full_text(book.zone(), *entry.slot_at),
                                entry.note, details.agenda->people));
}

void declare_event(OptionList& list, EventOptions& options) {
    list.needed_word("words", &options.words, tr("What it is, and what is to be prepared"));
    list.needed_word("time", &options.time, tr("When it begins: \"tomorrow 14:00\", \"2026-12-24 10:00\""));
    list.option("--place", &options.place, "PLACE", tr("Where"));
    list.needed_option("--people", &options.people, "N", tr("How many are expected"));
    list.option("--owner", &options.owner, "NAME", tr("Who sees to it, if somebody else"));
}

}  // namespace

constexpr ActionSpec kNoteEvent = action<declare_event, note_event>("event", "活动", N_("An event that is planned"));

}  // namespace onduty
