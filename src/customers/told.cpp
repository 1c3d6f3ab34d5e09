// SPDX-License-Identifier: MIT
#include "customers/told.hpp"

#include "book/teller.hpp"
#include "cases/words.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "customers/surveys.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

std::string customer_told(Teller& teller, const Entry& entry) {
    std::string text = entry.kind == kind::kSurvey         ? ""
                       : entry.kind == kind::kSurveyAnswer ? "#" + std::to_string(entry.about)
                       : entry.kind == kind::kCustomer     ? customer_code(entry.number)
                                                           : customer_code(entry.about);
    Parts rest;
    if (entry.kind == kind::kCustomer || entry.kind == kind::kCustomerUpdate) {
        for (const PersonalField& field : personal_of(entry.fields)) {
            rest.add(masked(field.value));
        }
        rest.add(entry.subject.empty() ? "" : teller.name("customer-class", entry.subject));
    } else if (entry.kind == kind::kCustomerAssign) {
        rest.add(teller.person(entry.subject));
    } else if (entry.kind == kind::kContact) {
        rest.add(shown_channel(entry.subject));
    }
    for (const Line& line : entry.kind == kind::kCustomer ? std::vector<Line>{} : lines_of(entry.fields)) {
        rest.add(line.item == kMinutesItem ? duration_text(Minutes{line.quantity})
                 : line.item == kSentItem
                     ? say(N_("sent {0}"), line.quantity)
                     : teller.name("survey-topic", line.item) + " " + std::to_string(line.quantity));
    }
    if (entry.slot_at) {
        const std::string time = date_time_text(teller.book().zone(), *entry.slot_at);
        rest.add(entry.kind == kind::kContact ? say(N_("again {0}"), time) : say(N_("until {0}"), time));
    }
    return joined(text, std::move(rest).text());
}

}  // namespace onduty
