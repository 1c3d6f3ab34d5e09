// SPDX-License-Identifier: MIT
// complain dispatch, arrive, sign: who is sent, when they are there, whether the work is accepted.
#include <algorithm>

#include "book/machine_words.hpp"
#include "cases/actions.hpp"
#include "cases/addressee.hpp"
#include "cases/kinds.hpp"
#include "cases/moves.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct RepairOptions {
    std::string number;
    std::string who;
    std::string result;
    std::string words;
};

int dispatch(Context& context, const RepairOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    StepFields fields;
    const Somebody sent = post_or_contractor(book, options.who);
    keep_accused_from(recording, one, sent.person, options.who);
    fields.subject = sent.in_words;
    fields.note = options.words;
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::dispatch, fields);
    const std::string what = say(N_("dispatched to {0}."), addressee_words(book, fields.subject));
    recording.finish(stored, case_code(one.file.sequence) + " " + what);
    remark_alike(book, sent, stored.number, "onduty complain dispatch " + case_code(one.file.sequence));
    if (!context.options.json) {
        context.remark(say(N_("When they are there: onduty complain arrive {0}"), case_code(one.file.sequence)));
    }
    return kDone;
}

int arrive(Context& context, const RepairOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    StepFields fields;
    fields.note = options.words;
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::arrive, fields);
    const CaseStretch& sent = one.dispatches.back();
    return finish_step(recording, one, stored,
                       say(N_("{0} on the spot after {1}."), addressee_words(book, sent.subject),
                           duration_text(lasted(sent, book.now()))));
}

int sign(Context& context, const RepairOptions& options) {
    const std::string result = typed_result(kind::kCaseSign, options.result);
    if (result.empty()) {
        throw UsageError{say(N_("Is the work ok or refused? Not \"{0}\"."), options.result)};
    }
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    const Word person = book.person_told(options.who);
    keep_accused_from(recording, one, person.code, options.who);
    StepFields fields;
    fields.subject = person.code;
    fields.result = result;
    fields.note = options.words;
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::sign, fields);
    return finish_step(recording, one, stored,
                       result == result::kRefused
                           ? say(N_("refused by {0}: {1}. It is open again."), person.name, shown_safely(stored.note))
                           : say(N_("accepted by {0}."), person.name));
}

void declare_dispatch(OptionList& list, RepairOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("to", &options.who, tr("Who is sent: a post of the plan, or a firm"));
    list.word("words", &options.words, tr("What is to be done"));
}

void declare_arrive(OptionList& list, RepairOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.word("words", &options.words, tr("A remark"));
}

void declare_sign(OptionList& list, RepairOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("name", &options.who, tr("Who has looked at the work"));
    list.needed_word("result", &options.result, tr("ok or refused"));
    list.word("words", &options.words, tr("What is wrong, or a remark"));
}

}  // namespace

constexpr ActionSpec kComplainDispatch =
    action<declare_dispatch, dispatch>("dispatch", "派单", N_("A post or a contractor is sent"));
constexpr ActionSpec kComplainArrive = action<declare_arrive, arrive>("arrive", "到场", N_("Who was sent is there"));
constexpr ActionSpec kComplainSign =
    action<declare_sign, sign>("sign", "验收", N_("The work of a repair is accepted or refused"));

}  // namespace onduty
