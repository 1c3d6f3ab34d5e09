// SPDX-License-Identifier: MIT
#include "book/was_on_duty.hpp"

#include "book/duty.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

Refusal not_on_duty(const Word& person) {
    return Refusal{say(N_("{0} is not on duty. First: onduty checkin staff {1}"), person.name, person.code)};
}

Presence presence_needed(Book& book, const Word& person, std::optional<Instant> then) {
    if (const auto presence = then ? presence_at(book, person.code, *then) : book.store().on_duty(person.code)) {
        return *presence;
    }
    if (!then) {
        throw not_on_duty(person);
    }
    if (const auto later = book.store().on_duty(person.code); later && later->since > *then) {
        throw Refusal{say(N_("{0} was not on duty at {1}, but from {2} on. If that began sooner, first: onduty correct "
                             "{3} --time \"{4}\" --reason \"...\""),
                          person.name, full_text(book.zone(), *then), full_text(book.zone(), later->since),
                          later->shift, date_time_text(book.zone(), *then))};
    }
    throw Refusal{
        say(N_("{0} was not on duty at {1}. First, when he came: onduty checkin staff {2} --at \"{3}\" --reason "
               "\"...\""),
            person.name, full_text(book.zone(), *then), person.code, date_time_text(book.zone(), *then))};
}

}  // namespace onduty
