// SPDX-License-Identifier: MIT
#include "guard/blocks.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "print/sums.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct CallDay {
    std::int64_t asked = 0;
    std::int64_t answered = 0;
    std::int64_t unanswered = 0;
    std::int64_t steps = 0;  // that followed
    std::int64_t open = 0;
    std::int64_t missed = 0;
    std::map<std::string, std::vector<Instant>> signs;  // of life, by person
};

void add_call(CallDay& day, const CheckCall& call) {
    if (call.outcome) {
        return;
    }
    ++day.asked;
    day.answered += call.answered ? 1 : 0;
    day.unanswered += call.answered ? 0 : 1;
    if (call.answered) {
        day.signs[call.person].push_back(call.at);
    }
}

std::map<std::string, std::vector<CheckCall>> by_person(const std::vector<CheckCall>& calls) {
    std::map<std::string, std::vector<CheckCall>> found;
    for (const CheckCall& call : calls) {
        found[call.person].push_back(call);
    }
    return found;
}

void add_rounds(std::map<Date, CallDay>& days, const PatrolFacts& patrol) {
    for (const Round& round : patrol.rounds) {
        const auto day = days.find(round.business_date);
        if (day == days.end()) {
            continue;
        }
        std::vector<Instant>& signs = day->second.signs[round.person];
        signs.push_back(round.start);
        for (const Round::Visit& visit : round.visits) {
            signs.push_back(visit.at);
        }
    }
}

// When it was typed, or to whom it was reported, if that was later than the grace.
Cell typed_late_cell(const Zone& zone, const IncidentReport& report) {
    const auto own = typed_late(report.entry);
    const auto at = own ? own : report.call_typed_late;
    return at ? Cell::of(date_time_text(zone, *at)) : Cell{};
}

}  // namespace

Table incidents_block(const std::vector<IncidentReport>& reports, const Zone& zone, const NameOf& name_of) {
    Table table{{{"incident", tr("No."), ColumnKind::integer},
                 {"time", tr("When"), ColumnKind::code},
                 {"category", tr("Category"), ColumnKind::text},
                 {"place", tr("Where"), ColumnKind::text},
                 {"what", tr("What"), ColumnKind::text},
                 {"typed_late", tr("Typed late"), ColumnKind::code},
                 {"reported_by", tr("Reported by"), ColumnKind::text},
                 {"reported_to", tr("Reported to"), ColumnKind::text},
                 {"minutes", tr("Min to report"), ColumnKind::integer},
                 {"action", tr("Action taken"), ColumnKind::text},
                 {"needed", tr("Action to take"), ColumnKind::text},
                 {"emergency", tr("Emergency plan"), ColumnKind::text},
                 {"entry", tr("Entry"), ColumnKind::integer}},
                {}};
    for (const IncidentReport& report : reports) {
        const auto& [entry, incident, call_typed_late] = report;
        table.rows.push_back(
            {Cell::of(incident.sequence), Cell::of(date_time_text(zone, entry.told_at())),
             Cell::of(name_of("category", incident.category)),
             Cell::of(incident.place.empty() ? "" : name_of("point", incident.place)), Cell::of(entry.note),
             typed_late_cell(zone, report), Cell::of(name_of("staff", incident.reported_by)), Cell::of(incident.phoned),
             incident.phoned_at ? minutes_cell(*incident.phoned_at - entry.told_at()) : Cell{},
             Cell::of(incident.action_taken), Cell::of(incident.action_needed),
             Cell::of(entry.rule.empty() ? "" : name_of("emergency", entry.rule)), Cell::of(entry.number)});
    }
    return table;
}

