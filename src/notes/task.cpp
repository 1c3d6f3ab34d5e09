// SPDX-License-Identifier: MIT
// note task: somebody is to do something until a time.
#include "book/withdrawal.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct TaskOptions {
    std::string words;
    std::string owner;
    std::string until;
    std::int64_t about = 0;
};

int note_task(Context& context, const TaskOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    Entry entry = recording.draft(kind::kTask, person);
    entry.note = needed_words(options.words);
    entry.slot_at = book.due_time(options.until);
    entry.about = options.about;
    if (options.about != 0) {
        book.entry(options.about);
        refuse_withdrawn(book, options.about);
    }
    Details details;
    details.agenda.emplace();
    details.agenda->owner = options.owner.empty() ? person.person : book.person_told(options.owner).code;
    const std::string owner = book.name_of("staff", details.agenda->owner);
    return recording.finish(recording.append(entry, details), say(N_("Task for {0}: {1}. Due {2}."), owner, entry.note,
                                                                  full_text(book.zone(), *entry.slot_at)));
}

void declare_task(OptionList& list, TaskOptions& options) {
    list.needed_word("words", &options.words, tr("What is to be done"));
    list.option("--owner", &options.owner, "NAME", tr("Who does it, if somebody else"));
    list.needed_option("--until", &options.until, "TIME", tr("When it is due: 18:00, tomorrow 10:00, 2026-12-24"));
    list.option("--about", &options.about, "NO", tr("The entry that it came from"));
}

}  // namespace

constexpr ActionSpec kNoteTask =
    action<declare_task, note_task>("task", "任务", N_("Something to be done by somebody until a time"));

}  // namespace onduty
