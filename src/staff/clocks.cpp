// SPDX-License-Identifier: MIT
// Whose health certificate ends soon, has ended or is missing?
#include "book/duty.hpp"
#include "book/numbered_word.hpp"
#include "book/rights.hpp"
#include "book/round_end.hpp"
#include "plan/staffing.hpp"
#include "staff/read.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// Certificates are spoken of so long before they end (ours).
constexpr std::chrono::days kCertificateAhead{30};

}  // namespace

void add_stale_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Presence& presence : book.store().on_duty()) {
        if (const auto stale = stale_since(book, presence)) {
            lines.add(lone_slot(*stale, *stale), say(N_("{0}: not signed off"), book.name_of("staff", presence.person)),
                      presence.round == 0 ? "onduty checkin out " + person_typed(book, presence.person)
                                          : end_of_round(book, presence));
        }
    }
}

// What the plan asks of a post that nobody works at any more is asked of nobody: it stands here as long as that is so.
void add_left_posts(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const LeftPost& left : left_posts(book.history())) {
        lines.add(lone_slot(left.since, left.since, kNever),
                  say(N_("{0}: nobody works there since {1}, rules that ask in vain: {2}"),
                      book.name_of("post", left.post), date_time_text(book.zone(), left.since), left.rules),
                  "onduty plan add staff \"...\" --post " + left.post + plan_by(book));
    }
}

void add_certificate_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Person& person : book.plan(&Plan::staff)) {
        if (!person.active || !needs_certificate(book.plan(&Plan::posts), person)) {
            continue;
        }
        const std::string next = say("onduty plan certificate {0} DATE{1}", person.code, plan_by(book));
        if (!person.certificate) {
            lines.add(lone_slot(kNever, book.now()), say(N_("{0}: no health certificate in the plan"), person.name),
                      next);
        } else if (*person.certificate - book.today() <= kCertificateAhead) {
            lines.add(last_date_slot(book.zone(), book.plan(&Plan::calendar), *person.certificate),
                      say(N_("{0}: health certificate until {1}"), person.name, to_text(*person.certificate)), next);
        }
    }
}

}  // namespace onduty
