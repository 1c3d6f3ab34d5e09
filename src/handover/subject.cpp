// SPDX-License-Identifier: MIT
// What does the house know of handing over?
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// "Night guard Radio 5 of 6 missing".
std::string items_told(Teller& teller, const Entry& entry) {
    return joined(teller.name("post", entry.subject), lines_told(teller, entry, true, [&](const std::string& item) {
                      return teller.name("handover-item", item);
                  }));
}

constexpr Field kCountedFields[]{
    {"post", FieldType::code, "post"},
    {"items", FieldType::pieces, "handover-item"},
};

constexpr Kind kHandoverKinds[]{
    {.name = kind::kHandoverOffer, .word = N_("handover offered"), .traits = trait::kSeldom, .step = opens_itself},
    {.name = kind::kHandoverAccept, .word = N_("handover accepted"), .traits = trait::kThread, .step = closes_about},
    {.name = kind::kHandoverRefuse, .word = N_("handover refused"), .traits = trait::kThread, .step = closes_about},
    {.name = kind::kHandoverCount,
     .word = N_("items counted"),
     .traits = trait::kSeldom | trait::kThread,
     .told = items_told,
     .fields = kCountedFields},
};

constexpr Subject kHandoverSubject{"handover", kHandoverKinds};

}  // namespace

const Subject& handover_subject() {
    return kHandoverSubject;
}

}  // namespace onduty