Table conduct_block(const std::vector<ConductFinding>& findings, bool named, const Zone& zone, const NameOf& name_of,
                    const std::function<const char*(const std::string&)>& shown) {
    Table table{{{"kind", tr("Kind"), ColumnKind::word},
                 {"number", tr("Number"), ColumnKind::integer},
                 {"business_date", tr("Business date"), ColumnKind::code},
                 {"person", tr("Person"), ColumnKind::text},
                 {"by", tr("By"), ColumnKind::text},
                 {"words", tr("Words"), ColumnKind::text},
                 {"typed_late", tr("Typed late"), ColumnKind::code},
                 {"entry", tr("Entry"), ColumnKind::integer}},
                {}};
    std::map<std::string, std::int64_t> counts;
    for (const ConductFinding& finding : findings) {
        ++counts[finding.kind];
        if (named) {
            table.rows.push_back({Cell::of(finding.kind.c_str(), shown(finding.kind)), Cell::of(std::int64_t{1}),
                                  Cell::of(to_text(finding.business_date)), Cell::of(name_of("staff", finding.person)),
                                  Cell::of(name_of("staff", finding.by)), Cell::of(finding.words),
                                  finding.typed_late ? Cell::of(date_time_text(zone, *finding.typed_late)) : Cell{},
                                  Cell::of(finding.entry)});
        }
    }
    if (!named) {
        for (const auto& [kind, number] : counts) {
            table.rows.push_back({Cell::of(kind.c_str(), shown(kind)), Cell::of(number), {}, {}, {}, {}, {}, {}});
        }
    }
    return table;
}

Table calls_block(const GuardFacts& guard, const std::set<EntryNumber>& open, const PatrolFacts& patrol,
                  const std::vector<RuleOutcomes>& call_rules, DateRange dates, const ShiftsOf& shifts_of) {
    std::map<Date, CallDay> days;
    for (const CheckCall& call : guard.calls) {
        if (dates.contains(call.business_date)) {
            CallDay& day = days[call.business_date];
            add_call(day, call);
            day.open += open.count(call.number) > 0 ? 1 : 0;
        }
    }
    for (const auto& [person, calls] : by_person(guard.calls)) {
        for (const Unanswered& some : unanswered_of(calls)) {
            for (auto step = some.calls.begin() + 1; step != some.calls.end(); ++step) {
                if (dates.contains(step->business_date)) {
                    ++days[step->business_date].steps;
                }
            }
        }
    }
    for (const RuleOutcomes& rule : call_rules) {
        for (const Outcome& outcome : rule.judgement.outcomes) {
            const bool over = outcome.state == State::missed || outcome.state == State::explained;
            if (dates.contains(outcome.slot.date) && (over || outcome.mark)) {
                days[outcome.slot.date].missed += over ? 1 : 0;
            }
        }
    }
    add_rounds(days, patrol);
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"asked", tr("Asked"), ColumnKind::integer},
                 {"answered", tr("Answered"), ColumnKind::integer},
                 {"unanswered", tr("No answer"), ColumnKind::integer},
                 {"steps", tr("Steps"), ColumnKind::integer},
                 {"open", tr("Open"), ColumnKind::integer},
                 {"missed", tr("Missed"), ColumnKind::integer},
                 {"longest_gap", tr("Gap min"), ColumnKind::integer}},
                {}};
    for (const auto& [date, day] : days) {
        std::chrono::milliseconds gap{0};
        bool has_pair = false;
        for (const auto& [person, signs] : day.signs) {
            for (const Shift& shift : shifts_of(person)) {
                std::vector<Instant> in_shift;
                std::copy_if(signs.begin(), signs.end(), std::back_inserter(in_shift),
                             [&](Instant at) { return shift.from <= at && (!shift.until || at <= *shift.until); });
                has_pair = has_pair || in_shift.size() > 1;
                gap = std::max(gap, longest_gap(std::move(in_shift)));
            }
        }
        table.rows.push_back({Cell::of(to_text(date)), Cell::of(day.asked), Cell::of(day.answered),
                              Cell::of(day.unanswered), Cell::of(day.steps), Cell::of(day.open), Cell::of(day.missed),
                              has_pair ? minutes_cell(gap) : Cell{}});
    }
    return table;
}

}  // namespace onduty
