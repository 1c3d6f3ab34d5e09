// SPDX-License-Identifier: MIT
#include "staff/supervisors.hpp"

#include "book/duty.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

bool is_supervisor(Book& book, const std::string& person) {
    const auto presence = book.store().on_duty(person);
    if (presence && presence->post == kSupervisorPost) {
        return true;
    }
    const auto word = book.store().word("staff", person);
    return word && (" " + word->detail + " ").find(std::string{" "} + kSupervisorPost + " ") != std::string::npos;
}

bool reads_as_supervisor(Book& book) {
    const std::string& by = book.context().options.by;
    return !by.empty() && is_supervisor(book, book.resolve("staff", N_("person"), by).code);
}

Presence supervisor_on_duty(Recording& recording) {
    Book& book = recording.book();
    if (book.context().options.by.empty()) {
        std::vector<Presence> leading;
        for (const Presence& presence : present_people(book)) {
            if (is_supervisor(book, presence.person)) {
                leading.push_back(presence);
            }
        }
        if (leading.size() == 1) {
            return leading.front();
        }
    }
    Presence person = recording.on_duty_person(kSupervisorPost);
    if (!is_supervisor(book, person.person)) {
        throw Refusal{say(N_("{0} is no supervisor. A supervisor on duty does it: add --by NAME."),
                          book.name_of("staff", person.person))};
    }
    return person;
}

Presence leading_person(Recording& recording) {
    return recording.book().is_staffed(kSupervisorPost) ? supervisor_on_duty(recording) : recording.on_duty_person();
}

}  // namespace onduty
