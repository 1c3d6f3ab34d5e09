// SPDX-License-Identifier: MIT
// How much should be there, and how old is it?
#include "stock/rules.hpp"
#include "stock/kinds.hpp"
#include "turns.hpp"
#include "visits/kinds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace onduty;
using std::chrono::minutes;

namespace {

const Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

Date day(unsigned number) {
    return Date{std::chrono::year{2026} / 12 / std::chrono::day{number}};
}

Entry written(EntryNumber number, const char* kind, const char* subject = "") {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.subject = subject;
    entry.recorded_at = kStart + minutes{number};
    return entry;
}

StockItem water() {
    StockItem item;
    item.code = "water";
    item.drinks = {"water"};
    return item;
}

// The same in every version of the plan.
ItemsOf only(std::vector<StockItem> items) {
    return [items = std::move(items)](int) -> const std::vector<StockItem>& { return items; };
}

std::optional<std::int64_t> expected(StockReading& reading, const StockItem& item) {
    return level_of(item.code, reading.finish(), kStart + minutes{1000}).expected();
}

}  // namespace

TEST_CASE("what was never counted is not expected, and what went of it had stood there") {
    StockReading reading{only({water()})};
    reading.add(written(1, kind::kDelivery), {{"water", 3}});
    reading.add(written(2, kind::kStock, movement::kBroken), {{"water", 1}});
    reading.add(written(3, kind::kStock, movement::kReceived), {{"water", 12}});
    reading.add(written(4, kind::kStock, movement::kUsed), {{"water", 2}});
    const StockLevel level = level_of("water", reading.finish(), kStart + minutes{1000});
    CHECK(!level.expected());
    CHECK(level.at_least() == 10);
}

TEST_CASE("drinks, movements and corrections change what is expected") {
    StockReading reading{only({water()})};
    reading.add(written(1, kind::kStocktake), {{"water", 20}});
    reading.add(written(2, kind::kDelivery), {{"water", 3}, {"tea", 2}});
    reading.add(written(3, kind::kStock, movement::kReceived), {{"water", 24}});
    reading.add(written(4, kind::kStock, movement::kBroken), {{"water", 1}});
    reading.add(written(5, kind::kStock, movement::kReturned), {{"water", 2}});
    reading.add(written(6, kind::kStock, movement::kAdjusted), {{"water", -4}});
    CHECK(expected(reading, water()) == 20 - 3 + 24 - 1 + 2 - 4);
}

TEST_CASE("a refused movement does not count, an approved one does") {
    StockReading reading{only({water()})};
    reading.add(written(0, kind::kStocktake), {{"water", 0}});
    reading.add(written(1, kind::kStock, movement::kReceived), {{"water", 24}});
    reading.add(written(2, kind::kStock, movement::kReceived), {{"water", 12}});
    Entry refusal = written(3, kind::kApproval);
    refusal.about = 1;
    refusal.result = result::kRefused;
    reading.add(refusal, {});
    Entry approval = written(4, kind::kApproval);
    approval.about = 2;
    approval.result = result::kOk;
    reading.add(approval, {});
    CHECK(expected(reading, water()) == 12);
}

TEST_CASE("a unit of several servings stands there until it is empty") {
    StockItem juice = water();
    juice.code = "juice";
    juice.drinks = {"juice", "mixed"};
    juice.servings = 5;
    StockReading reading{only({juice})};
    reading.add(written(1, kind::kStocktake), {{"juice", 10}});
    reading.add(written(2, kind::kDelivery), {{"juice", 4}});
    StockReading before = reading;
    CHECK(expected(before, juice) == 10);
    reading.add(written(3, kind::kDelivery), {{"mixed", 7}});
    CHECK(expected(reading, juice) == 8);
}

TEST_CASE("drinks take what the plan said when they were brought") {
    std::vector<std::vector<StockItem>> versions(4, {water()});
    versions[1].front().servings = 4;
    versions[2].front().servings = 2;
    versions[3].front().drinks.clear();
    StockReading reading{
        [&](int version) -> const std::vector<StockItem>& { return versions[static_cast<std::size_t>(version)]; }};
    const auto brought = [&](EntryNumber number, int version, std::int64_t quantity) {
        Entry entry = written(number, kind::kDelivery);
        entry.plan = version;
        reading.add(entry, {{"water", quantity}});
        StockReading so_far = reading;
        return expected(so_far, versions[3].front());
    };
    reading.add(written(1, kind::kStocktake), {{"water", 20}});
    CHECK(brought(2, 1, 4) == 19);
    CHECK(brought(3, 2, 4) == 17);
    CHECK(brought(4, 3, 9) == 17);
    CHECK(brought(5, 1, 6) == 16);
    CHECK(brought(6, 2, 1) == 15);  // the half of an open one
}

TEST_CASE("what happened before a count is in it, also when it was entered later") {
    StockReading reading{only({water()})};
    Entry count = written(1, kind::kStocktake);
    reading.add(count, {{"water", 20}});
    Entry earlier = written(2, kind::kStock, movement::kBroken);
    earlier.happened_at = count.recorded_at - minutes{5};
    reading.add(earlier, {{"water", 2}});
    CHECK(expected(reading, water()) == 20);
}

