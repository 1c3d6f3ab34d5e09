// SPDX-License-Identifier: MIT
#include "commands/outcomes_of.hpp"

#include "commands/amended_log.hpp"
#include "text/translate.hpp"

namespace onduty {

DaysOutcomes outcomes_of(Book& book, DateRange dates) {
    const std::chrono::days day{1};
    EntryQuery query;
    query.dates = DateRange{dates.from - day, dates.until + day};
    PatrolReading reading;
    GuardReading guard;
    each_amended(book.store(), query, [&](const Entry& entry) {
        reading.add(entry);
        guard.add(entry);
    });
    DaysOutcomes days{dates, reading.finish(book.history()), guard.finish(), {}};
    days.rules = judge_rules(book.history(), book.zone(), dates, days.facts, book.now());
    return days;
}

const char* shown_state(State state) {
    switch (state) {
        case State::pending:
            return tr("pending");
        case State::early:
            return tr("early");
        case State::on_time:
            return tr("on time");
        case State::late:
            return tr("late");
        case State::missed:
            return tr("missed");
        case State::incomplete:
            return tr("incomplete");
        case State::extra:
            return tr("extra");
        case State::not_applicable:
            return tr("not applicable");
        case State::explained:
            return tr("explained");
    }
    return "";
}

}  // namespace onduty
