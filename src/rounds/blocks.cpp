// SPDX-License-Identifier: MIT
#include "rounds/blocks.hpp"

#include <algorithm>
#include <map>
#include "book/machine_words.hpp"

#include "print/sums.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

Table patrol_block(const std::vector<RuleOutcomes>& rules) {
    Table table{{{"rule", tr("Rule"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"planned", tr("Planned"), ColumnKind::integer},
                 {"on_time", tr("On time"), ColumnKind::integer},
                 {"early", tr("Early"), ColumnKind::integer},
                 {"late", tr("Late"), ColumnKind::integer},
                 {"typed_late", tr("Typed late"), ColumnKind::integer},
                 {"claimed", tr("Claimed"), ColumnKind::integer},
                 {"accepted", tr("Claims accepted"), ColumnKind::integer},
                 {"clock_in_doubt", tr("Clock in doubt"), ColumnKind::integer},
                 {"missed", tr("Missed"), ColumnKind::integer},
                 {"explained", tr("Explained"), ColumnKind::integer},
                 {"incomplete", tr("Incomplete"), ColumnKind::integer},
                 {"extra", tr("Extra"), ColumnKind::integer},
                 {"pending", tr("Pending"), ColumnKind::integer},
                 {"not_applicable", tr("N/a"), ColumnKind::integer},
                 {"on_time_percent", tr("On time %"), ColumnKind::code},
                 {"overdue", tr("Overdue"), ColumnKind::integer}},
                {}};
    for (const RuleOutcomes& rule : rules) {
        if (rule.is_cleaning()) {
            continue;
        }
        const StateCounts counts = count_states(rule.judgement);
        if (counts.planned + counts.extra + counts.not_applicable == 0) {
            continue;
        }
        table.rows.push_back(
            {Cell::of(rule.rule), Cell::of(rule.name), Cell::of(counts.planned), Cell::of(counts.on_time),
             Cell::of(counts.early), Cell::of(counts.late), Cell::of(counts.typed_late), Cell::of(counts.claimed),
             Cell::of(counts.accepted), Cell::of(counts.clock_in_doubt), Cell::of(counts.missed),
             Cell::of(counts.explained), Cell::of(counts.incomplete), Cell::of(counts.extra), Cell::of(counts.pending),
             Cell::of(counts.not_applicable), share_cell(counts.on_time, counts.over()), Cell::of(counts.overdue)});
    }
    return table;
}

Table slots_block(const std::vector<RuleOutcomes>& rules, const PatrolFacts& facts, const Zone& zone,
                  const NameOf& name_of, StateWord state_word) {
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"rule", tr("Rule"), ColumnKind::code},
                 {"due", tr("Due"), ColumnKind::code},
                 {"state", tr("State"), ColumnKind::word},
                 {"done", tr("Done"), ColumnKind::code},
                 {"minutes_off", tr("Min off"), ColumnKind::integer},
                 {"person", tr("Person"), ColumnKind::text},
                 {"entry", tr("No."), ColumnKind::integer},
                 {"left_out", tr("Left out"), ColumnKind::code},
                 {"claim", tr("Claim"), ColumnKind::word},
                 {"accepted_by", tr("Accepted by"), ColumnKind::text},
                 {"explanation", tr("Explanation"), ColumnKind::text},
                 {"explained_by", tr("Explained by"), ColumnKind::text},
                 {"explanation_mark", tr("Mark"), ColumnKind::word},
                 {"tolerance_min", tr("Tolerance min"), ColumnKind::integer}},
                {}};
    for (const RuleOutcomes& rule : rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            const Slot& slot = outcome.slot;
            std::vector<Cell> row(table.columns.size());
            row[0] = Cell::of(to_text(slot.date));
            row[1] = Cell::of(rule.rule);
            row[2] = Cell::of(date_time_text(zone, slot.due));
            row[3] = Cell::of(machine_name(outcome.state), state_word(outcome.state));
            if (outcome.mark) {
                row[4] = Cell::of(date_time_text(zone, outcome.mark->at));
                row[5] = Cell::of(std::int64_t{std::chrono::floor<Minutes>(outcome.mark->at - slot.due).count()});
                row[6] = Cell::of(name_of("staff", facts.deeds.person_of(outcome.mark->entry)));
                row[7] = Cell::of(outcome.mark->entry);
                row[8] = Cell::of(facts.left_out(outcome.mark->entry));
            }
            if (outcome.claim) {
                row[9] = outcome.accepted == 0 ? Cell::of("waiting", tr("waiting"))
                                               : Cell::of("accepted", tr("accepted by another"));
                row[10] = Cell::of(name_of("staff", facts.deeds.acceptor(outcome.accepted)));
            }
            if (const auto* explanation = facts.deeds.explanation(outcome.explanation)) {
                row[11] = Cell::of(explanation->words);
                row[12] = Cell::of(name_of("staff", explanation->person));
                const EntryNumber accepted = facts.deeds.accepts(explanation->number, explanation->number);
                if (accepted != 0) {
                    row[10] = Cell::of(name_of("staff", facts.deeds.acceptor(accepted)));
                } else if (!explanation->mark.empty()) {
                    row[13] = Cell::of(explanation->mark.c_str(), shown_word(explanation->mark));
                }
            }
            row[14] = Cell::of(std::int64_t{slot.rule->late.count()});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Table points_block(std::map<std::string, PointSums> sums, const std::set<std::string>& on_routes,
                   const NameOf& name_of) {
    Table table{{{"point", tr("Point"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"visits", tr("Visits"), ColumnKind::integer},
                 {"faults", tr("Faults"), ColumnKind::integer},
                 {"too_fast", tr("Too fast"), ColumnKind::integer},
                 {"repeated", tr("Repeated"), ColumnKind::integer},
                 {"typed_together", tr("Typed together"), ColumnKind::integer},
                 {"average_gap_min", tr("Avg gap"), ColumnKind::integer},
                 {"shortest_gap_min", tr("Min gap"), ColumnKind::integer},
                 {"longest_gap_min", tr("Max gap"), ColumnKind::integer}},
                {}};
    // A point without a visit is a fact too, if a round passes it.
    for (const std::string& point : on_routes) {
        sums.try_emplace(point);
    }
    for (const auto& [code, sum] : sums) {
        const auto gap = [&](std::int64_t value) { return sum.gaps == 0 ? Cell{} : Cell::of(value); };
        table.rows.push_back({Cell::of(code), Cell::of(name_of("point", code)), Cell::of(sum.visits),
                              Cell::of(sum.faults), Cell::of(sum.too_fast), Cell::of(sum.repeated),
                              Cell::of(sum.typed_together), gap(sum.gaps == 0 ? 0 : sum.total / sum.gaps),
                              gap(sum.shortest), gap(sum.longest)});
    }
    return table;
}

}  // namespace onduty
