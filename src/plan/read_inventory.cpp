// SPDX-License-Identifier: MIT
#include "plan/read_inventory.hpp"

#include <algorithm>

#include "plan/references.hpp"
#include "stock/rules.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostThings = 100000;
constexpr std::int64_t kColdest = -600;  // tenths of a degree
constexpr std::int64_t kHottest = 600;

}  // namespace

StockItem stock_item_of(TableReader& table, const Named& named, const Plan& plan) {
    StockItem item;
    static_cast<Named&>(item) = named;
    item.unit = table.optional_text("unit");
    item.par = table.integer("par", 0, 0, kMostThings);
    item.shelf_life = static_cast<int>(table.integer("shelf_life", 0, 0, 3660));
    item.drinks = table.texts("drinks");
    for (const std::string& drink : item.drinks) {
        References::needs(table, "drinks", drink, plan.drinks);
    }
    item.servings = table.integer("servings", 1, 1, kMostThings);
    return item;
}

Stock stock_of(TableReader table, std::vector<PlanError>& errors) {
    static const std::vector<std::string> kMovements{movement::kReceived, movement::kReturned, movement::kUsed,
                                                     movement::kBroken,   movement::kExpired,  movement::kAdjusted};
    Stock stock;
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
    for (const toml::table* entry : table.tables("near_expiry")) {
        TableReader step{*entry, errors};
        stock.near_expiry.push_back({static_cast<int>(step.integer("shelf_life", 0, 0, 3660)),
                                     static_cast<int>(step.integer("days", 1, 0, 3660))});
        step.finish();
    }
    std::sort(stock.near_expiry.begin(), stock.near_expiry.end(),
              [](const NearExpiry& a, const NearExpiry& b) { return a.shelf_life > b.shelf_life; });
    table.finish();
    return stock;
}

Fridge fridge_of(TableReader& table, const Named& named) {
    Fridge fridge;
    static_cast<Named&>(fridge) = named;
    fridge.least = table.tenths("min", fridge.least, kColdest, kHottest);
    fridge.most = table.tenths("max", fridge.most, kColdest, kHottest);
    if (fridge.least >= fridge.most) {
        table.fault(table.line(), say(N_("min must be lower than max.")));
    }
    return fridge;
}

Room room_of(TableReader& table, const Named& named, const Plan& plan, std::vector<PlanError>& errors) {
    Room room;
    static_cast<Named&>(room) = named;
    room.post = table.optional_text("post");
    References::needs(table, "post", room.post, plan.posts);
    for (const toml::table* entry : table.tables("item")) {
        TableReader item{*entry, errors};
        RoomItem read{item.text("code"), item.text("name"), item.integer("number", 1, 0, kMostThings)};
        References::check_code(item, read.code);
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
    return room;
}

}  // namespace onduty
