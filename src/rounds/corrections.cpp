// SPDX-License-Identifier: MIT
#include "rounds/corrections.hpp"

#include "book/withdrawal.hpp"
#include "text/error.hpp"

namespace onduty {

// What was typed under an older plan may have been a checkpoint of that one.
void read_point_meant(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    correcting.now.subject = correcting.now.plan < book.plan_version()
                                 ? book.resolve_ever("point", N_("checkpoint"), typed).code
                                 : book.resolve("point", N_("checkpoint"), typed).code;
}

void read_companion(Correcting& correcting, const std::string& typed) {
    if (takes_out(typed)) {
        throw Refusal{say(N_("Entry {0} is that somebody walked along. If nobody did: {1}"), correcting.now.number,
                          void_command(correcting.book(), correcting.now.number))};
    }
    const Word person = correcting.book().person_told(typed);
    if (person.code == correcting.now.actor) {
        throw Refusal{say(N_("The second person must be somebody else than {0}."), person.name)};
    }
    correcting.now.subject = person.code;
}

}  // namespace onduty
