// SPDX-License-Identifier: MIT
#include "book/due_line.hpp"

#include <algorithm>

#include "plan/after.hpp"

namespace onduty {

namespace {

// Longer than any log.
constexpr std::chrono::days kEver{36500};

}  // namespace

const DaysOutcomes& Look::days() {
    if (!days_) {
        const DateRange dates{book_->today() - kLookBack, book_->today() + std::chrono::days{2}};
        days_ = outcomes_of(*book_, dates);
        const std::vector<std::string> codes = after_rules(book_->history());
        for (RuleOutcomes& rule : days_->rules) {
            if (std::find(codes.begin(), codes.end(), rule.rule) != codes.end()) {
                rule = judge_rule(book_->history(), rule.rule, book_->zone(), {book_->today() - kEver, dates.until},
                                  days_->facts, book_->now());
            }
        }
    }
    return *days_;
}

DueLine& DueLines::add(const Slot& slot, std::string what, std::string next) {
    return lines_.emplace_back(DueLine{subject_, DueCause::open, urgency_of(book_->now(), slot), slot.due,
                                       slot.rule == nullptr ? std::string{} : slot.rule->code, std::move(what),
                                       std::move(next)});
}

void DueLines::add_deadline(const char* event, Instant since, const std::string& what, const std::string& next) {
    const Plan& plan = book_->plan();
    if (const Rule* rule = plan.rule_for_event(event)) {
        add(deadline_slot(*rule, plan.calendar, book_->zone(), since, {}), what, next);
    }
}

DueLine& DueLines::add_unexplained(DueCause cause, Instant due, std::string rule, std::string what, std::string next) {
    return lines_.emplace_back(
        DueLine{subject_, cause, Urgency::unexplained, due, std::move(rule), std::move(what), std::move(next)});
}

std::vector<DueLine> DueLines::finish() {
    std::stable_sort(lines_.begin(), lines_.end(), [](const DueLine& a, const DueLine& b) {
        return a.urgency != b.urgency ? a.urgency < b.urgency : a.due < b.due;
    });
    return std::move(lines_);
}

}  // namespace onduty
