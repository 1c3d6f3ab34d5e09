// SPDX-License-Identifier: MIT
// complain act, wait, resume, escalate: what happens with a case on its way.
#include "cases/actions.hpp"
#include "cases/addressee.hpp"
#include "cases/moves.hpp"
#include "cases/words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct StepOptions {
    std::string number;
    std::string who;
    std::string words;
    std::string cost;
};

int act(Context& context, const StepOptions& options) {
    StepFields fields;
    fields.note = options.words;
    fields.step.cost = options.cost.empty() ? 0 : typed_money(options.cost);
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::act, fields);
    std::string what = shown_safely(stored.note) + tr(".");
    what += fields.step.cost == 0 ? "" : " " + say(N_("Cost {0}."), money_text(fields.step.cost));
    return finish_step(recording, one, stored, what);
}

int wait(Context& context, const StepOptions& options) {
    StepFields fields;
    fields.subject = typed_wait(options.who);
    fields.note = options.words;
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::wait, fields);
    const bool stops = plan_of(book, one).cases.severity(one.severity).pauses.count(fields.subject) > 0;
    const std::string what =
        say(stops ? N_("waits for {0}: {1}. Its clock stands still.") : N_("waits for {0}: {1}. Its clock runs on."),
            shown_wait(fields.subject), shown_safely(stored.note));
    return finish_step(recording, one, stored, what);
}

int resume(Context& context, const StepOptions& options) {
    StepFields fields;
    fields.note = options.words;
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::resume, fields);
    const CaseStretch& wait = one.waits.back();
    return finish_step(recording, one, stored,
                       say(N_("goes on after {0} of waiting for {1}."),
                           duration_text(lasted(wait, recording.book().now())), shown_wait(wait.subject)));
}

int escalate(Context& context, const StepOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    StepFields fields;
    fields.subject = post_or_company(book, options.who);
    fields.note = options.words;
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::escalate, fields);
    return finish_step(recording, one, stored,
                       say(N_("handed up to {0}: {1}. It stays open until it is answered."),
                           addressee_words(book, fields.subject), shown_safely(stored.note)));
}

void declare_act(OptionList& list, StepOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("words", &options.words, tr("What was done"));
    list.option("--cost", &options.cost, "SUM", tr("What it cost: 50 or 49.90"));
}

void declare_wait(OptionList& list, StepOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("who", &options.who, tr("For whom: customer, parts or other"));
    list.needed_word("words", &options.words, tr("What it waits for"));
}

void declare_resume(OptionList& list, StepOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.word("words", &options.words, tr("What has come"));
}

void declare_escalate(OptionList& list, StepOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("to", &options.who, tr("To whom: company, or a post of the plan"));
    list.needed_word("words", &options.words, tr("Why"));
}

}  // namespace

constexpr ActionSpec kComplainAct =
    action<declare_act, act>("act", "处理", N_("What was done about it, and what it cost"));
constexpr ActionSpec kComplainWait =
    action<declare_wait, wait>("wait", "等待", N_("It waits for the customer, for parts, for somebody else"));
constexpr ActionSpec kComplainResume = action<declare_resume, resume>("resume", "继续", N_("The waiting is over"));
constexpr ActionSpec kComplainEscalate =
    action<declare_escalate, escalate>("escalate", "上报", N_("It is handed up to the company or another post"));

}  // namespace onduty
