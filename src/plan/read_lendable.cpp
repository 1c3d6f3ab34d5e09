// SPDX-License-Identifier: MIT
#include "plan/read_lendable.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostPieces = 1000;

}  // namespace

Lendable lendable_of(TableReader& table, const Named& named) {
    Lendable lendable;
    static_cast<Named&>(lendable) = named;
    lendable.number = table.integer("number", lendable.number, 1, kMostPieces);
    lendable.numbered = table.boolean("numbered", lendable.numbered);
    lendable.within = table.minutes("within", lendable.within);
    return lendable;
}

}  // namespace onduty
