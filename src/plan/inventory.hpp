// SPDX-License-Identifier: MIT
// What does a site keep, and how much of it should there be? The parts of the plan about stock, fridges,
// disinfection and rooms that are shown. Plain data.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "slots/rule.hpp"

namespace onduty {

struct Plan;
class TableReader;

// The movements, as they stand in the subject of an entry of the kind stock.
namespace movement {
inline constexpr const char* kReceived = "received";
inline constexpr const char* kReturned = "returned";  // put back: it was taken out and not used
inline constexpr const char* kUsed = "used";          // beyond the drinks, which are counted by themselves
inline constexpr const char* kBroken = "broken";
inline constexpr const char* kExpired = "expired";
inline constexpr const char* kAdjusted = "adjusted";  // the quantity has a sign
inline constexpr std::array kAll{kReceived, kReturned, kUsed, kBroken, kExpired, kAdjusted};
}  // namespace movement

// Something that the bar keeps and counts every day (J3, O5, O9).
struct StockItem : Named {
    std::string unit;                 // "bottle"
    std::int64_t par = 0;             // fewer are to be restocked
    int shelf_life = 0;               // days; 0: it keeps
    std::vector<std::string> drinks;  // codes; each that is brought takes a serving
    std::int64_t servings = 1;        // in one unit

    bool operator==(const StockItem&) const = default;
};

// Stock of a certain shelf life is nearly expired so many days before its date.
struct NearExpiry {
    int shelf_life = 0;  // days, at least
    int days = 0;

    bool operator==(const NearExpiry&) const = default;
};

struct Fridge : Named {
    std::int64_t least = 0;  // tenths of a degree Celsius, both limits included
    std::int64_t most = 80;

    bool operator==(const Fridge&) const = default;
};

// How utensils are disinfected (O6).
struct Method : Named {
    Minutes minutes{0};  // at least

    bool operator==(const Method&) const = default;
};

struct Stock {
    std::set<std::string> approve;  // movements that a second person approves
    std::vector<NearExpiry> near_expiry{{365, 45}, {180, 20}, {90, 15}, {30, 10}, {16, 5}, {0, 2}};  // longest first

    bool operator==(const Stock&) const = default;
};

// A thing of a room that is counted after each group (K5, K7).
struct RoomItem {
    std::string code;
    std::string name;
    std::int64_t number = 1;

    bool operator==(const RoomItem&) const = default;
};

// A room that groups are shown.
struct Room : Named {
    std::string post;
    std::vector<RoomItem> items;

    bool operator==(const Room&) const = default;
};

// [[item]], [stock], [[fridge]], [[method]], [[room]]
void read_stock_item(TableReader& table, Plan& plan);
void read_stock(TableReader& table, Plan& plan);
void read_fridge(TableReader& table, Plan& plan);
void read_method(TableReader& table, Plan& plan);
void read_room(TableReader& table, Plan& plan);

}  // namespace onduty
