// SPDX-License-Identifier: MIT
// What does the house know of cleaning?
#include "book/subject.hpp"
#include "book/names.hpp"
#include "book/open_entries.hpp"
#include "cleaning/blocks.hpp"
#include "cleaning/corrections.hpp"
#include "cleaning/errands.hpp"
#include "cleaning/kinds.hpp"
#include "cleaning/read.hpp"
#include "cleaning/told.hpp"
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
     .deed = {"cleaning"},
     .fields = kCleanedFields,
     .corrections = kCleanedCorrections},
    {.name = kind::kLitter,
     .word = N_("litter found"),
     .step = opens_itself,
     .told = litter_told,
     .fields = kPlaceFields,
     .corrections = kLitterCorrections},
    {.name = kind::kLitterRemoved,
     .word = N_("litter removed"),
     .traits = trait::kThread,
     .step = closes_about,
     .told = litter_told,
     .fields = kPlaceFields,
     .corrections = kLitterRemovedCorrections},
    {.name = kind::kInspection,
     .word = N_("inspection"),
     .traits = trait::kSeldom,
     .told = area_told,
     .leads = leads_always,
     .fields = kScoreFields,
     .corrections = kInspectionCorrections,
     .lacks = lacks_finding,
     .own_act = true},
};

constexpr Clock kCleaningClocks[]{{add_cleaning_lines, wants<DueFold>}};

constexpr const char* kHiddenOfCleaning[]{"item", "area"};
constexpr const char* kHiddenOfAreas[]{"area"};

constexpr Block kCleaningBlocks[]{
    {.name = "cleaning",
     .place = 90,
     .heading = N_("Cleaning"),
     .hidden = kHiddenOfCleaning,
     .want = wants<DaysFold>,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             const auto area_of = [&](const std::string& item) {
                 const CleaningItem* known = book.part_then(&Plan::cleaning, "cleaning", item);
                 return known == nullptr ? std::string{} : known->area;
             };
             return cleaning_block(pass.get<DaysFold>().rules, area_of, names_of(book));
         }},
    {.name = "litter",
     .place = 91,
     .heading = N_("Litter"),
     .hidden = kHiddenOfAreas,
     .want = wants<LitterFold>,
     .table =
         [](Pass& pass) {
             return litter_block(pass.get<LitterFold>().errands, pass.book().now(), names_of(pass.book()));
         }},
    {.name = "requests",
     .place = 92,
     .heading = N_("Cleaning on request"),
     .hidden = kHiddenOfAreas,
     .want = wants<RequestFold>,
     .table =
         [](Pass& pass) {
             return requests_block(pass.get<RequestFold>().errands, pass.book().now(), names_of(pass.book()));
         }},
    {.name = "area-scores",
     .place = 93,
     .heading = N_("Areas inspected"),
     .hidden = kHiddenOfAreas,
     .want = wants<AreaScoreFold>,
     .table = [](Pass& pass) { return area_scores_block(pass.get<AreaScoreFold>().scores, names_of(pass.book())); }},
};

// By when a request or litter is to be seen to.
void stand_errands(Book& book, MattersNow& matters) {
    for (const CleaningMatter& matter : open_cleaning_matters(book)) {
        const auto slot = matter_slot(book, matter);
        matters[matter.number].due = slot ? std::optional{slot->due} : std::nullopt;
    }
}

constexpr Subject kCleaningSubject{.name = "cleaning",
                                   .kinds = kCleaningKinds,
                                   .clocks = kCleaningClocks,
                                   .blocks = kCleaningBlocks,
                                   .stand = stand_errands};

}  // namespace

const Subject& cleaning_subject() {
    return kCleaningSubject;
}

}  // namespace onduty
