// SPDX-License-Identifier: MIT
#include "visits/blocks.hpp"

#include <algorithm>
#include <map>

#include "print/sums.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "visits/acceptances.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"
#include "visits/refills.hpp"

namespace onduty {

namespace {

// Groups that arrived on one of the dates.
bool counts(const Visit& visit, DateRange dates) {
    return visit.arrived && dates.contains(visit.business_date);
}

struct DaySums {
    std::int64_t groups = 0;
    std::int64_t people = 0;
    std::int64_t first_visits = 0;
    std::int64_t vehicles = 0;
    std::int64_t contractors = 0;
    std::int64_t calls = 0;
    std::int64_t first_calls = 0;
    std::int64_t turned_away = 0;
    std::int64_t questioned = 0;
    Durations to_host;

    void add(const Visit& visit) {
        vehicles += visit.type == visit_type::kVehicle ? 1 : 0;
        contractors += visit.type == visit_type::kContractor ? 1 : 0;
        if (!visit.is_group()) {
            return;
        }
        ++groups;
        people += visit.details.party;
        first_visits += visit.type == visit_type::kFirst ? 1 : 0;
        if (visit.hosted) {
            to_host.push_back(*visit.hosted - *visit.arrived);
        }
    }
    void add(const Contact& contact) {
        const bool call = contact.kind == kind::kCall;
        calls += call ? 1 : 0;
        first_calls += call && contact.first ? 1 : 0;
        turned_away += !call && contact.outcome == outcome::kTurnedAway ? 1 : 0;
        questioned += !call && contact.outcome == outcome::kQuestioned ? 1 : 0;
    }
};

struct BarSums {
    std::int64_t groups = 0;
    std::int64_t drinks = 0;
    std::int64_t planned = 0;
    std::int64_t in_time = 0;
    Durations waits;
    std::chrono::milliseconds longest_gap{0};

