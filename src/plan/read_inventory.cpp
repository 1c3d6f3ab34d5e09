// SPDX-License-Identifier: MIT
#include <algorithm>

#include "plan/plan.hpp"
#include "plan/table_reader.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostThings = 100000;
constexpr std::int64_t kColdest = -600;  // tenths of a degree
constexpr std::int64_t kHottest = 600;
constexpr std::int64_t kMostPieces = 1000;
constexpr std::int64_t kMostHandedOver = 9999;

}  // namespace

void read_stock_item(TableReader& table, Plan& plan) {
    StockItem item;
    static_cast<Named&>(item) = table.named();
    item.unit = table.optional_text("unit");
    item.par = table.integer("par", 0, 0, kMostThings);
    item.shelf_life = static_cast<int>(table.integer("shelf_life", 0, 0, 3660));
    item.drinks = table.texts("drinks");
    for (const std::string& drink : item.drinks) {
        table.refer("drinks", drink, "drink");
    }
    item.servings = table.integer("servings", 1, 1, kMostThings);
    plan.items.push_back(std::move(item));
}

void read_stock(TableReader& table, Plan& plan) {
    static const std::vector<std::string> kMovements{movement::kAll.begin(), movement::kAll.end()};
    Stock& stock = plan.stock;
    for (const std::string& movement : table.texts("approve")) {
        if (std::find(kMovements.begin(), kMovements.end(), movement) == kMovements.end()) {
            table.fault(table.line_of("approve"),
                        say(N_("There is no movement \"{0}\".{1}"), movement, suggestion(movement, kMovements)));
        }
        stock.approve.insert(movement);
    }
    if (table.has("near_expiry")) {
        stock.near_expiry.clear();
    }
    for (TableReader& step : table.tables("near_expiry")) {
        stock.near_expiry.push_back({static_cast<int>(step.integer("shelf_life", 0, 0, 3660)),
                                     static_cast<int>(step.integer("days", 1, 0, 3660))});
        step.finish();
    }
    std::sort(stock.near_expiry.begin(), stock.near_expiry.end(),
              [](const NearExpiry& a, const NearExpiry& b) { return a.shelf_life > b.shelf_life; });
}

void read_fridge(TableReader& table, Plan& plan) {
    Fridge fridge;
    static_cast<Named&>(fridge) = table.named();
    fridge.least = table.tenths("min", fridge.least, kColdest, kHottest);
    fridge.most = table.tenths("max", fridge.most, kColdest, kHottest);
    if (fridge.least >= fridge.most) {
        table.fault(table.line(), say(N_("min must be lower than max.")));
    }
    plan.fridges.push_back(std::move(fridge));
}

void read_method(TableReader& table, Plan& plan) {
    plan.methods.push_back({table.named(), table.minutes("minutes", Minutes{0})});
}

void read_room(TableReader& table, Plan& plan) {
    Room room;
    static_cast<Named&>(room) = table.named();
    room.post = table.optional_text("post");
    table.refer("post", room.post, "post");
    for (TableReader& item : table.tables("item")) {
        RoomItem read{item.code(), item.text("name"), item.integer("number", 1, 0, kMostThings)};
        if (std::any_of(room.items.begin(), room.items.end(),
                        [&](const RoomItem& other) { return other.code == read.code || other.name == read.name; })) {
            item.fault(item.line_of("code"), say(N_("The item \"{0}\" stands there twice."), read.code));
        }
        room.items.push_back(std::move(read));
        item.finish();
    }
    if (room.items.empty()) {
        table.fault(table.line(), say(N_("A room needs at least one [[room.item]].")));
    }
    plan.rooms.push_back(std::move(room));
}

void read_lendable(TableReader& table, Plan& plan) {
    Lendable lendable;
    static_cast<Named&>(lendable) = table.named();
    lendable.number = table.integer("number", lendable.number, 1, kMostPieces);
    lendable.numbered = table.boolean("numbered", lendable.numbered);
    lendable.within = table.minutes("within", lendable.within);
    plan.lendables.push_back(std::move(lendable));
}

void read_handover_item(TableReader& table, Plan& plan) {
    HandoverItem item;
    static_cast<Named&>(item) = table.named();
    item.posts = table.texts("posts");
    for (const std::string& post : item.posts) {
        table.refer("posts", post, "post");
    }
    if (item.posts.empty()) {
        table.fault(table.line(), say(N_("posts is missing: whose item is it?")));
    }
    item.number = table.integer("number", item.number, 1, kMostHandedOver);
    item.note = table.optional_text("note");
    plan.handover_items.push_back(std::move(item));
}

}  // namespace onduty
