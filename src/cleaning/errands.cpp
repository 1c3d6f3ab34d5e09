// SPDX-License-Identifier: MIT
#include "cleaning/errands.hpp"

#include "book/amended.hpp"

namespace onduty {

namespace {

// By the version of the plan that was in force.
std::optional<Instant> due_of(Book& book, const char* event, Instant since) {
    const Plan& plan = in_force(book.history(), since);
    const Rule* rule = plan.rule_for_event(event);
    return rule == nullptr
               ? std::nullopt
               : std::optional<Instant>{deadline_slot(*rule, plan.calendar, book.zone(), since, {}).on_time_until};
}

std::vector<Errand> errands_of(Book& book, DateRange dates, const char* kind, const char* done, const char* event) {
    EntryQuery query;
    query.dates = dates;
    query.kind = kind;
    std::vector<Errand> errands;
    std::vector<EntryNumber> numbers;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (entry.about == 0) {
            const Instant since = entry.told_at();
            errands.push_back({entry.subject, false, since, std::nullopt, due_of(book, event, since)});
            numbers.push_back(entry.number);
        }
    });
    for (std::size_t i = 0; i < errands.size(); ++i) {
        EntryQuery thread;
        thread.thread_of = numbers[i];
        thread.first = numbers[i];
        each_amended(book.store(), thread, [&](const Entry& entry) {
            if (entry.kind == done && !errands[i].done) {
                errands[i].done = entry.told_at();
            }
        });
    }
    return errands;
}

}  // namespace

std::vector<Errand> litter_of(Book& book, DateRange dates) {
    return errands_of(book, dates, kind::kLitter, kind::kLitterRemoved, event::kLitter);
}

std::vector<Errand> requests_of(Book& book, DateRange dates, const VisitFacts& visits) {
    std::vector<Errand> errands = errands_of(book, dates, kind::kCleanRequest, kind::kCleanDone, event::kRequest);
    for (const Visit& visit : visits.visits) {
        for (const CleanUp& clean_up : visit.clean_ups) {
            if (dates.contains(visit.business_date)) {
                errands.push_back({clean_up.area, true, clean_up.asked, clean_up.done,
                                   due_of(book, event::kCleanUp, clean_up.asked)});
            }
        }
    }
    return errands;
}

std::vector<AreaScore> area_scores_of(Book& book, DateRange dates) {
    EntryQuery query;
    query.dates = dates;
    query.kind = kind::kInspection;
    std::vector<AreaScore> scores;
    each_amended(book.store(), query, [&](const Entry& entry) {
        scores.push_back({entry.subject, {}});
        if (entry.about == 0) {
            scores.back().score = entry.result.front() - '0';  // 1 to 5
        }
    });
    return scores;
}

}  // namespace onduty
