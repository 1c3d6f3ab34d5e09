// SPDX-License-Identifier: MIT
#include "rooms/blocks.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct RoomDay {
    std::int64_t tours = 0;
    std::set<EntryNumber> groups;
    std::int64_t people = 0;
    std::int64_t counts = 0;
    std::int64_t uncounted = 0;
    std::int64_t differences = 0;
};

}  // namespace

Table show_home_block(const RoomFacts& facts, DateRange dates, const NameOf& name_of) {
    std::map<std::pair<Date, std::string>, RoomDay> days;
    for (const Tour& tour : facts.tours) {
        if (dates.contains(tour.business_date)) {
            RoomDay& day = days[{tour.business_date, tour.room}];
            ++day.tours;
            day.groups.insert(tour.visit);
            day.people += tour.party;
            day.uncounted += was_counted(facts, tour) ? 0 : 1;
        }
    }
    for (const RoomCount& count : facts.counts) {
        if (dates.contains(count.business_date)) {
            RoomDay& day = days[{count.business_date, count.room}];
            ++day.counts;
            day.differences += std::count_if(count.lines.begin(), count.lines.end(), differs);
        }
    }
    Table table{{{"business_date", tr("Date"), ColumnKind::code},
                 {"room", tr("Code"), ColumnKind::code},
                 {"name", tr("Room"), ColumnKind::text},
                 {"tours", tr("Tours"), ColumnKind::integer},
                 {"groups", tr("Groups"), ColumnKind::integer},
                 {"people", tr("People"), ColumnKind::integer},
                 {"counts", tr("Counts"), ColumnKind::integer},
                 {"uncounted", tr("Not counted"), ColumnKind::integer},
                 {"differences", tr("Differences"), ColumnKind::integer}},
                {}};
    for (const auto& [key, day] : days) {
        table.rows.push_back({Cell::of(to_text(key.first)), Cell::of(key.second), Cell::of(name_of("room", key.second)),
                              Cell::of(day.tours), Cell::of(static_cast<std::int64_t>(day.groups.size())),
                              Cell::of(day.people), Cell::of(day.counts), Cell::of(day.uncounted),
                              Cell::of(day.differences)});
    }
    return table;
}

Table differences_block(const RoomFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of,
                        const std::function<std::string(EntryNumber)>& visit, const ExplanationsOf& explained) {
    Table table{{{"room", tr("Code"), ColumnKind::code},
                 {"name", tr("Room"), ColumnKind::text},
                 {"item", tr("Item code"), ColumnKind::code},
                 {"thing", tr("Item"), ColumnKind::text},
                 {"expected", tr("Expected"), ColumnKind::integer},
                 {"counted", tr("Counted"), ColumnKind::integer},
                 {"in_place", tr("In place"), ColumnKind::word},
                 {"group", tr("After"), ColumnKind::code},
                 {"since", tr("Counted before"), ColumnKind::code},
                 {"found", tr("Found"), ColumnKind::code},
                 {"reason", tr("Reason"), ColumnKind::text}},
                {}};
    for (const RoomCount& count : facts.counts) {
        if (!dates.contains(count.business_date) || std::none_of(count.lines.begin(), count.lines.end(), differs)) {
            continue;
        }
        const RoomCount* before = count_before(facts, count);
        const auto said = explained(count.number);
        for (const Line& line : count.lines) {
            if (!differs(line)) {
                continue;
            }
            const bool in_place = line.condition != condition::kMisplaced;
            table.rows.push_back({Cell::of(count.room), Cell::of(name_of("room", count.room)), Cell::of(line.item),
                                  Cell::of(name_of("thing", count.room + "/" + line.item)),
                                  Cell::of(line.expected.value_or(line.quantity)), Cell::of(line.quantity),
                                  in_place ? Cell::of("yes", tr("yes")) : Cell::of("no", tr("no")),
                                  Cell::of(visit(group_before(facts, count))),
                                  before == nullptr ? Cell{} : Cell::of(date_time_text(zone, before->at)),
                                  Cell::of(date_time_text(zone, count.at)), Cell::of(reason_of(line, said))});
        }
    }
    return table;
}

}  // namespace onduty
