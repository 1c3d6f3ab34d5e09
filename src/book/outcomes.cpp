// SPDX-License-Identifier: MIT
#include "book/outcomes.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "plan/after.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

bool is_cleaning(const PlanHistory& history, const std::string& code) {
    return std::any_of(history.begin(), history.end(),
                       [&](const PlanVersion& version) { return find_code(version.plan.cleaning, code) != nullptr; });
}

}  // namespace

DaysOutcomes outcomes_of(Book& book, DateRange dates) {
    GuardReading guard;
    PatrolFacts facts = facts_for(book, dates, &guard);
    DaysOutcomes days{dates, std::move(facts), guard.finish(), {}};
    days.rules = judge_rules(book.history(), book.zone(), dates, days.facts, book.now());
    return days;
}

PatrolFacts facts_for(Book& book, DateRange dates, GuardReading* guard) {
    const PlanHistory& history = book.history();
    std::vector<std::string> codes = scheduled_rules(history);
    const std::vector<std::string> chains = after_rules(history);
    codes.insert(codes.end(), chains.begin(), chains.end());
    const std::chrono::days day{1};
    const DateRange near{dates.from - day, dates.until + day};
    DateRange all = near;
    std::vector<std::pair<std::string, DateRange>> cleaning;
    for (const std::string& code : codes) {
        const DateRange needed = dates_needed(history, code, book.zone(), dates, book.now());
        if (is_cleaning(history, code)) {
            cleaning.emplace_back(code, needed);
        } else {
            all = {std::min(all.from, needed.from), std::max(all.until, needed.until)};
        }
    }
    PatrolReading reading;
    const auto read = [&](const std::string& rule, DateRange stretch) {
        if (stretch.from < stretch.until) {
            EntryQuery query;
            query.dates = stretch;
            query.rule = rule;
            each_amended(book.store(), query, [&](const Entry& entry) {
                reading.add(entry);
                if (guard != nullptr && rule.empty() && near.contains(entry.business_date)) {
                    guard->add(entry);
                }
            });
        }
    };
    read({}, all);
    // The months of the cleaning are read through its index; everything else of them is of no use here.
    for (const auto& [code, needed] : cleaning) {
        read(code, {needed.from, all.from});
        read(code, {all.until, needed.until});
    }
    return reading.finish(history);
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
