// SPDX-License-Identifier: MIT
// complain act, wait, resume, escalate: what happens with a case on its way (A7, V5, Y7).
#include "cases/addressee.hpp"
#include "cases/complain.hpp"
#include "cases/moves.hpp"
#include "cases/words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/words.hpp"

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
    return finish_step(
        recording, one, stored,
        say(N_("goes on after {0} of waiting for {1}."),
            duration_text(std::max(*wait.until - wait.from, std::chrono::milliseconds{0})), shown_wait(wait.subject)));
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

}  // namespace

Action setup_complain_act(OptionList& list) {
    auto options = std::make_shared<StepOptions>();
    list.needed_word("case", &options->number, tr("Number of the case, such as C7"));
    list.needed_word("words", &options->words, tr("What was done"));
    list.option("--cost", &options->cost, "SUM", tr("What it cost: 50 or 49.90"));
    return [options](Context& context) { return act(context, *options); };
}

Action setup_complain_wait(OptionList& list) {
    auto options = std::make_shared<StepOptions>();
    list.needed_word("case", &options->number, tr("Number of the case, such as C7"));
    list.needed_word("who", &options->who, tr("For whom: customer, parts or other"));
    list.needed_word("words", &options->words, tr("What it waits for"));
    return [options](Context& context) { return wait(context, *options); };
}

Action setup_complain_resume(OptionList& list) {
    auto options = std::make_shared<StepOptions>();
    list.needed_word("case", &options->number, tr("Number of the case, such as C7"));
    list.word("words", &options->words, tr("What has come"));
    return [options](Context& context) { return resume(context, *options); };
}

Action setup_complain_escalate(OptionList& list) {
    auto options = std::make_shared<StepOptions>();
    list.needed_word("case", &options->number, tr("Number of the case, such as C7"));
    list.needed_word("to", &options->who, tr("To whom: company, or a post of the plan"));
    list.needed_word("words", &options->words, tr("Why"));
    return [options](Context& context) { return escalate(context, *options); };
}

}  // namespace onduty
