// SPDX-License-Identifier: MIT
// note drill, training: what was held, with how many, and when it is due again.
#include "book/machine_words.hpp"
#include "book/somebody.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "notes/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct PracticeOptions {
    std::string what;
    std::string words;
    std::int64_t people = 0;
    std::string result;
    std::string place;
    std::string by_whom;
    std::string next;
};

// The last one of the same sort that waits to be held again; 0 for none.
EntryNumber awaited(Book& book, const Entry& entry) {
    EntryNumber number = 0;
    for (const Note& note : open_notes(book)) {
        const bool same =
            entry.kind == kind::kDrill ? note.entry.subject == entry.subject : note.entry.note == entry.note;
        number = note.entry.kind == entry.kind && same ? note.entry.number : number;
    }
    return number;
}

std::string practice_result(const std::string& typed) {
    if (std::string result = typed_result(kind::kDrill, typed); !result.empty()) {
        return result;
    }
    throw UsageError{say(N_("--result takes ok or fault, not \"{0}\"."), typed)};
}

// Fills in what both have and says it: ", people 12. Next 2027-05-25 ...".
std::string fill_in(Recording& recording, const PracticeOptions& options, Entry& entry, Agenda& agenda) {
    Book& book = recording.book();
    agenda.people = checked_people(options.people);
    agenda.place = place_named(book, options.place);
    entry.about = awaited(book, entry);
    std::string said = say(N_(", people {0}."), agenda.people);
    if (!options.next.empty()) {
        entry.slot_at = book.due_time(options.next);
        said += say(N_(" Next {0}."), full_text(book.zone(), *entry.slot_at));
    }
    return said;
}

int note_drill(Context& context, const PracticeOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kDrill, recording.on_duty_person());
    const Word emergency = book.resolve_told("emergency", N_("drill"), options.what);
    entry.subject = emergency.code;
    entry.result = practice_result(options.result);
    entry.note = tidy_note(options.words);
    if (!lack_of(book, entry).empty()) {
        throw UsageError{say(N_("What went wrong? Add it in a few words after the kind of drill."))};
    }
    Details details;
    const std::string said = fill_in(recording, options, entry, details.agenda.emplace());
    return recording.finish(recording.append(entry, details),
                            say(N_("Drill held, {0}: {1}"), emergency.name,
                                tr(entry.result == result::kOk ? N_("in order") : N_("NOT in order"))) +
                                said);
}

int note_training(Context& context, const PracticeOptions& options) {
    Recording recording{context};
    Entry entry = recording.draft(kind::kTraining, recording.on_duty_person());
    entry.note = needed_words(options.what);
    Details details;
    const std::string said = fill_in(recording, options, entry, details.agenda.emplace());
    Somebody trainer;
    if (!options.by_whom.empty()) {
        trainer = somebody_named(recording.book(), options.by_whom);
        details.agenda->owner = trainer.person;
        if (!trainer.name.empty()) {
            details.personal.push_back({"name", trainer.name});
        }
    }
    const Entry stored = recording.append(entry, details);
    const int code = recording.finish(stored, say(N_("Training held: {0}"), entry.note) + said);
    remark_alike(recording.book(), trainer, stored.number, "--by-whom");
    return code;
}

void add_shared(OptionList& list, PracticeOptions& options) {
    list.needed_option("--people", &options.people, "N", tr("How many took part"));
    list.option("--place", &options.place, "PLACE", tr("Where"));
    list.option("--next", &options.next, "DATE", tr("When it is due again: 2027-05-25"));
}

void declare_drill(OptionList& list, PracticeOptions& options) {
    list.needed_word("kind", &options.what, tr("What was drilled, as in the plan: fire, evacuation ..."));
    list.word("words", &options.words, tr("How it went; needed when something went wrong"));
    list.needed_option("--result", &options.result, "RESULT", tr("ok or fault"));
    add_shared(list, options);
}

void declare_training(OptionList& list, PracticeOptions& options) {
    list.needed_word("topic", &options.what, tr("What it was about"));
    list.option("--by-whom", &options.by_whom, "NAME", tr("Who trained: staff, or somebody from outside"));
    add_shared(list, options);
}

}  // namespace

constexpr ActionSpec kNoteDrill =
    action<declare_drill, note_drill>("drill", "演练", N_("A drill that was held, and when the next one is"));
constexpr ActionSpec kNoteTraining =
    action<declare_training, note_training>("training", "培训", N_("A training that was held"));

}  // namespace onduty
