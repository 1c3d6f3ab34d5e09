// SPDX-License-Identifier: MIT
// What does a site keep, and how much of it should there be? The parts of the plan about stock, fridges,
// disinfection and rooms that are shown. Plain data.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "slots/rule.hpp"

namespace onduty {

// Something that the bar keeps and counts every day (J3, O5, O9).
struct StockItem : Named {
    std::string unit;                 // "bottle"
    std::int64_t par = 0;             // fewer are to be restocked
    int shelf_life = 0;               // days; 0: it keeps
    std::vector<std::string> drinks;  // codes; each that is brought takes a serving
    std::int64_t servings = 1;        // in one unit
};

// Stock of a certain shelf life is nearly expired so many days before its date.
struct NearExpiry {
    int shelf_life = 0;  // days, at least
    int days = 0;
};

struct Fridge : Named {
    std::int64_t least = 0;  // tenths of a degree Celsius, both limits included
    std::int64_t most = 80;
};

// How utensils are disinfected (O6).
struct Method : Named {
    Minutes minutes{0};  // at least
};

struct Stock {
    std::set<std::string> approve;  // movements that a second person approves
    std::vector<NearExpiry> near_expiry{{365, 45}, {180, 20}, {90, 15}, {30, 10}, {16, 5}, {0, 2}};  // longest first
};

// A thing of a room that is counted after each group (K5, K7).
struct RoomItem {
    std::string code;
    std::string name;
    std::int64_t number = 1;
};

// A room that groups are shown.
struct Room : Named {
    std::string post;
    std::vector<RoomItem> items;
};

}  // namespace onduty
