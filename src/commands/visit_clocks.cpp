// SPDX-License-Identifier: MIT
#include "commands/visit_clocks.hpp"

#include "commands/visitors.hpp"
#include "duty/refills.hpp"
#include "text/time_words.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

class VisitClocks {
  public:
    explicit VisitClocks(Book& book) : book_{&book}, plan_{&book.plan()} {}

    void add(const Visit& visit) {
        const std::string code = visit_code(visit);
        if (!visit.arrived) {
            if (visit.accepted.empty()) {
                add_deadline(visit, event::kAccept, visit.announced, say(N_("{0} announced: accept"), code),
                             "onduty checkin accept " + code);
            }
            return;
        }
        if (visit.business_date < book_->today()) {
            lines_.push_back({Urgency::overdue,
                              *visit.arrived,
                              {},
                              say(N_("{0} has not left since yesterday"), code),
                              "onduty checkin out " + code + " --forgotten"});
            return;
        }
        if (!visit.is_group()) {
            return;
        }
        if (!visit.hosted) {
            add_deadline(visit, event::kHost, visit.arrived, say(N_("{0}: somebody of sales"), code),
                         "onduty checkin host " + code + " NAME");
        }
        if (visit.waiting_since) {
            add_deadline(visit, event::kDelivery, visit.waiting_since, say(N_("{0}: bring the order"), code),
                         "onduty serve deliver " + code);
        } else {
            add_refill(visit, code);
        }
        const Instant until = *visit.arrived + plan_->reception.longest_stay;
        if (book_->now() > until) {
            lines_.push_back(
                {Urgency::overdue, until, {}, say(N_("{0}: still here?"), code), "onduty checkin out " + code});
        }
    }

    std::vector<DueLine> finish() { return std::move(lines_); }

  private:
    void add_slot(const Slot& slot, const std::string& what, const std::string& next) {
        const Urgency urgency = book_->now() > slot.on_time_until             ? Urgency::overdue
                                : book_->now() + slot.rule->early >= slot.due ? Urgency::now
                                                                              : Urgency::soon;
        lines_.push_back({urgency, slot.due, slot.rule->code, what, next});
    }

    void add_deadline(const Visit&, const char* event, std::optional<Instant> since, const std::string& what,
                      const std::string& next) {
        if (const Rule* rule = plan_->rule_for_event(event)) {
            add_slot(deadline_slot(*rule, plan_->calendar, book_->zone(), *since, {}), what, next);
        }
    }

    void add_refill(const Visit& visit, const std::string& code) {
        const Rule* rule = plan_->rule_for_event(event::kRefill);
        if (rule == nullptr) {
            return;
        }
        const auto outcomes = refill_outcomes(*rule, plan_->calendar, book_->zone(), visit, book_->now());
        if (const Outcome* next = next_refill(outcomes)) {
            const std::string seat = visit.seat.empty() ? "" : " " + book_->name_of("seat", visit.seat);
            add_slot(next->slot, say(N_("{0}{1}: serve again"), code, seat), "onduty serve refill " + code);
        }
    }

    Book* book_;
    const Plan* plan_;
    std::vector<DueLine> lines_;
};

}  // namespace

std::vector<DueLine> visit_lines(Book& book) {
    VisitClocks clocks{book};
    for (const Visit& visit : open_visits(book)) {
        clocks.add(visit);
    }
    return clocks.finish();
}

}  // namespace onduty
