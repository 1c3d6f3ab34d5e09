// SPDX-License-Identifier: MIT
// What does the house know of handing over?
#include "book/subject.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kHandoverKinds[]{
    {.name = kind::kHandoverOffer, .word = N_("handover offered"), .traits = trait::kSeldom, .step = opens_itself},
    {.name = kind::kHandoverAccept, .word = N_("handover accepted"), .traits = trait::kThread, .step = closes_about},
    {.name = kind::kHandoverRefuse, .word = N_("handover refused"), .traits = trait::kThread, .step = closes_about},
    {.name = kind::kHandoverCount, .word = N_("items counted"), .traits = trait::kSeldom | trait::kThread},
};

constexpr Subject kHandoverSubject{"handover", kHandoverKinds};

}  // namespace

const Subject& handover_subject() {
    return kHandoverSubject;
}

}  // namespace onduty
