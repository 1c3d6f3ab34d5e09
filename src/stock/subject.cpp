// SPDX-License-Identifier: MIT
// What does the house know of the bar: stock, fridges, disinfection, linen?
#include "book/subject.hpp"
#include "stock/disinfections.hpp"
#include "stock/read.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// The last of it that comes back closes; its action says so.
MatterStep linen_step(const Entry& entry) {
    return {entry.subject == linen::kSent ? kItself : 0, 0};
}

constexpr Kind kStockKinds[]{
    {.name = kind::kStocktake,
     .word = N_("stocktake"),
     .traits = trait::kSeldom,
     .still_open = is_unexplained,
     .is_item = has_own_list},
    {.name = kind::kStock, .word = N_("stock"), .traits = trait::kSeldom, .is_item = has_own_list},
    {.name = kind::kApproval, .word = N_("approval"), .traits = trait::kSeldom, .step = closes_about},
    {.name = kind::kReading, .word = N_("fridge"), .traits = trait::kSeldom},
    {.name = kind::kDisinfection,
     .word = N_("disinfection"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .is_item = has_own_list},
    {.name = kind::kDisinfectionEnd, .word = N_("disinfected"), .traits = trait::kSeldom, .step = closes_about},
    {.name = kind::kLinen,
     .word = N_("linen"),
     .traits = trait::kSeldom | trait::kThread,
     .step = linen_step,
     .still_open = is_linen_away,
     .is_item = has_own_list},
};

constexpr MachineWord kStockWords[]{
    {linen::kSent, N_("sent")},
    {linen::kReturned, N_("came back")},
    {movement::kReceived, N_("received")},
    {movement::kReturned, N_("put back")},
    {movement::kUsed, N_("used")},
    {movement::kBroken, N_("broken")},
    {movement::kExpired, N_("expired")},
    {movement::kAdjusted, N_("adjusted")},
    {flag::kOpening, N_("opening")},
    {flag::kClosing, N_("closing")},
};

constexpr Subject kStockSubject{"stock", kStockKinds, kStockWords};

}  // namespace

const Subject& stock_subject() {
    return kStockSubject;
}

}  // namespace onduty
