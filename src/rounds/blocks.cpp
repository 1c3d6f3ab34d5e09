// SPDX-License-Identifier: MIT
#include "rounds/blocks.hpp"

#include <algorithm>
#include <map>

#include "text/translate.hpp"
#include "time/words.hpp"

namespace onduty {

namespace {

const Round* round_of(const PatrolFacts& facts, EntryNumber number) {
    const auto found = std::find_if(facts.rounds.begin(), facts.rounds.end(),
                                    [&](const Round& round) { return round.number == number; });
    return found == facts.rounds.end() ? nullptr : &*found;
}

const Check* check_of(const PatrolFacts& facts, EntryNumber number) {
    const auto found = std::find_if(facts.checks.begin(), facts.checks.end(),
                                    [&](const Check& check) { return check.number == number; });
    return found == facts.checks.end() ? nullptr : &*found;
}

const Deed* deed_of(const PatrolFacts& facts, EntryNumber number) {
    const auto found = std::find_if(facts.deeds.begin(), facts.deeds.end(),
                                    [&](const Deed& deed) { return deed.mark.entry == number; });
    return found == facts.deeds.end() ? nullptr : &*found;
}

const WrittenExplanation* explanation_of(const PatrolFacts& facts, EntryNumber number) {
    const auto found = std::find_if(facts.explanations.begin(), facts.explanations.end(),
                                    [&](const WrittenExplanation& text) { return text.number == number; });
    return found == facts.explanations.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

struct PointSums {
    std::int64_t visits = 0;
    std::int64_t faults = 0;
    std::int64_t too_fast = 0;
    std::int64_t repeated = 0;
    std::int64_t gaps = 0;
    std::int64_t total = 0;
    std::int64_t shortest = 0;
    std::int64_t longest = 0;
    Date last_date{};
    Instant last_at{};

    void add(const PointVisit& visit, Date date) {
        faults += visit.fault ? 1 : 0;
        too_fast += visit.flag == flag::kTooFast ? 1 : 0;
        repeated += visit.flag == flag::kRepeated ? 1 : 0;
        if (visits > 0 && last_date == date) {
            const std::int64_t gap = std::chrono::floor<Minutes>(visit.at - last_at).count();
            shortest = gaps == 0 ? gap : std::min(shortest, gap);
            longest = std::max(longest, gap);
            total += gap;
            ++gaps;
        }
        ++visits;
        last_date = date;
        last_at = visit.at;
    }
};

}  // namespace

std::string percent_text(std::int64_t per_mille) {
    return per_mille < 0 ? std::string{} : fmt::format("{}.{}", per_mille / 10, per_mille % 10);
}

Table patrol_block(const std::vector<RuleOutcomes>& rules) {
    Table table{{{"rule", tr("Rule"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"planned", tr("Planned"), ColumnKind::integer},
                 {"on_time", tr("On time"), ColumnKind::integer},
                 {"early", tr("Early"), ColumnKind::integer},
                 {"late", tr("Late"), ColumnKind::integer},
                 {"missed", tr("Missed"), ColumnKind::integer},
                 {"explained", tr("Explained"), ColumnKind::integer},
                 {"incomplete", tr("Incomplete"), ColumnKind::integer},
                 {"extra", tr("Extra"), ColumnKind::integer},
                 {"pending", tr("Pending"), ColumnKind::integer},
                 {"not_applicable", tr("N/a"), ColumnKind::integer},
                 {"on_time_percent", tr("On time %"), ColumnKind::code}},
                {}};
    for (const RuleOutcomes& rule : rules) {
        if (rule.is_cleaning()) {
            continue;
        }
        const StateCounts counts = count_states(rule.judgement);
        if (counts.planned + counts.extra + counts.not_applicable == 0) {
            continue;
        }
        table.rows.push_back({Cell::of(rule.rule), Cell::of(rule.name), Cell::of(counts.planned),
                              Cell::of(counts.on_time), Cell::of(counts.early), Cell::of(counts.late),
                              Cell::of(counts.missed), Cell::of(counts.explained), Cell::of(counts.incomplete),
                              Cell::of(counts.extra), Cell::of(counts.pending), Cell::of(counts.not_applicable),
                              Cell::of(percent_text(counts.on_time_per_mille()))});
    }
    return table;
}

Table slots_block(const std::vector<RuleOutcomes>& rules, const PatrolFacts& facts, const Zone& zone,
                  const NameOf& name_of, StateWord state_word, const std::function<bool(const Outcome&)>& only) {
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"rule", tr("Rule"), ColumnKind::code},
                 {"due", tr("Due"), ColumnKind::code},
                 {"state", tr("State"), ColumnKind::word},
                 {"done", tr("Done"), ColumnKind::code},
                 {"minutes_off", tr("Min off"), ColumnKind::integer},
                 {"person", tr("Person"), ColumnKind::text},
                 {"entry", tr("No."), ColumnKind::integer},
                 {"left_out", tr("Left out"), ColumnKind::code},
                 {"explanation", tr("Explanation"), ColumnKind::text},
                 {"explained_by", tr("Explained by"), ColumnKind::text},
                 {"tolerance_min", tr("Tolerance min"), ColumnKind::integer}},
                {}};
    for (const RuleOutcomes& rule : rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            if (only && !only(outcome)) {
                continue;
            }
            const Slot& slot = outcome.slot;
            std::vector<Cell> row(table.columns.size());
            row[0] = Cell::of(to_text(slot.date));
            row[1] = Cell::of(rule.rule);
            row[2] = Cell::of(date_time_text(zone, slot.due));
            row[3] = Cell::of(machine_name(outcome.state), state_word(outcome.state));
            if (outcome.mark) {
                row[4] = Cell::of(date_time_text(zone, outcome.mark->at));
                row[5] = Cell::of(std::int64_t{std::chrono::floor<Minutes>(outcome.mark->at - slot.due).count()});
                row[7] = Cell::of(outcome.mark->entry);
                if (const Round* round = round_of(facts, outcome.mark->entry)) {
                    row[6] = Cell::of(name_of("staff", round->person));
                    row[8] = Cell::of(joined(round->missing));
                } else if (const Check* check = check_of(facts, outcome.mark->entry)) {
                    row[6] = Cell::of(name_of("staff", check->person));
                } else if (const Deed* deed = deed_of(facts, outcome.mark->entry)) {
                    row[6] = Cell::of(name_of("staff", deed->person));
                }
            }
            if (const auto* explanation = explanation_of(facts, outcome.explanation)) {
                row[9] = Cell::of(explanation->words);
                row[10] = Cell::of(name_of("staff", explanation->person));
            }
            row[11] = Cell::of(std::int64_t{slot.rule->late.count()});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Table points_block(const PatrolFacts& facts, DateRange dates, const Plan& plan) {
    std::map<std::string, PointSums> sums;
    for (const Round& round : facts.rounds) {
        if (dates.contains(round.business_date)) {
            for (const PointVisit& visit : round.visits) {
                sums[visit.point].add(visit, round.business_date);
            }
        }
    }
    Table table{{{"point", tr("Point"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"visits", tr("Visits"), ColumnKind::integer},
                 {"faults", tr("Faults"), ColumnKind::integer},
                 {"too_fast", tr("Too fast"), ColumnKind::integer},
                 {"repeated", tr("Repeated"), ColumnKind::integer},
                 {"average_gap_min", tr("Avg gap"), ColumnKind::integer},
                 {"shortest_gap_min", tr("Min gap"), ColumnKind::integer},
                 {"longest_gap_min", tr("Max gap"), ColumnKind::integer}},
                {}};
    // A point without a visit is a fact too, if a round passes it.
    for (const Route& route : plan.routes) {
        for (const std::string& point : route.points) {
            sums.try_emplace(point);
        }
    }
    for (const auto& [code, sum] : sums) {
        const Point* point = find_code(plan.points, code);
        const auto gap = [&](std::int64_t value) { return sum.gaps == 0 ? Cell{} : Cell::of(value); };
        table.rows.push_back({Cell::of(code), Cell::of(point == nullptr ? code : point->name), Cell::of(sum.visits),
                              Cell::of(sum.faults), Cell::of(sum.too_fast), Cell::of(sum.repeated),
                              gap(sum.gaps == 0 ? 0 : sum.total / sum.gaps), gap(sum.shortest), gap(sum.longest)});
    }
    return table;
}

}  // namespace onduty
