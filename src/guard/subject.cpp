// SPDX-License-Identifier: MIT
// What does the house know of guarding: incidents, signatures, calls, alarms, conduct?
#include "book/subject.hpp"
#include "guard/rules.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// The first call without an answer opens; one without a time closes: he answered, or it is said how it ended.
MatterStep call_step(const Entry& entry) {
    return {entry.slot_at && entry.about == 0 ? kItself : 0, entry.slot_at ? 0 : entry.about};
}

constexpr Kind kGuardKinds[]{
    {.name = kind::kIncident, .word = N_("incident"), .traits = trait::kSeldom},
    {.name = kind::kCompanion, .word = N_("second person"), .traits = trait::kThread},
    {.name = kind::kCountersign, .word = N_("countersigned"), .traits = trait::kThread},
    {.name = kind::kConduct, .word = N_("conduct finding"), .traits = trait::kSeldom},
    {.name = kind::kCheckCall, .word = N_("check call"), .traits = trait::kThread, .step = call_step},
    {.name = kind::kSignal, .word = N_("alarm of the house"), .step = opens_with_time},
};

constexpr MachineWord kGuardWords[]{
    {conduct::kLeftPost, N_("left the post")}, {conduct::kSwapped, N_("swapped the post")},
    {conduct::kChatting, N_("chatting")},      {conduct::kAsleep, N_("asleep")},
    {conduct::kDistracted, N_("distracted")},  {result::kReal, N_("real")},
    {result::kFalse, N_("false alarm")},
};

constexpr Subject kGuardSubject{"guard", kGuardKinds, kGuardWords};

}  // namespace

const Subject& guard_subject() {
    return kGuardSubject;
}

}  // namespace onduty
