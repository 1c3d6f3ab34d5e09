// SPDX-License-Identifier: MIT
#include "visits/orders.hpp"

#include <algorithm>
#include <deque>

namespace onduty {

namespace {

struct Order {
    Instant at;
    std::int64_t left = 0;
};

// What of one drink was ordered and is not brought, and what was brought that nobody had ordered by then.
struct Pieces {
    std::deque<std::pair<EntryNumber, std::int64_t>> waiting;
    std::int64_t ahead = 0;
};

class Reckoning {
  public:
    void order(const Drinks& drinks) {
        Pieces& pieces = pieces_[drinks.drink];
        Order& order = orders_.try_emplace(drinks.entry, Order{drinks.at, 0}).first->second;
        const std::int64_t taken = std::min(pieces.ahead, drinks.ordered);
        pieces.ahead -= taken;
        if (taken > 0 && !result_.brought_before) {
            result_.brought_before = drinks.at;
        }
        if (drinks.ordered > taken) {
            order.left += drinks.ordered - taken;
            pieces.waiting.emplace_back(drinks.entry, drinks.ordered - taken);
        }
    }

    void bring(const Drinks& drinks) {
        Pieces& pieces = pieces_[drinks.drink];
        std::int64_t rest = drinks.brought;
        while (rest > 0 && !pieces.waiting.empty()) {
            auto& [number, left] = pieces.waiting.front();
            Order& order = orders_.at(number);
            const std::int64_t taken = std::min(left, rest);
            rest -= taken;
            left -= taken;
            order.left -= taken;
            Instant& oldest = result_.ordered_at.try_emplace(drinks.entry, order.at).first->second;
            oldest = std::min(oldest, order.at);
            if (order.left == 0) {
                result_.waits.push_back({drinks.business_date, drinks.at - order.at});
            }
            if (left == 0) {
                pieces.waiting.pop_front();
            }
        }
        pieces.ahead += rest;
    }

    Orders finish() {
        for (const auto& [number, order] : orders_) {
            if (order.left > 0) {
                result_.waiting_since = std::min(result_.waiting_since.value_or(order.at), order.at);
            }
        }
        for (const auto& [drink, pieces] : pieces_) {
            for (const auto& [number, left] : pieces.waiting) {
                result_.undelivered[drink] += left;
            }
        }
        return std::move(result_);
    }

  private:
    std::map<EntryNumber, Order> orders_;
    std::map<std::string, Pieces> pieces_;
    Orders result_;
};

}  // namespace

Orders orders_of(std::vector<Drinks> drinks) {
    std::stable_sort(drinks.begin(), drinks.end(), [](const Drinks& one, const Drinks& other) {
        return std::pair{one.at, one.brought} < std::pair{other.at, other.brought};
    });
    Reckoning reckoning;
    for (const Drinks& step : drinks) {
        if (step.ordered > 0) {
            reckoning.order(step);
        } else {
            reckoning.bring(step);
        }
    }
    return reckoning.finish();
}

}  // namespace onduty
