// SPDX-License-Identifier: MIT
#include "cleaning/errands.hpp"

#include "book/amended.hpp"
#include "cleaning/kinds.hpp"
#include "plan/deeds.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

// By the version of the plan that was in force.
std::optional<Instant> due_of(Book& book, const char* event, Instant since) {
    const auto slot = slot_of_event(book.history(), book.zone(), event, since);
    return slot ? std::optional{slot->on_time_until} : std::nullopt;
}

void add_errand(Book& book, const Entry& entry, const char* event, std::vector<Errand>& errands,
                std::vector<EntryNumber>& numbers) {
    if (entry.about == 0) {
        const Instant since = entry.told_at();
        errands.push_back({entry.subject, false, since, std::nullopt, due_of(book, event, since)});
        numbers.push_back(entry.number);
    }
}

// By whatever closed it, though a newer program recorded that.
void find_done(Book& book, const std::vector<EntryNumber>& numbers, std::vector<Errand>& errands) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        EntryQuery steps;
        steps.matter = numbers[i];
        steps.first = numbers[i];
        each_amended(book.store(), steps, [&](const Entry& entry) {
            if (entry.closes == numbers[i] && !errands[i].done) {
                errands[i].done = mark_by(entry);
            }
        });
    }
}

}  // namespace

void LitterFold::add(const Entry& entry) {
    add_errand(pass_->book(), entry, event::kLitter, errands, numbers_);
}

void LitterFold::finish() {
    find_done(pass_->book(), numbers_, errands);
}

RequestFold::RequestFold(Pass& pass) : pass_{&pass} {
    pass.want<VisitFold>();
}

void RequestFold::add(const Entry& entry) {
    add_errand(pass_->book(), entry, event::kRequest, errands, numbers_);
}

void RequestFold::finish() {
    find_done(pass_->book(), numbers_, errands);
    for (const Visit& visit : pass_->get<VisitFold>().facts.visits) {
        for (const CleanUp& clean_up : visit.clean_ups) {
            if (pass_->dates().contains(visit.business_date)) {
                errands.push_back({clean_up.area, true, clean_up.asked, clean_up.done,
                                   due_of(pass_->book(), event::kCleanUp, clean_up.asked)});
            }
        }
    }
}

void AreaScoreFold::add(const Entry& entry) {
    scores.push_back({entry.subject, {}});
    if (entry.about == 0) {
        scores.back().score = entry.result.front() - '0';  // 1 to 5
    }
}

}  // namespace onduty
