// SPDX-License-Identifier: MIT
// complain resolve: it is settled, answered, repaired.
#include "cases/actions.hpp"
#include "cases/moves.hpp"
#include "cases/typed_cause.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ResolveOptions {
    std::string number;
    std::string words;
    std::string remedy;
    std::string cost;
    std::string cause;
    bool archive = false;
};

// By when the person is to be asked.
void remark_follow_up(Book& book, const Case& one) {
    const CaseTerms plan = plan_of(book, one);
    for (const CaseDeadline& deadline : case_deadlines(one, plan.cases, plan.calendar, book.zone(), book.now())) {
        if (deadline.clock == CaseClock::follow_up && !book.context().options.json) {
            const std::string& post = plan.cases.severity(one.severity).follow_up_by;
            const std::string who = only_the_accused(book, one, book.plan_version())
                                        ? say(N_("somebody else than {0}"), book.name_of("staff", one.file.against))
                                        : book.name_of("post", post);
            book.context().remark(say(N_("To be followed up by {0}."), full_text(book.zone(), deadline.due)) +
                                  (post.empty() ? "" : " " + say(N_("Who: {0}."), who)));
        }
    }
}

int resolve(Context& context, const ResolveOptions& options) {
    StepFields fields;
    fields.note = options.words;
    fields.step.remedy = tidy_note(options.remedy);
    fields.step.cost = options.cost.empty() ? 0 : typed_money(options.cost);
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    const Presence person = recording.on_duty_person();
    const Entry stored = append_step(recording, person, one, CaseAction::resolve, fields);
    recording.follow(stored);
    if (!options.cause.empty()) {
        StepFields cause;
        cause.subject = typed_cause(book, options.cause);
        append_step(recording, person, one, CaseAction::cause, cause);
    }
    if (options.archive) {
        append_step(recording, person, one, CaseAction::archive, {});
    }
    std::string what = say(N_("resolved: {0}."), shown_safely(stored.note));
    what += fields.step.remedy.empty() ? "" : " " + say(N_("Remedy: {0}."), shown_safely(fields.step.remedy));
    what += fields.step.cost == 0 ? "" : " " + say(N_("Cost {0}."), money_text(fields.step.cost));
    what += options.archive ? tr(" Archived.") : "";
    recording.finish(stored, case_code(one.file.sequence) + " " + what);
    remark_follow_up(book, one);
    remark_next(book, one);
    return kDone;
}

void declare_resolve(OptionList& list, ResolveOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("words", &options.words, tr("How it was settled, or the answer"));
    list.option("--remedy", &options.remedy, "TEXT", tr("What the person was given"));
    list.option("--cost", &options.cost, "SUM", tr("What it cost: 50 or 49.90"));
    list.option("--cause", &options.cause, "CODE", tr("What it was about, a cause of the plan"));
    list.flag("--archive", &options.archive, tr("Archive it at once, where nothing else is demanded"));
}

}  // namespace

constexpr ActionSpec kComplainResolve =
    action<declare_resolve, resolve>("resolve", "办结", N_("It is settled, answered, repaired"));

}  // namespace onduty
