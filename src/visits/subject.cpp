// SPDX-License-Identifier: MIT
// What does the house know of who comes?
#include "book/subject.hpp"
#include "text/translate.hpp"
#include "visits/rules.hpp"

namespace onduty {

namespace {

// Tidying up after a visit is the visit's.
MatterStep request_step(const Entry& entry) {
    return {entry.about == 0 ? kItself : 0, 0};
}

constexpr Kind kVisitsKinds[]{
    {.name = kind::kNotice, .word = N_("announced")},
    {.name = kind::kMeeting, .word = N_("meeting"), .traits = trait::kSeldom},
    {.name = kind::kReady, .word = N_("room ready")},
    {.name = kind::kAccept, .word = N_("accepted")},
    {.name = kind::kVisit, .word = N_("arrival")},
    {.name = kind::kHost, .word = N_("taken by")},
    {.name = kind::kProgress, .word = N_("progress")},
    {.name = kind::kLeave, .word = N_("left")},
    {.name = kind::kCall, .word = N_("call")},
    {.name = kind::kRefusal, .word = N_("person at the gate")},
    {.name = kind::kOrder, .word = N_("order")},
    {.name = kind::kDelivery, .word = N_("brought")},
    {.name = kind::kSeating, .word = N_("sits down")},
    {.name = kind::kRefill, .word = N_("served again")},
    {.name = kind::kCleanRequest, .word = N_("to be tidied up"), .step = request_step},
    {.name = kind::kCleanDone, .word = N_("tidied up"), .traits = trait::kThread, .step = closes_about},
};

constexpr MachineWord kVisitsWords[]{
    {visit_type::kFirst, N_("first visit")},
    {visit_type::kReturning, N_("comes again")},
    {visit_type::kVip, N_("VIP")},
    {visit_type::kBusiness, N_("business")},
    {visit_type::kOwner, N_("owner")},
    {visit_type::kVehicle, N_("vehicle")},
    {visit_type::kContractor, N_("contractor")},
    {outcome::kTurnedAway, N_("turned away")},
    {outcome::kQuestioned, N_("questioned")},
    {outcome::kLetIn, N_("let in")},
    {result::kForgotten, N_("forgotten")},
};

constexpr Subject kVisitsSubject{"visits", kVisitsKinds, kVisitsWords};

}  // namespace

const Subject& visits_subject() {
    return kVisitsSubject;
}

}  // namespace onduty
