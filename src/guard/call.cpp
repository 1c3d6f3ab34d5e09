// SPDX-License-Identifier: MIT
// patrol call: is the guard who is alone well? Answered or not, what is done next, and how it ended (4.1: check calls).
#include <algorithm>

#include "book/duty.hpp"
#include "book/open_entries.hpp"
#include "book/recording.hpp"
#include "book/was_on_duty.hpp"
#include "guard/actions.hpp"
#include "guard/kinds.hpp"
#include "guard/open_calls.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct CallOptions {
    std::string name;
    bool no_answer = false;
    std::string next;
    std::string outcome;
};

// The rule that an answer satisfies: that of a post at which he is on duty.
std::string rule_of_call(Book& book, const Presence& asked) {
    for (const Rule& rule : book.rules()) {
        if (rule.target.family == "event" && rule.target.code == event::kCheckCall &&
            (rule.post.empty() || asked.is_at(rule.post))) {
            return rule.code;
        }
    }
    return {};
}

// Who calls: --by, or the only other person on duty, or whoever is alone and answers for himself.
Presence caller(Recording& recording, const Presence& asked) {
    if (const GlobalOptions& options = recording.book().context().options;
        !options.by.empty() || !options.who.empty()) {
        return recording.on_duty_person();
    }
    std::vector<Presence> others = present_people(recording.book());
    std::erase_if(others, [&](const Presence& presence) { return presence.person == asked.person; });
    return others.empty() ? asked : others.size() == 1 ? others.front() : recording.on_duty_person();
}

std::string sentence(Book& book, const Entry& call, const Presence& asked, const std::optional<Unanswered>& before) {
    const std::string name = book.name_of("staff", asked.person);
    const std::string after = before ? duration_text(call.told_at() - before->first().at) : "";
    if (call.result == result::kOk) {
        return before ? say(N_("{0} answers, {1} after the first call."), name, after) : say(N_("{0} answers."), name);
    }
    if (call.result == result::kComplete) {
        return say(N_("{0}, {1} after the first call: {2}."), name, after, call.note);
    }
    return call.note.empty() ? say(N_("{0} does NOT answer."), name)
                             : say(N_("{0} does NOT answer. Next: {1}."), name, call.note);
}

int call_guard(Context& context, const CallOptions& options) {
    const std::string next = tidy_note(options.next);
    const std::string outcome = tidy_note(options.outcome);
    if (!options.outcome.empty() && (options.no_answer || !next.empty())) {
        throw UsageError{say(N_("--outcome says how it ended and goes alone."))};
    }
    if (!next.empty() && !options.no_answer) {
        throw UsageError{say(N_("--next says what is done when there is no answer: add --no-answer."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    // Also who left the staff since: a call without an answer does not wait for ever.
    const Word person = book.resolve_ever("staff", N_("person"), options.name);
    const auto present = recording.store().on_duty(person.code);
    const std::vector<Entry> open = open_entries(book, {kind::kCheckCall});
    const bool waits =
        std::any_of(open.begin(), open.end(), [&](const Entry& call) { return call.subject == person.code; });
    if (!present && !waits) {
        throw not_on_duty(book, person);
    }
    Presence asked = present.value_or(Presence{});
    asked.person = person.code;
    const Presence by = caller(recording, asked);
    Entry entry = recording.draft(kind::kCheckCall, by);
    entry.subject = person.code;
    entry.result = options.no_answer ? result::kFault : outcome.empty() ? result::kOk : result::kComplete;
    entry.rule = rule_of_call(book, asked);
    entry.note = options.no_answer ? next : outcome;
    const CallTold call = call_told(book, entry);
    if (!outcome.empty() && !call.before) {
        throw Refusal{say(N_("No call to {0} is without an answer."), person.name)};
    }
    if (options.no_answer && !call.before && !call.is_answered) {
        entry.slot_at = entry.told_at();
    }
    if (by.person == person.code && options.no_answer) {
        throw UsageError{say(N_("Who calls {0}? Add --by NAME."), person.name)};
    }
    if (call.before && !options.no_answer && is_by(entry, person.code)) {
        recording.mark(mark::kOwnWord);
    }
    const Entry stored = recording.append(entry);
    const int code = recording.finish(stored, sentence(book, stored, asked, call.before));
    if (options.no_answer && !call.is_answered && !context.options.json) {
        context.remark(say(N_("Call again, go there, send a second person, phone the police. Each step: onduty patrol "
                              "call {0} --no-answer --next \"...\" How it ended: --outcome \"...\""),
                           person.code));
    }
    return code;
}

void declare_call(OptionList& list, CallOptions& options) {
    list.needed_word("name", &options.name, tr("Who is asked whether all is well"));
    list.flag("--no-answer", &options.no_answer, tr("There was no answer"));
    list.option("--next", &options.next, "TEXT", tr("What is done now: called back, sent somebody, police"));
    list.option("--outcome", &options.outcome, "TEXT", tr("How it ended, when there was no answer before"));
}

}  // namespace

constexpr ActionSpec kPatrolCall =
    action<declare_call, call_guard>("call", "查岗", N_("Ask a guard who is alone whether all is well"));

}  // namespace onduty
