// SPDX-License-Identifier: MIT
#include "cases/blocks.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "print/sums.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::size_t kNinetieth = 90;

std::int64_t count_in(const DateRange& dates, const std::vector<Date>& days) {
    return std::count_if(days.begin(), days.end(), [&](Date day) { return dates.contains(day); });
}

bool in(const DateRange& dates, const std::optional<Date>& day) {
    return day && dates.contains(*day);
}

bool resolved_in(const DateRange& dates, const Case& one) {
    return one.resolution() != nullptr && dates.contains(one.resolution()->date);
}

std::chrono::milliseconds between(Instant from, Instant until) {
    return std::max(until - from, std::chrono::milliseconds{0});
}

// Of a date without a clock time no minutes are known.
void add_measured(Durations& durations, const StepTime& from, const StepTime& until) {
    if (from.has_clock && until.has_clock) {
        durations.push_back(between(from.told, until.told));
    }
}

}  // namespace

Table cases_block(const CaseFacts& facts, const ShownWord& sort_word) {
    struct Sums {
        std::int64_t opened = 0;
        std::int64_t resolved = 0;
        std::int64_t closed = 0;
        std::int64_t reopened = 0;
        std::int64_t open = 0;
    };
    std::map<std::pair<std::string, std::int64_t>, Sums> rows;
    for (const CaseFact& fact : facts.cases) {
        const Case& one = fact.one;
        Sums& sums = rows[{one.sort, one.severity}];
        sums.opened += facts.dates.contains(one.date) ? 1 : 0;
        sums.resolved += resolved_in(facts.dates, one) ? 1 : 0;
        sums.closed += count_in(facts.dates, one.filed_on);
        sums.reopened += count_in(facts.dates, one.reopened_on);
        sums.open += one.archived ? 0 : 1;
    }
    Table table{{{"sort", tr("Kind"), ColumnKind::word},
                 {"severity", tr("Severity"), ColumnKind::integer},
                 {"opened", tr("Opened"), ColumnKind::integer},
                 {"resolved", tr("Resolved"), ColumnKind::integer},
                 {"closed", tr("Archived"), ColumnKind::integer},
                 {"reopened", tr("Reopened"), ColumnKind::integer},
                 {"open", tr("Open"), ColumnKind::integer}},
                {}};
    for (const auto& [key, sums] : rows) {
        table.rows.push_back({Cell::of(key.first.c_str(), sort_word(key.first)), Cell::of(key.second),
                              Cell::of(sums.opened), Cell::of(sums.resolved), Cell::of(sums.closed),
                              Cell::of(sums.reopened), Cell::of(sums.open)});
    }
    return table;
}

