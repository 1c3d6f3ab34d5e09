// SPDX-License-Identifier: MIT
// What was ordered, when was it brought, and what still waits? Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

// Drinks of one entry: ordered or brought, at its told time, on the day for which that counts.
struct Drinks {
    EntryNumber entry = 0;
    Instant at;
    Date business_date{};
    std::string drink;
    std::int64_t ordered = 0;
    std::int64_t brought = 0;
};

// From an order until the last of it was brought, on the day of that.
struct Wait {
    Date business_date{};
    std::chrono::milliseconds length{0};
};

// What is brought belongs to the oldest order of that drink, whichever was typed first.
struct Orders {
    std::vector<Wait> waits;                          // of the orders that were brought, in order of their last piece
    std::optional<Instant> waiting_since;             // the oldest order of which something was not brought
    std::map<std::string, std::int64_t> undelivered;  // by drink
    std::map<EntryNumber, Instant> ordered_at;  // of each delivery: the oldest order of which it brought something
    std::optional<Instant> brought_before;  // the order of which something was brought too soon; nullopt: there is none
};

Orders orders_of(std::vector<Drinks> drinks);

}  // namespace onduty
