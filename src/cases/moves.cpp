// SPDX-License-Identifier: MIT
#include "cases/moves.hpp"

#include <algorithm>

#include "book/machine_words.hpp"
#include "book/needed_words.hpp"
#include "book/rights.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// Those who may stand in for somebody: a few of those on duty, else of all.
std::vector<Word> people_but(Book& book, const std::string& person) {
    constexpr std::size_t kMostNamed = 3;
    std::vector<Word> people = book.store().words("staff");
    std::erase_if(people, [&](const Word& one) { return one.code == person; });
    const auto absent = std::stable_partition(
        people.begin(), people.end(), [&](const Word& one) { return book.store().on_duty(one.code).has_value(); });
    if (absent != people.begin()) {
        people.erase(absent, people.end());
    }
    people.resize(std::min(people.size(), kMostNamed));
    return people;
}

}  // namespace

void keep_from_accused(Recording& recording, const Case& one, const std::string& person) {
    if (one.file.against.empty() || person != one.file.against) {
        return;
    }
    if (const std::vector<Word> people = people_but(recording.book(), person); !people.empty()) {
        throw Refusal{hindrance_sentence(recording.book(), one, Hindrance::accused) +
                      who_may_words(recording.book(), people, true)};
    }
    recording.mark(mark::kAlone);
}

void keep_accused_from(Recording& recording, const Case& one, const std::string& person, const std::string& typed) {
    if (one.file.against.empty() || person != one.file.against) {
        return;
    }
    Book& book = recording.book();
    if (const std::vector<Word> people = people_but(book, person); !people.empty()) {
        const std::string names = listed(
            people, [](const Word& word) { return word.name; }, tr(", "));
        throw Refusal{
            hindrance_sentence(book, one, Hindrance::accused) +
            say(N_(" Who can: {0}. Such as: {1}"), names, command_naming(book.context(), typed, people.front().code))};
    }
    recording.mark(mark::kAlone);
}

std::string hindrance_sentence(Book& book, const Case& one, Hindrance hindrance) {
    const std::string code = case_code(one.file.sequence);
    const CaseTerms plan = plan_of(book, one);
    const Severity& severity = plan.cases.severity(one.severity);
    switch (hindrance) {
        case Hindrance::none:
            break;
        case Hindrance::before_the_case:
            return say(N_("{0} began at {1}, later than that."), code, full_text(book.zone(), one.start));
        case Hindrance::before_what_it_ends:
            return say(N_("That is before the step of {0} that it follows. Look: onduty complain show {0}"), code);
        case Hindrance::archived:
            return say(N_("{0} is archived and read-only. If it must go on: onduty complain reopen {0} --reason "
                          "\"...\""),
                       code);
        case Hindrance::resolved:
            return say(N_("{0} is resolved. If it must go on: onduty complain reopen {0} --reason \"...\""), code);
        case Hindrance::not_assessed:
            return say(N_("{0} was not assessed. First: onduty complain assess {0} --severity N"), code);
        case Hindrance::not_assigned:
            return say(N_("Nobody has {0}. First: onduty complain assign {0} NAME"), code);
        case Hindrance::no_hands:
            return say(N_("Nobody was sent to {0}. First: onduty complain dispatch {0} POST, or assign {0} NAME"),
                       code);
        case Hindrance::not_resolved:
            return say(N_("{0} is not resolved. First: onduty complain resolve {0} \"...\""), code);
        case Hindrance::not_signed:
            return say(N_("Nobody has accepted the work on {0}. First: onduty complain sign {0} NAME ..."), code);
        case Hindrance::not_followed_up:
            return say(N_("{0} was not followed up. First: onduty complain follow {0} --way {1} --verdict ..."), code,
                       severity.follow_up_channel);
        case Hindrance::no_cause:
            return say(N_("The cause of {0} is not known. First: onduty complain cause {0} CODE \"...\""), code);
        case Hindrance::waits_already:
            return say(N_("{0} waits already, for {1}. First: onduty complain resume {0}"), code,
                       shown_wait(one.wait()->subject));
        case Hindrance::does_not_wait:
            return say(N_("{0} does not wait for anybody."), code);
        case Hindrance::not_dispatched:
            return say(N_("Nobody is on the way to {0}. First: onduty complain dispatch {0} POST"), code);
        case Hindrance::no_repair:
            return say(N_("{0} is no repair; only the work of a repair is accepted."), code);
        case Hindrance::signed_already:
            return say(N_("The work on {0} was accepted already."), code);
        case Hindrance::accused:
            return say(N_("{0} is about {1}; somebody else handles it."), code,
                       book.name_of("staff", one.file.against));
        case Hindrance::other_post:
            return say(N_("Severity {0} is followed up by the post {1}. Who does it, on duty there: --by NAME"),
                       one.severity, book.name_of("post", severity.follow_up_by));
        case Hindrance::too_impersonal:
            return say(N_("Severity {0} is followed up at least {1}: --way {2}"), one.severity,
                       shown_channel(severity.follow_up_channel), severity.follow_up_channel);
        case Hindrance::open_anyway:
            return say(N_("{0} is open, nothing is to be reopened."), code);
        case Hindrance::too_late_to_reopen:
            return say(N_("{0} was archived more than {1} days ago. Open a new one: onduty complain new \"...\" --from "
                          "{2}"),
                       code, plan.cases.reopen_within.count(), one.entry);
    }
    return {};
}

Entry append_step(Recording& recording, const Presence& person, Case& one, CaseAction action,
                  const StepFields& fields) {
    Book& book = recording.book();
    Entry entry = recording.draft(kind_of(action), person);
    entry.about = one.entry;
    entry.subject = fields.subject;
    entry.result = fields.result;
    entry.note = tidy_note(fields.note);
    refuse_lack(book, entry);
    keep_from_accused(recording, one, person.person);
    keep_from_accused(recording, one, recording.typist());
    CaseMove move = move_of(book, one, entry);
    move.alone = true;  // else it was refused
    const Hindrance found = hindrance(one, move, plan_of(book, one).cases);
    if (found != Hindrance::none) {
        throw Refusal{hindrance_sentence(book, one, found)};
    }
    Details details;
    details.case_step = fields.step;
    const Entry stored = recording.append(entry, details);
    add_step(one, stored, fields.step);
    return stored;
}

void remark_next(Book& book, const Case& one) {
    const std::string next = case_next(book, one);
    if (!next.empty() && !book.context().options.json) {
        book.context().remark(say(N_("Next: {0}"), next));
    }
}

int finish_step(Recording& recording, const Case& one, const Entry& entry, const std::string& what) {
    recording.finish(entry, case_code(one.file.sequence) + " " + what);
    remark_next(recording.book(), one);
    return kDone;
}

}  // namespace onduty
