// SPDX-License-Identifier: MIT
// What does the house know of the bar: stock, fridges, disinfection, linen?
#include "book/subject.hpp"
#include "stock/rules.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Kind kStockKinds[]{
    {.name = kind::kStocktake, .word = N_("stocktake"), .traits = trait::kSeldom},
    {.name = kind::kStock, .word = N_("stock"), .traits = trait::kSeldom},
    {.name = kind::kApproval, .word = N_("approval"), .traits = trait::kSeldom},
    {.name = kind::kReading, .word = N_("fridge"), .traits = trait::kSeldom},
    {.name = kind::kDisinfection, .word = N_("disinfection"), .traits = trait::kSeldom},
    {.name = kind::kDisinfectionEnd, .word = N_("disinfected"), .traits = trait::kSeldom},
    {.name = kind::kLinen, .word = N_("linen"), .traits = trait::kSeldom},
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
