// SPDX-License-Identifier: MIT
// Which deadlines of cases run?
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

}  // namespace

void add_case_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Case& one : open_cases(book)) {
        const CaseTerms plan = plan_of(book, one);
        for (const CaseDeadline& deadline : case_deadlines(one, plan.cases, plan.calendar, book.zone(), book.now())) {
            if (deadline.done || deadline.due > look.horizon()) {
                continue;
            }
            lines.add(lone_slot(deadline.due - deadline.rule.early, deadline.due),
                      say(words_of(deadline.clock), case_code(one.file.sequence), shown_safely(one.words)),
                      case_next(book, one), one.entry);
        }
    }
}

}  // namespace onduty