    void add(const Outcome& outcome) {
        const bool done = outcome.state == State::on_time || outcome.state == State::early;
        planned += outcome.state == State::pending ? 0 : 1;
        in_time += done ? 1 : 0;
    }
    bool is_empty() const { return groups == 0 && planned == 0; }
};

const char* acceptance_word(State state) {
    return state == State::on_time      ? tr("on time")
           : state == State::late       ? tr("late")
           : state == State::typed_late ? tr("typed late")
           : state == State::missed     ? tr("missed")
                                        : tr("pending");
}

}  // namespace

Table announcements_block(const std::vector<Visit>& visits, DateRange dates, const PlanHistory& history,
                          const Zone& zone, Instant now, const NameOf& name_of) {
    Table table{{{"visit", tr("Visit"), ColumnKind::code},
                 {"business_date", tr("Date"), ColumnKind::code},
                 {"announced", tr("Announced"), ColumnKind::code},
                 {"post", tr("Code"), ColumnKind::code},
                 {"name", tr("Post"), ColumnKind::text},
                 {"person", tr("Taken over by"), ColumnKind::text},
                 {"accepted", tr("Taken over at"), ColumnKind::code},
                 {"minutes", tr("Min to answer"), ColumnKind::integer},
                 {"state", tr("State"), ColumnKind::word}},
                {}};
    for (const Visit& visit : visits) {
        if (!visit.announced || !dates.contains(visit.announced_on)) {
            continue;
        }
        for (const NoticeAcceptance& one : acceptances_of(visit, history, zone)) {
            const State state = state_of(one, now);
            table.rows.push_back({Cell::of(visit_code(visit)), Cell::of(to_text(visit.announced_on)),
                                  Cell::of(date_time_text(zone, *visit.announced)), Cell::of(one.post),
                                  one.post.empty() ? Cell{} : Cell::of(name_of("post", one.post)),
                                  one.by ? Cell::of(name_of("staff", one.by->person)) : Cell{},
                                  one.by ? Cell::of(date_time_text(zone, one.by->done.at)) : Cell{},
                                  one.by ? minutes_cell(one.by->done.at - *visit.announced) : Cell{},
                                  one.slot ? Cell::of(machine_name(state), acceptance_word(state)) : Cell{}});
        }
    }
    return table;
}

Table reception_block(const VisitFacts& facts, DateRange dates) {
    std::map<Date, DaySums> days;
    for (const Visit& visit : facts.visits) {
        if (counts(visit, dates)) {
            days[visit.business_date].add(visit);
        }
    }
    for (const Contact& contact : facts.contacts) {
        if (dates.contains(contact.business_date)) {
            days[contact.business_date].add(contact);
        }
    }
    Table table{{{"business_date", tr("Date"), ColumnKind::code},
                 {"groups", tr("Groups"), ColumnKind::integer},
                 {"people", tr("People"), ColumnKind::integer},
                 {"first_visits", tr("First visits"), ColumnKind::integer},
                 {"calls", tr("Calls"), ColumnKind::integer},
                 {"first_calls", tr("First calls"), ColumnKind::integer},
                 {"vehicles", tr("Vehicles"), ColumnKind::integer},
                 {"contractors", tr("Contractors"), ColumnKind::integer},
                 {"turned_away", tr("Refused"), ColumnKind::integer},
                 {"questioned", tr("Questioned"), ColumnKind::integer},
                 {"host_median", tr("To host min"), ColumnKind::integer},
                 {"host_longest", tr("Longest"), ColumnKind::integer}},
                {}};
    for (const auto& [date, sums] : days) {
        table.rows.push_back({Cell::of(to_text(date)), Cell::of(sums.groups), Cell::of(sums.people),
                              Cell::of(sums.first_visits), Cell::of(sums.calls), Cell::of(sums.first_calls),
                              Cell::of(sums.vehicles), Cell::of(sums.contractors), Cell::of(sums.turned_away),
                              Cell::of(sums.questioned), median_cell(sums.to_host), longest_cell(sums.to_host)});
    }
    return table;
}

Table hours_block(const VisitFacts& facts, DateRange dates, const Zone& zone) {
    std::map<std::string, DaySums> hours;
    const auto hour_of = [&](Instant at) { return clock_text(zone, at).substr(0, 2) + ":00"; };
    for (const Visit& visit : facts.visits) {
        if (counts(visit, dates)) {
            hours[hour_of(*visit.arrived)].add(visit);
        }
    }
    for (const Contact& contact : facts.contacts) {
        if (dates.contains(contact.business_date)) {
            hours[hour_of(contact.at)].add(contact);
        }
    }
    Table table{{{"hour", tr("Hour"), ColumnKind::code},
                 {"groups", tr("Groups"), ColumnKind::integer},
                 {"people", tr("People"), ColumnKind::integer},
                 {"first_visits", tr("First visits"), ColumnKind::integer},
                 {"calls", tr("Calls"), ColumnKind::integer},
                 {"first_calls", tr("First calls"), ColumnKind::integer},
                 {"vehicles", tr("Vehicles"), ColumnKind::integer},
                 {"contractors", tr("Contractors"), ColumnKind::integer},
                 {"turned_away", tr("Refused"), ColumnKind::integer},
                 {"questioned", tr("Questioned"), ColumnKind::integer}},
                {}};
    for (const auto& [hour, sums] : hours) {
        table.rows.push_back({Cell::of(hour), Cell::of(sums.groups), Cell::of(sums.people), Cell::of(sums.first_visits),
                              Cell::of(sums.calls), Cell::of(sums.first_calls), Cell::of(sums.vehicles),
                              Cell::of(sums.contractors), Cell::of(sums.turned_away), Cell::of(sums.questioned)});
    }
    return table;
}

Table bar_block(const std::vector<Visit>& visits, DateRange dates, const PlanHistory& history, const Zone& zone,
                Instant now) {
    std::map<Date, BarSums> all;
    for (const Visit& visit : visits) {
        // Who sat down, or ordered, and got nothing was not served, but was to be.
        if (!visit.arrived || !visit.is_group() ||
            (visit.served.empty() && visit.drinks.empty() && visit.seated.empty())) {
            continue;
        }
        for (const Date date : visit.served) {
            ++all[date].groups;
        }
        for (const Drinks& drinks : visit.drinks) {
            all[drinks.business_date].drinks += drinks.brought;
        }
        const Orders orders = visit.orders();
        for (const Wait& wait : orders.waits) {
            all[wait.business_date].waits.push_back(wait.length);
        }
        const Duties& plan = in_force(history, *visit.arrived);
        for (const Gap& gap : gaps_of(visit, plan.calendar, zone, now)) {
            BarSums& sums = all[business_date(zone, plan.calendar, gap.since)];
            sums.longest_gap = std::max(sums.longest_gap, gap.length);
        }
        if (const Rule* rule = plan.rule_for_event(event::kRefill)) {
            for (const Outcome& outcome : refill_outcomes(*rule, plan.calendar, zone, visit, now)) {
                all[outcome.slot.date].add(outcome);
            }
        }
    }
    std::erase_if(all, [&](const auto& day) { return !dates.contains(day.first) || day.second.is_empty(); });
    Table table{{{"business_date", tr("Date"), ColumnKind::code},
                 {"groups", tr("Groups"), ColumnKind::integer},
                 {"drinks", tr("Drinks"), ColumnKind::integer},
                 {"wait_median", tr("Wait min"), ColumnKind::integer},
                 {"wait_longest", tr("Longest"), ColumnKind::integer},
                 {"refills_planned", tr("Refills"), ColumnKind::integer},
                 {"refills_in_time", tr("In time"), ColumnKind::integer},
                 {"in_time_percent", tr("%"), ColumnKind::code},
                 {"longest_gap", tr("Gap min"), ColumnKind::integer}},
                {}};
    for (const auto& [date, sums] : all) {
        table.rows.push_back({Cell::of(to_text(date)), Cell::of(sums.groups), Cell::of(sums.drinks),
                              median_cell(sums.waits), longest_cell(sums.waits), Cell::of(sums.planned),
                              Cell::of(sums.in_time), share_cell(sums.in_time, sums.planned),
                              Cell::of(whole_minutes(sums.longest_gap))});
    }
    return table;
}

Table drinks_block(const std::vector<Visit>& visits, DateRange dates, const NameOf& name_of) {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums_of;  // ordered, brought
    for (const Visit& visit : visits) {
        for (const Drinks& drinks : visit.drinks) {
            if (visit.arrived && dates.contains(drinks.business_date)) {
                sums_of[drinks.drink].first += drinks.ordered;
                sums_of[drinks.drink].second += drinks.brought;
            }
        }
    }
    Table table{{{"drink", tr("Code"), ColumnKind::code},
                 {"name", tr("Drink"), ColumnKind::text},
                 {"ordered", tr("Ordered"), ColumnKind::integer},
                 {"brought", tr("Brought"), ColumnKind::integer}},
                {}};
    for (const auto& [drink, sums] : sums_of) {
        table.rows.push_back(
            {Cell::of(drink), Cell::of(name_of("drink", drink)), Cell::of(sums.first), Cell::of(sums.second)});
    }
    return table;
}

}  // namespace onduty
