// SPDX-License-Identifier: MIT
// Whose health certificate ends soon, has ended or is missing?
#include "book/duty.hpp"
#include "staff/read.hpp"
#include "text/translate.hpp"

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
                      presence.round == 0 ? "onduty checkin out " + presence.person
                                          : "onduty patrol end --by " + presence.person);
        }
    }
}

void add_certificate_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const Person& person : book.plan(&Plan::staff)) {
        if (!person.active || !needs_certificate(book.plan(&Plan::posts), person)) {
            continue;
        }
        const std::string next = say("onduty plan certificate {0} DATE", person.code);
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
