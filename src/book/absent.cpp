// SPDX-License-Identifier: MIT
#include "book/absent.hpp"

#include "book/duty.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

void refuse_absent(Book& book, const Word& person, std::optional<Instant> then) {
    if (!then && !book.store().on_duty(person.code)) {
        throw Refusal{say(N_("{0} is not on duty. First: onduty checkin staff {1}"), person.name, person.code)};
    }
    if (then && !presence_at(book, person.code, *then)) {
        throw Refusal{say(N_("{0} was not on duty at {1}. First, when he came: onduty checkin staff {2} --at \"{3}\" "
                             "--reason \"...\""),
                          person.name, full_text(book.zone(), *then), person.code, date_time_text(book.zone(), *then))};
    }
}

}  // namespace onduty
