// SPDX-License-Identifier: MIT
// What does the house know of the rooms that are shown?
#include "book/subject.hpp"
#include "rooms/read.hpp"
#include "stock/read.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kRoomsKinds[]{
    {.name = kind::kTour,
     .word = N_("tour begins"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .still_open = is_uncounted,
     .is_item = has_own_list},
    {.name = kind::kTourEnd, .word = N_("tour ends"), .traits = trait::kSeldom | trait::kThread},
    {.name = kind::kCount,
     .word = N_("room counted"),
     .traits = trait::kSeldom,
     .still_open = is_unexplained,
     .is_item = has_own_list},
};

constexpr MachineWord kRoomsWords[]{
    {flag::kUncounted, N_("uncounted")},
};

constexpr Subject kRoomsSubject{"rooms", kRoomsKinds, kRoomsWords};

}  // namespace

const Subject& rooms_subject() {
    return kRoomsSubject;
}

}  // namespace onduty
