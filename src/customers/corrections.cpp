// SPDX-License-Identifier: MIT
#include "customers/corrections.hpp"

#include "cases/words.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "customers/survey.hpp"
#include "customers/surveys.hpp"
#include "text/error.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"

namespace onduty {

void read_class(Correcting& correcting, const std::string& typed) {
    correcting.now.subject =
        takes_out(typed) ? "" : correcting.book().resolve_told("customer-class", N_("class of customers"), typed).code;
}

void read_phone_of_customer(Correcting& correcting, const std::string& typed) {
    correcting.personal("phone", takes_out(typed) ? "" : checked_phone(typed));
}

void read_keeper(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = keeper_named(correcting.book(), typed).code;
}

void read_way_of_contact(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = typed_channel("--way", typed);
}

// The first contact needs none.
void read_why_of_contact(Correcting& correcting, const std::string& typed) {
    correcting.now.flag = takes_out(typed) ? "" : contact_reason_named(typed);
}

void read_minutes(Correcting& correcting, const std::string& typed) {
    if (takes_out(typed)) {
        correcting.lines({});
        return;
    }
    correcting.lines({{kMinutesItem, number_typed("--minutes", typed, 1, kLongestContact)}});
}

void read_again(Correcting& correcting, const std::string& typed) {
    if (correcting.now.result != result::kMissed) {
        throw UsageError{say(N_("--again belongs to --not-reached."))};
    }
    read_until(correcting, typed);
}

void read_sent(Correcting& correcting, const std::string& typed) {
    correcting.lines({{kSentItem, number_typed("--sent", typed, 1, kMostSent)}});
}

void read_answer(Correcting& correcting, const std::string& typed) {
    Things topics{correcting.book(), "survey-topic", N_("topic of surveys")};
    topics.add_of(correcting.book(), "survey-topic", correcting.lines());
    type_line_anew(correcting, topics, typed, 1);
    for (const Line& line : correcting.lines()) {
        if (line.quantity > kBestScore) {
            throw UsageError{say(N_("{0}: a score goes from 1 to {1}, {1} the best, not \"{2}\"."),
                                 topics.name(line.item), kBestScore, line.quantity)};
        }
    }
}

}  // namespace onduty
