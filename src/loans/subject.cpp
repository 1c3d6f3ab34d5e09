// SPDX-License-Identifier: MIT
// What does the house know of what is lent?
#include "book/subject.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kLoansKinds[]{
    {.name = kind::kLoan, .word = N_("lent"), .traits = trait::kSeldom},
    {.name = kind::kReturn, .word = N_("given back"), .traits = trait::kSeldom},
};

constexpr MachineWord kLoansWords[]{
    {result::kLost, N_("lost")},
};

constexpr Subject kLoansSubject{"loans", kLoansKinds, kLoansWords};

}  // namespace

const Subject& loans_subject() {
    return kLoansSubject;
}

}  // namespace onduty
