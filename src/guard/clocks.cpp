// SPDX-License-Identifier: MIT
#include "guard/clocks.hpp"

#include <map>

#include "book/open_entries.hpp"
#include "guard/kinds.hpp"
#include "guard/read.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// One line a day, due when the first of them is.
void add_unsigned(Look& look, DueLines& lines) {
    if (rule_for_event(look.book().rules(), event::kCountersign) == nullptr) {
        return;
    }
    std::map<Date, std::vector<Unsigned>> by_date;
    for (Unsigned& work : unsigned_work(look.pass().get<PatrolFold>().facts, look.pass().get<GuardFold>().facts,
                                        look.book().history())) {
        by_date[work.business_date].push_back(std::move(work));
    }
    for (const auto& [date, work] : by_date) {
        Instant since = work.front().at;
        for (const Unsigned& one : work) {
            since = std::min(since, one.at);
        }
        lines.add_deadline(event::kCountersign, since, say(N_("To be signed: {0}"), work.size()),
                           "onduty patrol sign " + to_text(date));
    }
}

}  // namespace

void add_guard_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    add_unsigned(look, lines);
    for (const Entry& open : open_entries(book, {kind::kCheckCall, kind::kSignal})) {
        const bool call = open.kind == kind::kCheckCall;
        // Late from the beginning.
        lines.add(lone_slot(open.told_at(), open.told_at(), Instant{}),
                  call ? say(N_("{0} does not answer"), book.name_of("staff", open.subject))
                       : say(N_("Alarm {0} {1}: real or false?"), open.subject, book.name_of("point", open.subject)),
                  call ? say("onduty patrol call {0} --outcome \"...\"", open.subject)
                       : say("onduty patrol alarm {0} --result ...", open.number),
                  open.number);
    }
}

DateRange days_to_sign(Book& book) {
    return {book.today() - kLookBack, book.today() + std::chrono::days{1}};
}

std::string work_name(Book& book, const RuleTarget& target) {
    return book.name_of(target.family.c_str(), target.code);
}

}  // namespace onduty
