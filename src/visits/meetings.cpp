// SPDX-License-Identifier: MIT
#include "visits/meetings.hpp"

#include "book/amended.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

Date date_of(Book& book, Instant at) {
    return std::chrono::floor<std::chrono::days>(to_local(book.zone(), at));
}

// The room was put in order before the meeting was moved: for another room, or for another day.
std::string made_ready_before(Book& book, const Entry& meeting) {
    EntryQuery steps;
    steps.thread_of = meeting.number;
    steps.kind = kind::kReady;
    std::string words;
    each_amended(book.store(), steps, [&](const Entry& ready) {
        if (ready.subject != meeting.subject || date_of(book, ready.told_at()) != date_of(book, *meeting.slot_at)) {
            words = say(N_("{0} was made ready at {1}, entry {2}. If that was for another room or day: onduty correct "
                           "{2} --void --reason \"...\""),
                        book.name_of("seat", ready.subject), full_text(book.zone(), ready.told_at()), ready.number);
        }
    });
    return words;
}

}  // namespace

std::vector<std::string> booked_there(Book& book, const Entry& meeting, bool elsewhen) {
    std::vector<std::string> said;
    for (const Visit& other : open_visits(book)) {
        if (other.number == meeting.number || other.arrived || !other.planned ||
            other.details.seat != meeting.subject || date_of(book, *other.planned) != date_of(book, *meeting.slot_at)) {
            continue;
        }
        if (other.planned == meeting.slot_at) {
            said.push_back(say(N_("{0} is booked there at the same time, people {1}: is that right? If not: onduty "
                                  "correct {2} --void --reason \"...\""),
                               visit_code(other), other.details.party, meeting.number));
        } else if (elsewhen) {
            said.push_back(say(N_("{0} is booked there that day, too, at {1}, people {2}."), visit_code(other),
                               clock_text(book.zone(), *other.planned), other.details.party));
        }
    }
    return said;
}

std::string doubt_of_meeting(Book& book, const Entry& meeting) {
    std::vector<std::string> said;
    if (const auto visit = find_visit(book, meeting.number); visit && visit->planned && !visit->arrived) {
        said = booked_there(book, meeting, false);
        if (std::string ready = made_ready_before(book, meeting); !ready.empty()) {
            said.push_back(std::move(ready));
        }
    }
    return listed(said, "\n");
}

}  // namespace onduty
