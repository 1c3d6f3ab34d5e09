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

std::vector<DueLine> case_due_lines(Book& book, std::chrono::hours ahead) {
    std::vector<DueLine> lines;
    for (const Case& one : open_cases(book)) {
        const Plan& plan = plan_of(book, one);
        for (const CaseDeadline& deadline : case_deadlines(one, plan.cases, plan.calendar, book.zone(), book.now())) {
            if (deadline.done || deadline.due > book.now() + ahead) {
                continue;
            }
            const Urgency urgency = book.now() > deadline.due                          ? Urgency::overdue
                                    : book.now() + deadline.rule.early >= deadline.due ? Urgency::now
                                                                                       : Urgency::soon;
            lines.push_back({urgency,
                             deadline.due,
                             {},
                             say(words_of(deadline.clock), case_code(one.file.sequence), shown_safely(one.words)),
                             case_next(book, one)});
        }
    }
    return lines;
}

}  // namespace onduty
