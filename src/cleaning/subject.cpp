// SPDX-License-Identifier: MIT
// What does the house know of cleaning?
#include "book/subject.hpp"
#include "cleaning/words.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kCleaningKinds[]{
    {.name = kind::kCleanItem, .word = N_("cleaned"), .traits = trait::kOfRule, .told = cleaned_told},
    {.name = kind::kLitter, .word = N_("litter found"), .step = opens_itself, .told = litter_told},
    {.name = kind::kLitterRemoved,
     .word = N_("litter removed"),
     .traits = trait::kThread,
     .step = closes_about,
     .told = litter_told},
    {.name = kind::kInspection,
     .word = N_("inspection"),
     .traits = trait::kSeldom,
     .told = area_told,
     .leads = leads_always},
};

constexpr Subject kCleaningSubject{"cleaning", kCleaningKinds};

}  // namespace

const Subject& cleaning_subject() {
    return kCleaningSubject;
}

}  // namespace onduty
