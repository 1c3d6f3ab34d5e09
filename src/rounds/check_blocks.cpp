// SPDX-License-Identifier: MIT
#include "rounds/check_blocks.hpp"

#include <map>

#include "print/sums.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct DaySums {
    std::int64_t done = 0;
    std::int64_t incomplete = 0;
    ItemCounts items;
};

}  // namespace

Table checks_block(const PatrolFacts& facts, DateRange dates, const NameOf& name_of) {
    std::map<std::pair<Date, std::string>, DaySums> days;
    for (const Check& check : facts.checks) {
        if (dates.contains(check.business_date)) {
            DaySums& sums = days[{check.business_date, check.checklist}];
            ++sums.done;
            sums.incomplete += check.complete ? 0 : 1;
            sums.items.add(check.items);
        }
    }
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"checklist", tr("Code"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"done", tr("Times"), ColumnKind::integer},
                 {"incomplete", tr("Incomplete"), ColumnKind::integer},
                 {"items", tr("Items"), ColumnKind::integer},
                 {"ok", tr("Ok"), ColumnKind::integer},
                 {"fixed", tr("Fixed"), ColumnKind::integer},
                 {"faults", tr("Faults"), ColumnKind::integer},
                 {"not_applicable", tr("N/a"), ColumnKind::integer},
                 {"score_percent", tr("Score %"), ColumnKind::code}},
                {}};
    for (const auto& [key, sums] : days) {
        table.rows.push_back(
            {Cell::of(to_text(key.first)), Cell::of(key.second), Cell::of(name_of("checklist", key.second)),
             Cell::of(sums.done), Cell::of(sums.incomplete), Cell::of(sums.items.answered()), Cell::of(sums.items.ok),
             Cell::of(sums.items.fixed), Cell::of(sums.items.faults), Cell::of(sums.items.not_applicable),
             share_cell(sums.items.good(), sums.items.applied())});
    }
    return table;
}

Table inspections_block(const PatrolFacts& facts, DateRange dates, const NameOf& name_of,
                        const std::function<std::string(EntryNumber)>& person_of_shift,
                        const std::function<bool(const Check&)>& scored) {
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"checklist", tr("Code"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"person", tr("Person"), ColumnKind::text},
                 {"by", tr("By"), ColumnKind::text},
                 {"points", tr("Points"), ColumnKind::integer},
                 {"of", tr("Of"), ColumnKind::integer},
                 {"fixed", tr("Fixed"), ColumnKind::integer},
                 {"faults", tr("Faults"), ColumnKind::integer},
                 {"not_applicable", tr("N/a"), ColumnKind::integer},
                 {"entry", tr("No."), ColumnKind::integer}},
                {}};
    for (const Check& check : facts.checks) {
        if (check.shift == 0 || !dates.contains(check.business_date)) {
            continue;
        }
        const ItemCounts& items = check.items;
        const bool points = check.complete && scored(check);
        table.rows.push_back({Cell::of(to_text(check.business_date)), Cell::of(check.checklist),
                              Cell::of(name_of("checklist", check.checklist)),
                              Cell::of(name_of("staff", person_of_shift(check.shift))),
                              Cell::of(name_of("staff", check.person)), points ? Cell::of(items.points()) : Cell{},
                              points ? Cell::of(items.answered()) : Cell{}, Cell::of(items.fixed),
                              Cell::of(items.faults), Cell::of(items.not_applicable), Cell::of(check.number)});
    }
    return table;
}

}  // namespace onduty