// The oracle walks the whole list for every moment and keeps one number, as somebody with a slate would.
TEST_CASE("what is expected equals a tally kept by hand") {
    std::mt19937 random{20261124};
    const auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const std::vector<std::string> movements{movement::kReceived, movement::kReturned, movement::kUsed,
                                             movement::kBroken,   movement::kExpired,  movement::kAdjusted};
    for (int run = 0; run < onduty::test::turns(3000); ++run) {
        StockItem item = water();
        item.servings = 1 + below(4);
        struct Step {
            int time;
            int number;
            std::string what;
            int quantity;
            bool refused;
        };
        std::vector<Step> steps;
        StockReading reading{only({item})};
        const int count = below(12);
        for (int i = 1; i <= count; ++i) {
            const int kind = below(8);
            Step step{below(30), i,
                      kind == 0   ? "count"
                      : kind == 1 ? "brought"
                                  : movements[static_cast<std::size_t>(below(6))],
                      1 + below(20), false};
            Entry made = step.what == "count"     ? written(i, kind::kStocktake)
                         : step.what == "brought" ? written(i, kind::kDelivery)
                                                  : written(i, kind::kStock, step.what.c_str());
            made.recorded_at = kStart + minutes{100};
            made.happened_at = kStart + minutes{step.time};
            reading.add(made, {{"water", step.quantity}});
            if (made.kind == kind::kStock && below(4) == 0) {
                step.refused = true;
                Entry refusal = written(100 + i, kind::kApproval);
                refusal.about = i;
                refusal.result = result::kRefused;
                reading.add(refusal, {});
            }
            steps.push_back(step);
        }
        const StockFacts facts = reading.finish();
        std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
            return a.time != b.time ? a.time < b.time : a.number < b.number;
        });
        const int until = below(32);
        int slate = 0;
        int cups = 0;
        bool known = false;
        for (const Step& step : steps) {
            if (step.time > until || step.refused) {
                continue;
            }
            if (step.what == "count") {
                slate = step.quantity;
                cups = 0;
                known = true;
            } else if (step.what == "brought") {
                cups += step.quantity;
            } else {
                const bool out = step.what == "used" || step.what == "broken" || step.what == "expired";
                slate += out ? -step.quantity : step.quantity;
            }
        }
        const auto expected = level_of(item.code, facts, kStart + minutes{until}).expected();
        CAPTURE(run);
        REQUIRE(expected.has_value() == known);
        if (known) {
            REQUIRE(*expected == slate - cups / static_cast<int>(item.servings));
        }
    }
}

TEST_CASE("the first to expire has gone first") {
    const std::vector<Lot> received{{day(30), 10}, {day(20), 10}, {day(10), 10}};
    const auto left = [&](std::int64_t on_hand) {
        std::string text;
        for (const Lot& lot : lots_left(on_hand, received)) {
            text += to_text(lot.best_before).substr(8) + ":" + std::to_string(lot.quantity) + " ";
        }
        return text;
    };
    CHECK(left(0) == "");
    CHECK(left(-3) == "");
    CHECK(left(7) == "30:7 ");
    CHECK(left(10) == "30:10 ");
    CHECK(left(11) == "20:1 30:10 ");
    CHECK(left(30) == "10:10 20:10 30:10 ");
    CHECK(left(35) == "10:10 20:10 30:10 ");
}

TEST_CASE("what is thrown away as expired is of the oldest lot that was there then") {
    const auto movement = [](EntryNumber number, const char* what, std::int64_t quantity, const char* date = "") {
        return std::pair{written(number, kind::kStock, what), std::vector<Line>{{"milk", quantity, {}, {}, {}, date}}};
    };
    const auto lots = [](const std::vector<std::pair<Entry, std::vector<Line>>>& movements) {
        StockReading reading{only({})};
        for (const auto& [entry, lines] : movements) {
            reading.add(entry, lines);
        }
        std::string text;
        for (const Lot& lot : lots_received("milk", reading.finish())) {
            text += to_text(lot.best_before).substr(8) + ":" + std::to_string(lot.quantity) + " ";
        }
        return text;
    };
    const auto first = movement(1, movement::kReceived, 6, "2026-12-05");
    const auto second = movement(2, movement::kReceived, 6, "2026-12-20");
    CHECK(lots({second, first}) == "20:6 05:6 ");
    CHECK(lots({first, second, movement(3, movement::kExpired, 6)}) == "20:6 05:0 ");
    CHECK(lots({first, second, movement(3, movement::kExpired, 8)}) == "20:4 05:0 ");
    CHECK(lots({first, movement(3, movement::kExpired, 8), movement(4, movement::kReceived, 2, "2026-12-01")}) ==
          "05:0 01:2 ");
    CHECK(lots({movement(1, movement::kUsed, 6), first}) == "05:6 ");
}

TEST_CASE("near expiry follows the scale of 4.4") {
    const Stock stock;
    const auto at = [&](int shelf_life, int days) {
        const Freshness freshness =
            freshness_of(day(1) + std::chrono::days{days}, shelf_life, stock.near_expiry, day(1));
        return freshness == Freshness::expired ? 'x' : freshness == Freshness::near_expiry ? 'n' : 'g';
    };
    struct Step {
        int shelf_life;
        int days;
    };
    for (const Step step : {Step{365, 45}, Step{364, 20}, Step{180, 20}, Step{179, 15}, Step{90, 15}, Step{89, 10},
                            Step{30, 10}, Step{29, 5}, Step{16, 5}, Step{15, 2}, Step{1, 2}}) {
        CAPTURE(step.shelf_life);
        CHECK(at(step.shelf_life, step.days + 1) == 'g');
        CHECK(at(step.shelf_life, step.days) == 'n');
        CHECK(at(step.shelf_life, 0) == 'n');
        CHECK(at(step.shelf_life, -1) == 'x');
    }
}
