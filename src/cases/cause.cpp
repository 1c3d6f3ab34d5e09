// SPDX-License-Identifier: MIT
// complain cause: why it happened, and the measure against it with its owner and due date.
#include "cases/actions.hpp"
#include "cases/moves.hpp"
#include "cases/typed_cause.hpp"
#include "notes/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

std::string typed_cause(Book& book, const std::string& typed) {
    return book.store().words("cause").empty() ? plain_form(typed)
                                               : book.resolve_told("cause", N_("cause"), typed).code;
}

namespace {

struct CauseOptions {
    std::string number;
    std::string code;
    std::string words;
    std::string measure;
    std::string owner;
    std::string until;
};

// The measure as a task about the case; nullopt without one.
std::optional<Entry> append_measure(Recording& recording, const Presence& person, const Case& one,
                                    const CauseOptions& options) {
    if (options.measure.empty()) {
        return std::nullopt;
    }
    Book& book = recording.book();
    Entry task = recording.draft(kind::kTask, person);
    task.about = one.entry;
    task.note = tidy_note(options.measure);
    task.slot_at = book.due_time(options.until);
    Details details;
    details.agenda.emplace().owner = book.person_told(options.owner).code;
    return recording.append(task, details);
}

int say_cause(Context& context, const CauseOptions& options) {
    const bool whole = !options.owner.empty() && !options.until.empty();
    if (options.measure.empty() ? !options.owner.empty() || !options.until.empty() : !whole) {
        throw UsageError{
            say(N_("A measure has words, an owner and a due date: --measure \"...\" --owner NAME --until "
                   "TIME"))};
    }
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    StepFields fields;
    fields.subject = typed_cause(book, options.code);
    fields.note = options.words;
    const Presence person = recording.on_duty_person();
    const Entry stored = append_step(recording, person, one, CaseAction::cause, fields);
    recording.follow(stored);
    const auto task = append_measure(recording, person, one, options);
    std::string what = say(N_("cause: {0}, {1}."), book.name_of("cause", fields.subject), shown_safely(stored.note));
    if (task) {
        what += " " + say(N_("Measure #{0}: {1}, {2} until {3}."), task->number, shown_safely(task->note),
                          book.name_of("staff", book.store().agenda(task->number).value_or(Agenda{}).owner),
                          date_time_text(book.zone(), *task->slot_at));
    }
    return finish_step(recording, one, stored, what);
}

void declare_cause(OptionList& list, CauseOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("cause", &options.code, tr("Code or name of the cause in the plan"));
    list.needed_word("words", &options.words, tr("What exactly went wrong, and why"));
    list.option("--measure", &options.measure, "TEXT", tr("What is done so that it does not happen again"));
    list.option("--owner", &options.owner, "NAME", tr("Who sees to the measure"));
    list.option("--until", &options.until, "TIME", tr("When it is to be done: 2026-12-01, fri 18:00"));
}

}  // namespace

constexpr ActionSpec kComplainCause =
    action<declare_cause, say_cause>("cause", "原因", N_("Why it happened, and what is done against it"));

}  // namespace onduty
