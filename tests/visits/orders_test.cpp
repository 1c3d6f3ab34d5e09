// SPDX-License-Identifier: MIT
// What waits, since when, and how long did each order take? Beside a waiter who numbers every cup.
#include "visits/orders.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "time/test_zones.hpp"
#include "turns.hpp"

using namespace onduty;
using std::chrono::minutes;

namespace {

const Instant kBarOpens = oracle::utc(2026, 11, 28, 10);
const Date kToday{std::chrono::year{2026} / 11 / 28};

Drinks ordered(EntryNumber entry, int minute, const char* drink, std::int64_t quantity) {
    return {entry, kBarOpens + minutes{minute}, kToday, drink, quantity, 0};
}

Drinks brought(EntryNumber entry, int minute, const char* drink, std::int64_t quantity) {
    return {entry, kBarOpens + minutes{minute}, kToday, drink, 0, quantity};
}

std::vector<int> lengths(const Orders& orders) {
    std::vector<int> minutes;
    for (const Wait& wait : orders.waits) {
        minutes.push_back(static_cast<int>(std::chrono::floor<Minutes>(wait.length).count()));
    }
    return minutes;
}

// The cups of one drink, each by itself: the one that was ordered first is brought first.
struct Cup {
    EntryNumber entry = 0;
    int minute = 0;
};

std::map<std::string, std::vector<Cup>> cups(const std::vector<Drinks>& drinks, std::int64_t Drinks::*quantity) {
    std::map<std::string, std::vector<Cup>> all;
    for (const Drinks& step : drinks) {
        for (std::int64_t i = 0; i < step.*quantity; ++i) {
            all[step.drink].push_back(
                {step.entry, static_cast<int>(std::chrono::floor<Minutes>(step.at - kBarOpens).count())});
        }
    }
    for (auto& [drink, of_drink] : all) {
        std::stable_sort(of_drink.begin(), of_drink.end(),
                         [](const Cup& one, const Cup& other) { return one.minute < other.minute; });
    }
    return all;
}

void check_against_cups(const std::vector<Drinks>& drinks) {
    const auto asked = cups(drinks, &Drinks::ordered);
    const auto given = cups(drinks, &Drinks::brought);
    std::map<EntryNumber, int> order_minute;
    std::map<EntryNumber, int> last_cup;  // when the last was brought, -1 when something waits
    std::map<EntryNumber, int> oldest;
    std::map<std::string, std::int64_t> waiting;
    for (const auto& [drink, of_drink] : asked) {
        const auto found = given.find(drink);
        const std::vector<Cup> on_tray = found == given.end() ? std::vector<Cup>{} : found->second;
        for (std::size_t i = 0; i < of_drink.size(); ++i) {
            const Cup& cup = of_drink[i];
            order_minute[cup.entry] = cup.minute;
            int& last = last_cup.try_emplace(cup.entry, 0).first->second;
            if (i >= on_tray.size()) {
                last = -1;
                ++waiting[drink];
                continue;
            }
            last = last < 0 ? last : std::max(last, on_tray[i].minute);
            int& since = oldest.try_emplace(on_tray[i].entry, cup.minute).first->second;
            since = std::min(since, cup.minute);
        }
    }
    std::vector<int> expected;
    std::optional<Instant> waiting_since;
    for (const auto& [entry, last] : last_cup) {
        const Instant at = kBarOpens + minutes{order_minute[entry]};
        if (last >= 0) {
            expected.push_back(last - order_minute[entry]);
        } else {
            waiting_since = std::min(waiting_since.value_or(at), at);
        }
    }
    const Orders orders = orders_of(drinks);
    std::vector<int> waits = lengths(orders);
    std::sort(waits.begin(), waits.end());
    std::sort(expected.begin(), expected.end());
    CHECK(waits == expected);
    CHECK(orders.waiting_since == waiting_since);
    CHECK(orders.undelivered == waiting);
    CHECK_FALSE(orders.brought_before);
    CHECK(orders.ordered_at.size() == oldest.size());
    for (const auto& [entry, minute] : oldest) {
        CHECK(orders.ordered_at.at(entry) == kBarOpens + minutes{minute});
    }
}

}  // namespace

TEST_CASE("two orders that overlap are two waits, each from its own order") {
    const Orders orders = orders_of(
        {ordered(1, 0, "tea", 2), ordered(2, 10, "coffee", 1), brought(3, 12, "tea", 2), brought(4, 15, "coffee", 1)});
    CHECK(lengths(orders) == std::vector<int>{12, 5});
    CHECK_FALSE(orders.waiting_since);
    CHECK(orders.ordered_at.at(4) == kBarOpens + minutes{10});
}

TEST_CASE("what is brought goes to the oldest order, and that waits until its last piece") {
    const Orders orders = orders_of({ordered(1, 0, "tea", 2), ordered(2, 10, "tea", 2), brought(3, 12, "tea", 3)});
    CHECK(lengths(orders) == std::vector<int>{12});
    CHECK(orders.waiting_since == kBarOpens + minutes{10});
    CHECK(orders.undelivered == std::map<std::string, std::int64_t>{{"tea", 1}});
}

TEST_CASE("an order that is typed afterwards has its place by its told time") {
    const Orders orders = orders_of({ordered(1, 20, "tea", 1), brought(2, 25, "tea", 1), ordered(3, 5, "tea", 1)});
    CHECK(lengths(orders) == std::vector<int>{20});
    CHECK(orders.waiting_since == kBarOpens + minutes{20});
}

TEST_CASE("nothing is brought before it was ordered") {
    CHECK(orders_of({ordered(1, 20, "tea", 1), brought(2, 15, "tea", 1)}).brought_before == kBarOpens + minutes{20});
    CHECK(
        orders_of({ordered(1, 0, "tea", 1), ordered(2, 20, "coffee", 1), brought(3, 15, "coffee", 1)}).brought_before ==
        kBarOpens + minutes{20});
    // Of two at one minute the order was first.
    CHECK_FALSE(orders_of({brought(1, 15, "tea", 1), ordered(2, 15, "tea", 1)}).brought_before);
}

TEST_CASE("random tables: every wait, what waits and since when, beside numbered cups") {
    std::mt19937 random{20261129};
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    const char* kinds[] = {"tea", "coffee", "water"};
    int partly = 0;
    for (int table = 0; table < onduty::test::turns(3000); ++table) {
        std::vector<Drinks> drinks;
        std::map<std::string, std::int64_t> waiting;
        EntryNumber entry = 0;
        for (int minute = 0; minute < 60; minute += 1 + below(8)) {
            ++entry;
            const bool orders = below(2) == 0;
            const int first = below(3);
            for (int kind = 0; kind <= below(2); ++kind) {
                const char* drink = kinds[(first + kind) % 3];
                std::int64_t& left = waiting[drink];
                const std::int64_t quantity = orders ? 1 + below(3) : std::min<std::int64_t>(left, 1 + below(4));
                if (quantity > 0) {
                    left += orders ? quantity : -quantity;
                    drinks.push_back(orders ? ordered(entry, minute, drink, quantity)
                                            : brought(entry, minute, drink, quantity));
                }
            }
        }
        partly += orders_of(drinks).waiting_since ? 1 : 0;
        // Typed in any order: it is the told time that counts.
        std::shuffle(drinks.begin(), drinks.end(), random);
        CAPTURE(table);
        check_against_cups(drinks);
    }
    CHECK(partly > onduty::test::turns(1000));
}
