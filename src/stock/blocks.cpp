// SPDX-License-Identifier: MIT
#include "stock/blocks.hpp"

#include <algorithm>

#include "stock/kinds.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"
#include "visits/kinds.hpp"

namespace onduty {

namespace {

struct StockDay {
    std::map<std::string, std::int64_t> moved;
    std::int64_t drinks = 0;
    std::optional<std::int64_t> counted;     // in the last count of the date
    std::optional<std::int64_t> difference;  // that all of them found together
    std::string reason;

    // What a count finds a later one does not find again, and yet it is gone.
    void add(const Line& line, const std::string& words) {
        counted = line.quantity;
        if (line.expected) {
            difference = difference.value_or(0) + line.quantity - *line.expected;
        }
        reason += (reason.empty() || words.empty() ? "" : "; ") + words;
    }
};

using StockDays = std::map<std::pair<Date, std::string>, StockDay>;

Cell cell_of(const std::optional<std::int64_t>& number) {
    return number ? Cell::of(*number) : Cell{};
}

}  // namespace

Table stock_block(const StockFacts& facts, const NameOf& name_of, const ExplanationsOf& explained) {
    StockDays days;
    for (const StockFact& fact : facts.facts) {
        if (facts.is_refused(fact)) {
            continue;
        }
        for (const Poured& drinks : fact.poured) {
            days[{fact.business_date, drinks.item}].drinks += drinks.quantity;
        }
        for (const Line& line : fact.lines) {
            StockDay& day = days[{fact.business_date, line.item}];
            if (fact.kind == kind::kStocktake) {
                day.add(line, differs(line) ? reason_of(line, explained(fact.number)) : std::string{});
            } else {
                day.moved[fact.movement] += line.quantity;
            }
        }
    }
    Table table{{{"business_date", tr("Date"), ColumnKind::code},
                 {"item", tr("Code"), ColumnKind::code},
                 {"name", tr("Item"), ColumnKind::text},
                 {"received", tr("Received"), ColumnKind::integer},
                 {"returned", tr("Put back"), ColumnKind::integer},
                 {"drinks", tr("Drinks"), ColumnKind::integer},
                 {"used", tr("Used"), ColumnKind::integer},
                 {"broken", tr("Broken"), ColumnKind::integer},
                 {"expired", tr("Expired"), ColumnKind::integer},
                 {"adjusted", tr("Adjusted"), ColumnKind::integer},
                 {"expected", tr("Expected"), ColumnKind::integer},
                 {"counted", tr("Counted"), ColumnKind::integer},
                 {"difference", tr("Difference"), ColumnKind::integer},
                 {"reason", tr("Reason"), ColumnKind::text}},
                {}};
    for (const auto& [key, day] : days) {
        const auto moved = [&moves = day.moved](const char* movement) {
            const auto found = moves.find(movement);
            return Cell::of(found == moves.end() ? std::int64_t{0} : found->second);
        };
        const auto expected =
            day.difference ? std::optional{*day.counted - *day.difference} : std::optional<std::int64_t>{};
        table.rows.push_back({Cell::of(to_text(key.first)), Cell::of(key.second),
                              Cell::of(name_of("stock", key.second)), moved(movement::kReceived),
                              moved(movement::kReturned), Cell::of(day.drinks), moved(movement::kUsed),
                              moved(movement::kBroken), moved(movement::kExpired), moved(movement::kAdjusted),
                              cell_of(expected), cell_of(day.counted), cell_of(day.difference), Cell::of(day.reason)});
    }
    return table;
}

Table fridges_block(const std::vector<Reading>& readings, const NameOf& name_of) {
    struct FridgeDay {
        std::int64_t readings = 0;
        std::int64_t lowest = 0;
        std::int64_t highest = 0;
        std::int64_t outside = 0;
        std::string action;
    };
    std::map<std::pair<Date, std::string>, FridgeDay> days;
    for (const Reading& reading : readings) {
        FridgeDay& day = days[{reading.business_date, reading.fridge}];
        day.lowest = day.readings == 0 ? reading.tenths : std::min(day.lowest, reading.tenths);
        day.highest = day.readings == 0 ? reading.tenths : std::max(day.highest, reading.tenths);
        ++day.readings;
        day.outside += reading.outside ? 1 : 0;
        if (reading.outside) {
            day.action += (day.action.empty() ? "" : "; ") + reading.action;
        }
    }
    Table table{{{"business_date", tr("Date"), ColumnKind::code},
                 {"fridge", tr("Code"), ColumnKind::code},
                 {"name", tr("Fridge"), ColumnKind::text},
                 {"readings", tr("Readings"), ColumnKind::integer},
                 {"lowest", tr("Lowest C"), ColumnKind::code},
                 {"highest", tr("Highest C"), ColumnKind::code},
                 {"outside", tr("Outside"), ColumnKind::integer},
                 {"action", tr("Action"), ColumnKind::text}},
                {}};
    for (const auto& [key, day] : days) {
        table.rows.push_back({Cell::of(to_text(key.first)), Cell::of(key.second),
                              Cell::of(name_of("fridge", key.second)), Cell::of(day.readings),
                              Cell::of(tenths_text(day.lowest)), Cell::of(tenths_text(day.highest)),
                              Cell::of(day.outside), Cell::of(day.action)});
    }
    return table;
}

}  // namespace onduty
