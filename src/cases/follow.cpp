// SPDX-License-Identifier: MIT
// complain follow: the person is asked whether it is well now.
#include <algorithm>

#include "book/machine_words.hpp"
#include "cases/actions.hpp"
#include "cases/moves.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct FollowOptions {
    std::string number;
    std::string words;
    std::string channel;
    std::string verdict;
    bool not_reached = false;
};

std::int64_t attempts_of(const Case& one) {
    const EntryNumber since = one.resolution() == nullptr ? 0 : one.resolution()->entry;
    return std::count_if(one.follow_ups.begin(), one.follow_ups.end(), [&](const FollowUp& attempt) {
        return attempt.entry > since && attempt.verdict == verdict::kMissed;
    });
}

std::string sentence(const Case& one, const CasePlan& plan, const Entry& entry) {
    const char* way = shown_channel(entry.subject);
    if (entry.result == verdict::kMissed) {
        const std::int64_t attempts = attempts_of(one);
        return say(attempts > plan.attempts ? N_("followed up {0}: not reached, attempt {1}; {2} were enough.")
                                            : N_("followed up {0}: not reached, attempt {1} of {2}."),
                   way, attempts, plan.attempts);
    }
    const std::string words = entry.note.empty() ? "" : tr(", ") + shown_safely(entry.note);
    return say(entry.result == verdict::kNot ? N_("followed up {0}: {1}{2}. It is open again.")
                                             : N_("followed up {0}: {1}{2}."),
               way, shown_word(entry.result), words);
}

// `--by phone` is understood, too: then it is the way, and who does it is the only one on duty.
std::string way_typed(Context& context, const FollowOptions& options) {
    std::string typed = options.channel;
    if (typed.empty() && is_channel(context.options.by)) {
        typed = context.options.by;
        context.options.by.clear();
    }
    if (typed.empty()) {
        throw UsageError{say(N_("How was the person spoken to? Add --way visit, phone, message or mail."))};
    }
    return typed_channel("--way", typed);
}

// Asked again and again he would be satisfied as often: one verdict on what was done.
void refuse_second(const Case& one) {
    const EntryNumber since = one.resolution() == nullptr ? 0 : one.resolution()->entry;
    for (const FollowUp& before : one.follow_ups) {
        if (before.entry > since && before.verdict != verdict::kMissed) {
            throw Refusal{say(N_("{0} was followed up already, entry {1}: {2}. If that is wrong: onduty correct {1} "
                                 "--verdict ... --reason \"...\""),
                              case_code(one.file.sequence), before.entry, shown_word(before.verdict))};
        }
    }
}

int follow_up(Context& context, const FollowOptions& options) {
    if (options.not_reached != options.verdict.empty()) {
        throw UsageError{say(N_("What did the person say? Add --verdict A, B or C, or --not-reached."))};
    }
    StepFields fields;
    fields.subject = way_typed(context, options);
    fields.result = options.not_reached ? verdict::kMissed : typed_verdict(options.verdict);
    fields.note = options.words;
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    const CasePlan& plan = plan_of(recording.book(), one).cases;
    refuse_second(one);
    const Presence person = recording.on_duty_person().at(plan.severity(one.severity).follow_up_by);
    const Entry stored = append_step(recording, person, one, CaseAction::follow_up, fields);
    return finish_step(recording, one, stored, sentence(one, plan_of(recording.book(), one).cases, stored));
}

void declare_follow(OptionList& list, FollowOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.word("words", &options.words, tr("What the person said"));
    list.option("--way", &options.channel, "WAY", tr("How: visit, phone, message or mail"));
    list.option("--verdict", &options.verdict, "A|B|C", tr("A satisfied, B fairly satisfied, C not satisfied"));
    list.flag("--not-reached", &options.not_reached, tr("Nobody was reached; the attempt is counted"));
}

}  // namespace

constexpr ActionSpec kComplainFollow =
    action<declare_follow, follow_up>("follow", "回访", N_("The person is asked whether it is well now"));

}  // namespace onduty
