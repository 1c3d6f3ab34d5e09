// SPDX-License-Identifier: MIT
// Which entries are the book's own and of no subject, and which words do all subjects share?
#include "book/subject.hpp"
#include "log/corrections.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kOwnKinds[]{
    {.name = kind::kPlan, .word = N_("plan")},
    {.name = kind::kExplanation, .word = N_("explanation"), .traits = trait::kThread | trait::kOfRule},
    {.name = kind::kCorrection, .word = N_("correction"), .traits = trait::kSeldom},
    {.name = kind::kVoid, .word = N_("void"), .traits = trait::kSeldom},
    {.name = kind::kAlarm, .word = N_("alarm")},
};

constexpr MachineWord kOwnWords[]{
    {condition::kMisplaced, N_("not in place")},
    {condition::kWorn, N_("worn")},
    {condition::kDamaged, N_("damaged")},
    {condition::kMissing, N_("missing")},
    {result::kSkipped, N_("skipped")},
    {result::kMissed, N_("not reached")},
    {result::kOk, N_("ok")},
    {result::kFault, N_("fault")},
    {result::kNotApplicable, N_("not applicable")},
    {result::kComplete, N_("complete")},
    {result::kIncomplete, N_("incomplete")},
    {result::kRefused, N_("refused")},
    {"corrected", N_("corrected")},
    {field::kNote, N_("note")},
    {field::kResult, N_("result")},
    {field::kTime, N_("time")},
};

constexpr Subject kOwn{"book", kOwnKinds, kOwnWords};

}  // namespace

const Subject& book_itself() {
    return kOwn;
}

}  // namespace onduty