Table case_ages_block(const CaseFacts& facts) {
    static constexpr std::array<std::int64_t, 5> kUpTo{1, 3, 7, 14, 30};  // days
    struct Sums {
        std::array<std::int64_t, kUpTo.size() + 1> ages{};
        std::int64_t overdue = 0;
        std::int64_t open = 0;
    };
    std::map<std::int64_t, Sums> rows;
    for (const CaseFact& fact : facts.cases) {
        const Case& one = fact.one;
        if (one.archived) {
            continue;
        }
        Sums& sums = rows[one.severity];
        const auto age = between(one.start, facts.end);
        std::size_t band = 0;
        while (band < kUpTo.size() && age > std::chrono::days{kUpTo.at(band)}) {
            ++band;
        }
        ++sums.ages.at(band);
        ++sums.open;
        const auto deadlines = case_deadlines(one, *fact.plan, *fact.calendar, *facts.zone, facts.end);
        sums.overdue += std::any_of(deadlines.begin(), deadlines.end(), [&](const CaseDeadline& deadline) {
            return !deadline.done && facts.end > deadline.due;
        });
    }
    Table table{{{"severity", tr("Severity"), ColumnKind::integer},
                 {"days_1", tr("1 day"), ColumnKind::integer},
                 {"days_3", tr("3 days"), ColumnKind::integer},
                 {"days_7", tr("7 days"), ColumnKind::integer},
                 {"days_14", tr("14 days"), ColumnKind::integer},
                 {"days_30", tr("30 days"), ColumnKind::integer},
                 {"older", tr("Older"), ColumnKind::integer},
                 {"open", tr("Open"), ColumnKind::integer},
                 {"overdue", tr("Overdue"), ColumnKind::integer}},
                {}};
    for (const auto& [severity, sums] : rows) {
        std::vector<Cell> row{Cell::of(severity)};
        for (const std::int64_t number : sums.ages) {
            row.push_back(Cell::of(number));
        }
        row.push_back(Cell::of(sums.open));
        row.push_back(Cell::of(sums.overdue));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table case_times_block(const CaseFacts& facts) {
    struct Sums {
        Durations taken;          // of those of which clock times are told
        std::int64_t number = 0;  // of all
        std::int64_t in_time = 0;
    };
    std::map<std::pair<std::int64_t, CaseClock>, Sums> rows;
    for (const CaseFact& fact : facts.cases) {
        const Case& one = fact.one;
        const auto followed = followed_up(one, *fact.plan);
        for (const CaseDeadline& deadline : case_deadlines(one, *fact.plan, *fact.calendar, *facts.zone, facts.end)) {
            const bool counts = deadline.clock == CaseClock::accept ? in(facts.dates, one.accepted_on)
                                : deadline.clock == CaseClock::handle
                                    ? resolved_in(facts.dates, one)
                                    : followed && facts.dates.contains(followed->date);
            if (!counts || !deadline.done) {
                continue;
            }
            Sums& sums = rows[{one.severity, deadline.clock}];
            if (const auto taken = time_taken(deadline, *fact.calendar, *facts.zone)) {
                sums.taken.push_back(*taken);
            }
            ++sums.number;
            sums.in_time += deadline.in_time() ? 1 : 0;
        }
    }
    static constexpr std::array kNames{"accept", "handle", "follow-up"};
    const std::array shown{tr("accept"), tr("resolve"), tr("follow up")};
    Table table{{{"severity", tr("Severity"), ColumnKind::integer},
                 {"deadline", tr("Deadline"), ColumnKind::word},
                 {"number", tr("Number"), ColumnKind::integer},
                 {"median_minutes", tr("Median min"), ColumnKind::integer},
                 {"p90_minutes", tr("90 % within"), ColumnKind::integer},
                 {"longest_minutes", tr("Longest"), ColumnKind::integer},
                 {"in_time", tr("In time"), ColumnKind::integer},
                 {"in_time_percent", tr("In time %"), ColumnKind::code}},
                {}};
    for (const auto& [key, sums] : rows) {
        const std::int64_t number = sums.number;
        const auto clock = static_cast<std::size_t>(key.second);
        table.rows.push_back({Cell::of(key.first), Cell::of(kNames.at(clock), shown.at(clock)), Cell::of(number),
                              median_cell(sums.taken), percentile_cell(sums.taken, kNinetieth),
                              longest_cell(sums.taken), Cell::of(sums.in_time), share_cell(sums.in_time, number)});
    }
    return table;
}

Table causes_block(const CaseFacts& facts, const NameOf& name_of) {
    std::map<std::string, std::int64_t> numbers;
    std::int64_t all = 0;
    for (const CaseFact& fact : facts.cases) {
        if (in(facts.dates, fact.one.cause_on) && fact.one.sort != sort::kEnquiry) {
            ++numbers[fact.one.cause];
            ++all;
        }
    }
    std::vector<std::pair<std::string, std::int64_t>> rows{numbers.begin(), numbers.end()};
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    Table table{{{"cause", tr("Code"), ColumnKind::code},
                 {"name", tr("Cause"), ColumnKind::text},
                 {"number", tr("Number"), ColumnKind::integer},
                 {"percent", tr("Share %"), ColumnKind::code},
                 {"cumulative_percent", tr("Together %"), ColumnKind::code}},
                {}};
    std::int64_t together = 0;
    for (const auto& [cause, number] : rows) {
        together += number;
        table.rows.push_back({Cell::of(cause), Cell::of(name_of("cause", cause)), Cell::of(number),
                              share_cell(number, all), share_cell(together, all)});
    }
    return table;
}

Table verdicts_block(const CaseFacts& facts, const ShownWord& sort_word) {
    struct Sums {
        std::int64_t satisfied = 0;
        std::int64_t fairly = 0;
        std::int64_t not_satisfied = 0;
        std::int64_t missed = 0;
    };
    std::map<std::string, Sums> rows;
    for (const CaseFact& fact : facts.cases) {
        // Of each case one; an attempt takes back nothing of what was said.
        const FollowUp* last = nullptr;
        for (const FollowUp& follow_up : fact.one.follow_ups) {
            const bool said = follow_up.verdict != verdict::kMissed;
            last = facts.dates.contains(follow_up.date) && (said || last == nullptr) ? &follow_up : last;
        }
        if (last != nullptr) {
            Sums& sums = rows[fact.one.sort];
            ++(last->verdict == verdict::kSatisfied ? sums.satisfied
               : last->verdict == verdict::kFairly  ? sums.fairly
               : last->verdict == verdict::kNot     ? sums.not_satisfied
                                                    : sums.missed);
        }
    }
    Table table{{{"sort", tr("Kind"), ColumnKind::word},
                 {"a", tr("A satisfied"), ColumnKind::integer},
                 {"b", tr("B fairly"), ColumnKind::integer},
                 {"c", tr("C not"), ColumnKind::integer},
                 {"not_reached", tr("Not reached"), ColumnKind::integer},
                 {"satisfied_percent", tr("A and B %"), ColumnKind::code}},
                {}};
    for (const auto& [sort, sums] : rows) {
        const std::int64_t well = sums.satisfied + sums.fairly;
        table.rows.push_back({Cell::of(sort.c_str(), sort_word(sort)), Cell::of(sums.satisfied), Cell::of(sums.fairly),
                              Cell::of(sums.not_satisfied), Cell::of(sums.missed),
                              share_cell(well, well + sums.not_satisfied)});
    }
    return table;
}

Table repairs_block(const CaseFacts& facts, const NameOf& name_of) {
    struct Sums {
        std::int64_t dispatched = 0;
        Durations to_arrive;
        Durations to_done;
        std::int64_t done = 0;
        std::int64_t accepted = 0;
        std::int64_t refused = 0;
    };
    std::map<std::string, Sums> rows;
    for (const CaseFact& fact : facts.cases) {
        const Case& one = fact.one;
        for (const CaseStretch& sent : one.dispatches) {
            if (facts.dates.contains(sent.date)) {
                ++rows[sent.subject].dispatched;
            }
            if (sent.until && facts.dates.contains(sent.ended)) {
                rows[sent.subject].to_arrive.push_back(between(sent.from.told, sent.until->told));
            }
        }
        // What was done without anybody being sent is the work of the house.
        if (one.sort != sort::kRepair && one.dispatches.empty()) {
            continue;
        }
        if (resolved_in(facts.dates, one)) {
            const Resolution& done = *one.resolution();
            ++rows[done.sent].done;
            add_measured(rows[done.sent].to_done, done.begun, done.at);
        }
        if (in(facts.dates, one.signed_on)) {
            ++rows[one.signed_for].accepted;
        }
        for (const auto& [date, whose] : one.refused_on) {
            if (facts.dates.contains(date)) {
                ++rows[whose].refused;
            }
        }
    }
    Table table{{{"to", tr("Sent to"), ColumnKind::text},
                 {"dispatched", tr("Dispatched"), ColumnKind::integer},
                 {"arrived", tr("Arrived"), ColumnKind::integer},
                 {"median_to_arrive", tr("Min to arrive"), ColumnKind::integer},
                 {"done", tr("Repaired"), ColumnKind::integer},
                 {"median_to_done", tr("Min to repair"), ColumnKind::integer},
                 {"accepted", tr("Signed"), ColumnKind::integer},
                 {"refused", tr("Work refused"), ColumnKind::integer}},
                {}};
    for (const auto& [to, sums] : rows) {
        table.rows.push_back({Cell::of(to.empty() ? std::string{tr("nobody sent")} : name_of("post", to)),
                              Cell::of(sums.dispatched), Cell::of(static_cast<std::int64_t>(sums.to_arrive.size())),
                              median_cell(sums.to_arrive), Cell::of(sums.done), median_cell(sums.to_done),
                              Cell::of(sums.accepted), Cell::of(sums.refused)});
    }
    return table;
}

Table enquiries_block(const CaseFacts& facts, const NameOf& name_of, const ShownWord& channel_word) {
    struct Sums {
        std::int64_t asked = 0;
        std::int64_t handed_up = 0;
        std::int64_t open = 0;
        std::int64_t answered = 0;
        Durations to_answer;
    };
    std::map<std::pair<std::string, std::string>, Sums> rows;
    for (const CaseFact& fact : facts.cases) {
        const Case& one = fact.one;
        if (one.sort != sort::kEnquiry) {
            continue;
        }
        Sums& sums = rows[{one.cause, one.file.channel}];
        sums.asked += facts.dates.contains(one.date) ? 1 : 0;
        sums.handed_up += std::count_if(one.escalations.begin(), one.escalations.end(),
                                        [&](const CaseStretch& up) { return facts.dates.contains(up.date); });
        sums.open += one.resolution() == nullptr && !one.archived ? 1 : 0;
        if (resolved_in(facts.dates, one)) {
            ++sums.answered;
            add_measured(sums.to_answer, one.began(), one.resolution()->at);
        }
    }
    Table table{{{"cause", tr("Code"), ColumnKind::code},
                 {"name", tr("About"), ColumnKind::text},
                 {"channel", tr("Way"), ColumnKind::word},
                 {"asked", tr("Came in"), ColumnKind::integer},
                 {"answered", tr("Replied"), ColumnKind::integer},
                 {"handed_up", tr("Handed up"), ColumnKind::integer},
                 {"open", tr("Open"), ColumnKind::integer},
                 {"median_minutes", tr("Median min"), ColumnKind::integer}},
                {}};
    for (const auto& [key, sums] : rows) {
        table.rows.push_back({Cell::of(key.first), key.first.empty() ? Cell{} : Cell::of(name_of("cause", key.first)),
                              Cell::of(key.second.c_str(), channel_word(key.second)), Cell::of(sums.asked),
                              Cell::of(sums.answered), Cell::of(sums.handed_up), Cell::of(sums.open),
                              median_cell(sums.to_answer)});
    }
    return table;
}

}  // namespace onduty
