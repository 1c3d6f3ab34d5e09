// SPDX-License-Identifier: MIT
#include "meters/blocks.hpp"

#include "text/tenths.hpp"
#include "text/translate.hpp"

namespace onduty {

Table meters_block(const std::map<std::string, MeterSums>& sums, const MeterOf& meter_of, const NameOf& name_of) {
    Table table{{{"meter", tr("Code"), ColumnKind::code},
                 {"name", tr("Meter"), ColumnKind::text},
                 {"unit", tr("Unit"), ColumnKind::text},
                 {"readings", tr("Readings"), ColumnKind::integer},
                 {"last", tr("Last reading"), ColumnKind::code},
                 {"used", tr("Consumption"), ColumnKind::code},
                 {"used_a_day", tr("A day"), ColumnKind::code},
                 {"limit", tr("Limit"), ColumnKind::code},
                 {"over", tr("Over limit"), ColumnKind::integer},
                 {"below", tr("Below last"), ColumnKind::integer}},
                {}};
    const auto amount = [](std::optional<std::int64_t> tenths) { return Cell::of(tenths ? tenths_text(*tenths) : ""); };
    for (const auto& [code, sum] : sums) {
        const Meter* meter = meter_of(sum.last);
        const bool known = sum.use.during.count() > 0;
        const bool limited = meter != nullptr && meter->limit > 0;
        table.rows.push_back(
            {Cell::of(code), Cell::of(name_of("meter", code)), Cell::of(meter == nullptr ? "" : meter->unit),
             Cell::of(sum.readings), amount(sum.last.tenths),
             amount(known ? std::optional{sum.use.tenths} : std::nullopt), amount(sum.use.tenths_a_day()),
             amount(limited ? std::optional{meter->limit} : std::nullopt), Cell::of(sum.over), Cell::of(sum.below)});
    }
    return table;
}

}  // namespace onduty
