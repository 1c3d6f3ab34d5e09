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
    std::optional<Line> counted;  // the last count of the date
    EntryNumber count = 0;
};

using StockDays = std::map<std::pair<Date, std::string>, StockDay>;

Cell difference_cell(const Line& line) {
    return line.expected ? Cell::of(line.quantity - *line.expected) : Cell{};
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
                day.counted = line;
                day.count = fact.number;
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
        const bool odd = day.counted && differs(*day.counted);
        table.rows.push_back({Cell::of(to_text(key.first)), Cell::of(key.second),
                              Cell::of(name_of("stock", key.second)), moved(movement::kReceived),
                              moved(movement::kReturned), Cell::of(day.drinks), moved(movement::kUsed),
                              moved(movement::kBroken), moved(movement::kExpired), moved(movement::kAdjusted),
                              day.counted && day.counted->expected ? Cell::of(*day.counted->expected) : Cell{},
                              day.counted ? Cell::of(day.counted->quantity) : Cell{},
                              day.counted ? difference_cell(*day.counted) : Cell{},
                              odd ? Cell::of(reason_of(*day.counted, explained(day.count))) : Cell{}});
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
