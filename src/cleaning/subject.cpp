// SPDX-License-Identifier: MIT
// What does the house know of cleaning?
#include "book/subject.hpp"
#include "cleaning/words.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Field kCleanedFields[]{
    {"item", FieldType::code, "rule"},
    {"agents", FieldType::pieces},
};

constexpr Field kPlaceFields[]{
    {"place", FieldType::code, "point"},
};

constexpr Field kScoreFields[]{
    {"place", FieldType::code, "point"},
    {"score", FieldType::number, "1 to 5"},
};

constexpr Kind kCleaningKinds[]{
    {.name = kind::kCleanItem,
     .word = N_("cleaned"),
     .traits = trait::kOfRule,
     .told = cleaned_told,
     .fields = kCleanedFields},
    {.name = kind::kLitter,
     .word = N_("litter found"),
     .step = opens_itself,
     .told = litter_told,
     .fields = kPlaceFields},
    {.name = kind::kLitterRemoved,
     .word = N_("litter removed"),
     .traits = trait::kThread,
     .step = closes_about,
     .told = litter_told,
     .fields = kPlaceFields},
    {.name = kind::kInspection,
     .word = N_("inspection"),
     .traits = trait::kSeldom,
     .told = area_told,
     .leads = leads_always,
     .fields = kScoreFields},
};

constexpr Subject kCleaningSubject{"cleaning", kCleaningKinds};

}  // namespace

const Subject& cleaning_subject() {
    return kCleaningSubject;
}

}  // namespace onduty
