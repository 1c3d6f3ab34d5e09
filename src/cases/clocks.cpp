// SPDX-License-Identifier: MIT
// Which deadlines of cases run, and which open cases have none that does?
#include "cases/read.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

const char* words_of(CaseClock clock) {
    switch (clock) {
        case CaseClock::accept:
            return N_("{0} accept: {1}");
        case CaseClock::handle:
            return N_("{0} resolve: {1}");
        case CaseClock::follow_up:
            break;
    }
    return N_("{0} follow up: {1}");
}

// The waiting that stops the clock of the case, or nullptr.
const CaseStretch* pause_of(const Case& one, const CasePlan& plan) {
    const CaseStretch* wait = one.wait();
    return wait != nullptr && plan.severity(one.severity).pauses.count(wait->subject) > 0 ? wait : nullptr;
}

// A step is not up to the one complained about, and calling back may be up to a post.
void say_who(DueLine& line, Book& book, const Case& one) {
    if (!only_the_accused(book, one, book.plan_version())) {
        const CasePlan& plan = plan_of(book, one).cases;
        line.not_by = one.file.against;
        line.at_post =
            next_action(one, plan) == CaseAction::follow_up ? plan.severity(one.severity).follow_up_by : std::string{};
    }
}

// One without a deadline that runs stands there all the same, never overdue; one that waits for somebody without alarm.
void add_undated(DueLines& lines, Book& book, const Case& one, const CaseStretch* pause) {
    const Instant since = pause == nullptr ? one.touched : pause->from.told;
    say_who(lines.add(lone_slot(pause == nullptr ? since : kNever, since, kNever),
                      say(pause == nullptr ? N_("{0} is open: {1}") : N_("{0} waits: {1}"),
                          case_code(one.file.sequence), shown_safely(one.words)),
                      case_next(book, one), one.entry),
            book, one);
}

}  // namespace

void add_case_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Case& one : open_cases(book)) {
        const CaseTerms plan = plan_of(book, one);
        const CaseStretch* pause = pause_of(one, plan.cases);
        bool runs = false;
        for (const CaseDeadline& deadline : case_deadlines(one, plan.cases, plan.calendar, book.zone(), book.now())) {
            // What was overdue when it began to wait stays so.
            const bool stands = pause != nullptr && deadline.clock == CaseClock::handle && book.now() <= deadline.due;
            if (deadline.done || stands) {
                continue;
            }
            runs = true;
            if (deadline.due > look.horizon()) {
                continue;
            }
            say_who(lines.add(lone_slot(deadline.due - deadline.rule.early, deadline.due),
                              say(words_of(deadline.clock), case_code(one.file.sequence), shown_safely(one.words)),
                              case_next(book, one), one.entry),
                    book, one);
        }
        if (!runs) {
            add_undated(lines, book, one, pause);
        }
    }
}

}  // namespace onduty
