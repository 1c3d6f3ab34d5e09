// SPDX-License-Identifier: MIT
// What does the house know of coming and going?
#include "book/subject.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kStaffKinds[]{
    {.name = kind::kDutyOn, .word = N_("on duty")},
    {.name = kind::kDutyOff, .word = N_("off duty")},
};

constexpr Subject kStaffSubject{"staff", kStaffKinds};

}  // namespace

const Subject& staff_subject() {
    return kStaffSubject;
}

}  // namespace onduty
