// SPDX-License-Identifier: MIT
// What does the house know of rounds and checks?
#include "book/subject.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kRoundsKinds[]{
    {.name = kind::kRoundStart, .word = N_("round begins")}, {.name = kind::kPoint, .word = N_("point")},
    {.name = kind::kRoundEnd, .word = N_("round ends")},     {.name = kind::kCheck, .word = N_("check")},
    {.name = kind::kCheckItem, .word = N_("check item")},
};

constexpr MachineWord kRoundsWords[]{
    {result::kFixed, N_("fixed")},
    {flag::kTooFast, N_("too fast")},
    {flag::kRepeated, N_("repeated")},
};

constexpr Subject kRoundsSubject{"rounds", kRoundsKinds, kRoundsWords};

}  // namespace

const Subject& rounds_subject() {
    return kRoundsSubject;
}

}  // namespace onduty
