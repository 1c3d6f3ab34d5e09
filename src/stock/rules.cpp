// SPDX-License-Identifier: MIT
#include "stock/rules.hpp"

#include <algorithm>
#include <tuple>

#include "stock/kinds.hpp"
#include "visits/kinds.hpp"

namespace onduty {

std::vector<Poured> poured_of(const std::vector<Line>& drinks, const std::vector<StockItem>& items) {
    std::vector<Poured> poured;
    for (const Line& drink : drinks) {
        for (const StockItem& item : items) {
            if (std::find(item.drinks.begin(), item.drinks.end(), drink.item) != item.drinks.end()) {
                poured.push_back({item.code, drink.quantity, item.servings});
            }
        }
    }
    return poured;
}

namespace {

void add(std::int64_t units, StockLevel& level) {
    level.since += units;
    if (!level.counted) {
        level.since = std::max<std::int64_t>(level.since, 0);
    }
}

// A unit that is not empty yet still stands there.
void apply(const Poured& drinks, StockLevel& level) {
    level.poured = level.poured * drinks.servings / level.servings + drinks.quantity;
    level.servings = drinks.servings;
    add(-(level.poured / level.servings), level);
    level.poured %= level.servings;
}

void apply(const StockFact& fact, const Line& line, StockLevel& level) {
    if (fact.kind == kind::kStocktake) {
        level = {};
        level.count = &fact;
        level.counted = line.quantity;
        return;
    }
    add(sign_of(fact.movement) * line.quantity, level);
}

// Whatever was seen when a count was recorded: its lines say what should have been there by the log as it stands.
void compare_counts(StockFacts& facts) {
    std::map<std::string, StockLevel> levels;
    for (StockFact& fact : facts.facts) {
        if (facts.is_refused(fact)) {
            continue;
        }
        for (Line& line : fact.lines) {
            StockLevel& level = levels[line.item];
            if (fact.kind == kind::kStocktake) {
                line.expected = level.expected();
            }
            apply(fact, line, level);
        }
        for (const Poured& drinks : fact.poured) {
            apply(drinks, levels[drinks.item]);
        }
    }
}

}  // namespace

int sign_of(const std::string& movement) {
    const bool takes = movement == movement::kUsed || movement == movement::kBroken || movement == movement::kExpired;
    return takes ? -1 : 1;
}

bool StockFacts::is_refused(const StockFact& fact) const {
    const auto approval = approvals.find(fact.number);
    return approval != approvals.end() && approval->second.refused;
}

bool StockReading::has_lines(const Entry& entry) {
    return entry.kind == kind::kStocktake || entry.kind == kind::kStock || entry.kind == kind::kDelivery;
}

const std::vector<std::string_view>& StockReading::kinds() {
    static const std::vector<std::string_view> kKinds{kind::kStocktake, kind::kStock, kind::kDelivery, kind::kApproval};
    return kKinds;
}

void StockReading::add(const Entry& entry, std::vector<Line> lines) {
    if (entry.kind == kind::kApproval) {
        facts_.approvals[entry.about] = {entry.number, entry.actor, entry.result == result::kRefused, entry.told_at()};
    } else if (has_lines(entry)) {
        std::vector<Poured> poured;
        if (entry.kind == kind::kDelivery) {
            poured = poured_of(lines, items_of_(entry.plan));
            lines.clear();
        }
        facts_.facts.push_back({entry.number, entry.kind, entry.kind == kind::kStock ? entry.subject : "", entry.actor,
                                entry.told_at(), entry.business_date, entry.result != result::kIncomplete,
                                std::move(lines), std::move(poured)});
    }
}

StockFacts StockReading::finish() {
    std::sort(facts_.facts.begin(), facts_.facts.end(), [](const StockFact& a, const StockFact& b) {
        return std::tie(a.at, a.number) < std::tie(b.at, b.number);
    });
    compare_counts(facts_);
    return std::move(facts_);
}

StockLevel level_of(const std::string& item, const StockFacts& facts, Instant at) {
    StockLevel level;
    for (const StockFact& fact : facts.facts) {
        if (fact.at > at) {
            break;
        }
        if (facts.is_refused(fact)) {
            continue;
        }
        for (const Line& line : fact.lines) {
            if (line.item == item) {
                apply(fact, line, level);
            }
        }
        for (const Poured& drinks : fact.poured) {
            if (drinks.item == item) {
                apply(drinks, level);
            }
        }
    }
    return level;
}

std::optional<std::int64_t> StockLevel::expected() const {
    return counted ? std::optional{*counted + since} : std::nullopt;
}

bool differs(const Line& line) {
    return !line.condition.empty() || line.quantity != line.expected.value_or(line.quantity);
}

namespace {

void throw_away(std::int64_t quantity, std::vector<Lot>& lots) {
    for (auto oldest = lots.rbegin(); oldest != lots.rend(); ++oldest) {
        const std::int64_t taken = std::min(oldest->quantity, quantity);
        oldest->quantity -= taken;
        quantity -= taken;
    }
}

}  // namespace

std::vector<Lot> lots_received(const std::string& item, const StockFacts& facts) {
    std::vector<Lot> lots;
    for (const StockFact& fact : facts.facts) {
        for (const Line& line : fact.lines) {
            Date date;
            if (line.item != item || facts.is_refused(fact)) {
                continue;
            }
            if (fact.movement == movement::kExpired) {
                throw_away(line.quantity, lots);
            } else if (fact.movement == movement::kReceived && parse_date(line.best_before, date)) {
                const auto place =
                    std::find_if(lots.begin(), lots.end(), [&](const Lot& lot) { return lot.best_before < date; });
                lots.insert(place, {date, line.quantity});
            }
        }
    }
    return lots;
}

std::vector<Lot> lots_left(std::int64_t on_hand, const std::vector<Lot>& received) {
    std::vector<Lot> left;
    for (const Lot& lot : received) {
        const std::int64_t quantity = std::min(lot.quantity, on_hand);
        if (quantity > 0) {
            left.push_back({lot.best_before, quantity});
            on_hand -= quantity;
        }
    }
    std::reverse(left.begin(), left.end());
    return left;
}

Freshness freshness_of(Date best_before, int shelf_life, const std::vector<NearExpiry>& scale, Date today) {
    if (best_before < today) {
        return Freshness::expired;
    }
    for (const NearExpiry& step : scale) {
        if (shelf_life >= step.shelf_life) {
            return best_before - today <= std::chrono::days{step.days} ? Freshness::near_expiry : Freshness::good;
        }
    }
    return Freshness::good;
}

std::string reason_of(const Line& line, const std::map<std::string, std::string>& explained) {
    const auto later = explained.find(line.item);
    return line.note.empty() && later != explained.end() ? later->second : line.note;
}

}  // namespace onduty
