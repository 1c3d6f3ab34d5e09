// SPDX-License-Identifier: MIT
// What does the house know of customers and surveys?
#include "book/subject.hpp"
#include "customers/rules.hpp"
#include "customers/words.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// A contact with a time did not reach anybody: it is tried again then.
MatterStep contact_step(const Entry& entry) {
    return {0, entry.slot_at ? 0 : entry.about};
}

constexpr Kind kCustomersKinds[]{
    {.name = kind::kCustomer, .word = N_("customer"), .traits = trait::kSeldom | trait::kThread, .told = customer_told},
    {.name = kind::kCustomerUpdate,
     .word = N_("customer updated"),
     .traits = trait::kSeldom | trait::kThread,
     .told = customer_told},
    {.name = kind::kCustomerAssign,
     .word = N_("keeper"),
     .traits = trait::kSeldom | trait::kThread,
     .step = opens_again,
     .told = customer_told},
    {.name = kind::kContact,
     .word = N_("contact"),
     .traits = trait::kSeldom | trait::kThread,
     .step = contact_step,
     .told = customer_told},
    {.name = kind::kSurvey,
     .word = N_("survey"),
     .traits = trait::kSeldom,
     .step = opens_with_time,
     .told = customer_told},
    {.name = kind::kSurveyAnswer,
     .word = N_("survey answer"),
     .traits = trait::kSeldom | trait::kThread,
     .told = customer_told},
};

constexpr MachineWord kCustomersWords[]{
    {contact_reason::kOpinion, N_("opinion")},
    {contact_reason::kSeasonal, N_("season's greetings")},
    {contact_reason::kReminder, N_("reminder")},
};

constexpr Subject kCustomersSubject{"customers", kCustomersKinds, kCustomersWords};

}  // namespace

const Subject& customers_subject() {
    return kCustomersSubject;
}

}  // namespace onduty
