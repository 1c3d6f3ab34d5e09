// SPDX-License-Identifier: MIT
#include "notes/blocks.hpp"

#include <map>

#include "notes/kinds.hpp"
#include "notes/rules.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct Sums {
    std::int64_t noted = 0;
    std::int64_t people = 0;
    std::int64_t in_time = 0;
    std::int64_t late = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
};

// An event is not late when it is looked back on after it.
bool done_in_time(const NoteFate& note) {
    return note.kind == kind::kEvent || in_time(note.due, *note.done);
}

}  // namespace

Table drills_block(const std::vector<Practice>& practices, const Zone& zone, const NameOf& name_of,
                   const std::function<const char*(const std::string&)>& shown) {
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"kind", tr("Kind"), ColumnKind::word},
                 {"what", tr("What"), ColumnKind::text},
                 {"people", tr("People"), ColumnKind::integer},
                 {"result", tr("Result"), ColumnKind::word},
                 {"words", tr("Words"), ColumnKind::text},
                 {"trainer", tr("Trainer"), ColumnKind::text},
                 {"next", tr("Next"), ColumnKind::code},
                 {"entry", tr("Entry"), ColumnKind::integer}},
                {}};
    for (const Practice& practice : practices) {
        const Entry& entry = practice.entry;
        const bool drill = entry.kind == kind::kDrill;
        table.rows.push_back(
            {Cell::of(to_text(entry.business_date)), Cell::of(entry.kind.c_str(), shown(entry.kind)),
             Cell::of(drill ? name_of("emergency", entry.subject) : entry.note), Cell::of(practice.agenda.people),
             entry.result.empty() ? Cell{} : Cell::of(entry.result.c_str(), shown(entry.result)),
             Cell::of(drill ? entry.note : ""), Cell::of(practice.trainer),
             Cell::of(entry.slot_at ? date_time_text(zone, *entry.slot_at) : ""), Cell::of(entry.number)});
    }
    return table;
}

Table notes_block(const std::vector<NoteFate>& notes, Instant now,
                  const std::function<const char*(const std::string&)>& shown) {
    std::map<std::string, Sums> kinds;
    for (const NoteFate& note : notes) {
        Sums& sums = kinds[note.kind];
        ++sums.noted;
        sums.people += note.people;
        if (note.done) {
            ++(done_in_time(note) ? sums.in_time : sums.late);
        } else if (note.waits) {
            const bool overdue = note.due && now > note_slot(note.kind, *note.due).on_time_until;
            ++(overdue ? sums.overdue : sums.open);
        }
    }
    Table table{{{"kind", tr("Kind"), ColumnKind::word},
                 {"noted", tr("Number"), ColumnKind::integer},
                 {"people", tr("People"), ColumnKind::integer},
                 {"in_time", tr("Done in time"), ColumnKind::integer},
                 {"late", tr("Done late"), ColumnKind::integer},
                 {"open", tr("Open"), ColumnKind::integer},
                 {"overdue", tr("Overdue"), ColumnKind::integer}},
                {}};
    for (const auto& [kind, sums] : kinds) {
        table.rows.push_back({Cell::of(kind.c_str(), shown(kind)), Cell::of(sums.noted), Cell::of(sums.people),
                              Cell::of(sums.in_time), Cell::of(sums.late), Cell::of(sums.open),
                              Cell::of(sums.overdue)});
    }
    return table;
}

}  // namespace onduty
