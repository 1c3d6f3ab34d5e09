// SPDX-License-Identifier: MIT
#include "visits/clocks.hpp"

#include <algorithm>

#include "text/translate.hpp"
#include "visits/acceptances.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::chrono::hours kMeetingAhead{12};
constexpr Together kForgotten{N_("Visits that have not left: {0}"), "onduty checkin list"};
constexpr Together kNotCome{N_("Visits that did not come: {0}"), "onduty checkin list"};

class VisitClocks {
  public:
    VisitClocks(Book& book, DueLines& lines) : book_{&book}, lines_{&lines} {}

    void add_clean_up(const std::vector<Entry>& open, const Entry& request) {
        const auto visit = book_->store().visit(request.about).value_or(VisitDetails{});
        const std::string code = visit_code(visit.sequence);
        lines_->add_open(request.number, event::kCleanUp, request.told_at(),
                         say(N_("{0}: tidy up {1}"), code, request.note), clear_command(*book_, open, request));
    }

    void add(const Visit& visit) {
        const std::string code = visit_code(visit);
        if (!visit.arrived && is_of_before(*book_, visit)) {
            DueLine& line =
                lines_->add(lone_slot(day_end(visit), day_end(visit)),
                            say(N_("{0} was to come on {1} and has not"), code, to_text(day_of(*book_, visit))),
                            "onduty checkin out " + visit_typed(*book_, visit), visit.number);
            line.together = &kNotCome;
            return;
        }
        if (!visit.arrived && visit.planned) {
            add_meeting(visit, code);
            return;
        }
        if (!visit.arrived) {
            add_acceptances(visit, code);
            return;
        }
        if (is_of_before(*book_, visit)) {
            const Instant until = stay_until(visit).value_or(day_end(visit));
            DueLine& line =
                lines_->add(lone_slot(until, until),
                            visit.business_date + std::chrono::days{1} == book_->today()
                                ? say(N_("{0} has not left since yesterday"), code)
                                : say(N_("{0} has not left since {1}"), code, to_text(visit.business_date)),
                            "onduty checkin out " + visit_typed(*book_, visit) + " --forgotten", visit.number);
            line.together = &kForgotten;
            add_order(visit, code);
            return;
        }
        add_stay(visit, code);
        if (!visit.is_group()) {
            return;
        }
        if (!visit.hosted) {
            lines_->add_deadline(event::kHost, *visit.arrived, say(N_("{0}: somebody of sales"), code),
                                 "onduty checkin host " + code + " NAME", visit.number);
        }
        add_order(visit, code);
        add_refill(visit, code);
    }

  private:
    Instant day_end(const Visit& visit) const {
        return last_date_slot(book_->zone(), book_->calendar(), day_of(*book_, visit)).due;
    }

    // A clock for each post that is to accept and has not.
    void add_acceptances(const Visit& visit, const std::string& code) {
        for (const NoticeAcceptance& one : acceptances_of(visit, book_->history(), book_->zone())) {
            if (!one.by) {
                lines_
                    ->add(one.slot ? *one.slot : lone_slot(*visit.announced, *visit.announced, kNever),
                          one.post.empty()
                              ? say(N_("{0} announced: accept"), code)
                              : say(N_("{0} announced: {1} accepts"), code, book_->name_of("post", one.post)),
                          "onduty checkin accept " + code + by_only_one_at(one.post), visit.number)
                    .at_post = one.post;
            }
        }
    }

    // " --by A04" where several are on duty and one of them at the post.
    std::string by_only_one_at(const std::string& post) const {
        const std::vector<Presence> people = post.empty() ? std::vector<Presence>{} : book_->store().on_duty();
        std::vector<std::string> there;
        for (const Presence& presence : people) {
            if (presence.is_at(post)) {
                there.push_back(presence.person);
            }
        }
        return people.size() > 1 && there.size() == 1 ? " --by " + there.front() : "";
    }

    void add_order(const Visit& visit, const std::string& code) {
        if (const auto since = visit.orders().waiting_since) {
            lines_->add_open(visit.number, event::kDelivery, *since, say(N_("{0}: bring the order"), code),
                             "onduty serve deliver " + code);
        }
    }

    // Until when it may stay, nullopt where nothing says so.
    std::optional<Instant> stay_until(const Visit& visit) const {
        const Instant closing =
            to_instant(book_->zone(), LocalTime{visit.business_date} + book_->plan(&Plan::calendar).closes);
        Instant until = visit.is_group() ? *visit.arrived + book_->plan(&Plan::reception).longest_stay : kNever;
        until = *visit.arrived < closing ? std::min(until, closing) : until;
        return until == kNever ? std::nullopt : std::optional{until};
    }

    // Whoever stays too long, or past closing, is asked about: perhaps nobody saw him leave.
    void add_stay(const Visit& visit, const std::string& code) {
        if (const auto until = stay_until(visit); until && book_->now() > *until) {
            lines_->add(lone_slot(*until, *until), say(N_("{0}: still here?"), code),
                        "onduty checkin out " + visit_typed(*book_, visit), visit.number);
        }
    }

    void add_meeting(const Visit& visit, const std::string& code) {
        const Instant due = visit.ready ? *visit.planned : *visit.planned - book_->plan(&Plan::reception).set_up;
        if (due > book_->now() + kMeetingAhead) {
            return;
        }
        const std::string place = book_->name_of("seat", visit.details.seat);
        lines_->add(
            lone_slot(due - book_->plan(&Plan::reception).set_up, due, visit.ready ? kNever : due),
            visit.ready ? say(N_("{0}: meeting, {1}"), code, place) : say(N_("{0}: make {1} ready"), code, place),
            visit.ready ? "onduty checkin visit " + code : "onduty serve ready " + code, visit.number);
    }

    void add_refill(const Visit& visit, const std::string& code) {
        if (const auto next = next_service(*book_, visit)) {
            const std::string seat = visit.seat.empty() ? "" : " " + book_->name_of("seat", visit.seat);
            lines_->add(*next,
                        visit.services.empty() ? say(N_("{0}{1}: serve"), code, seat)
                                               : say(N_("{0}{1}: serve again"), code, seat),
                        "onduty serve refill " + code, visit.number);
        }
    }

    Book* book_;
    DueLines* lines_;
};

}  // namespace

void add_visit_lines(Look& look, DueLines& lines) {
    VisitClocks clocks{look.book(), lines};
    const std::vector<Entry> requests = open_clean_ups(look.book());
    for (const Entry& request : requests) {
        clocks.add_clean_up(requests, request);
    }
    for (const Visit& visit : open_visits(look.book())) {
        clocks.add(visit);
    }
}

}  // namespace onduty
