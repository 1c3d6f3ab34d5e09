// SPDX-License-Identifier: MIT
#include "rounds/rules.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "rounds/kinds.hpp"

namespace onduty {

void PointSums::add(const Entry& visit) {
    ++visits;
    faults += visit.result == result::kFault ? 1 : 0;
}

void PointSums::add_gaps(std::vector<Instant> told) {
    std::sort(told.begin(), told.end());
    for (std::size_t i = 1; i < told.size(); ++i) {
        const std::int64_t gap = std::chrono::floor<Minutes>(told[i] - told[i - 1]).count();
        shortest = gaps == 0 ? gap : std::min(shortest, gap);
        longest = std::max(longest, gap);
        total += gap;
        ++gaps;
    }
}

PatrolReading::PatrolReading(DeedReading deeds, RouteAt routes)
    : deeds_{std::move(deeds)}, routes_{std::move(routes)} {}

void PatrolReading::sum_up_points(DateRange dates, WalkAt walk) {
    dates_ = dates;
    walk_ = std::move(walk);
}

const std::vector<std::string_view>& PatrolReading::kinds() {
    static const std::vector<std::string_view> kKinds{kind::kPoint, kind::kRoundStart, kind::kRoundEnd, kind::kCheck,
                                                      kind::kCheckItem};
    return kKinds;
}

void PatrolReading::add_point(const Entry& entry) {
    const auto found = rounds_.find(entry.about);
    if (found == rounds_.end()) {
        return;
    }
    Round& round = facts_.rounds[found->second];
    const std::uint32_t point = place_of(entry.subject);
    round.visits.push_back({entry.told_at(), point, entry.happened_at.has_value() && !entry.late, entry.recorded_at});
    round.faults += entry.result == result::kFault ? 1 : 0;
    const auto walk = walks_.find(entry.about);
    if (dates_.contains(round.business_date)) {
        PointSums& sums = sums_[point];
        sums.add(entry);
        if (walk == walks_.end()) {  // no plan knows its route
            sums.too_fast += entry.flag == flag::kTooFast ? 1 : 0;
            sums.repeated += entry.flag == flag::kRepeated ? 1 : 0;
            sums.typed_together += entry.flag == flag::kTypedTogether ? 1 : 0;
        }
    }
    if (walk == walks_.end()) {
        std::erase(round.missing, entry.subject);
        return;
    }
    Walk& way = walk->second;
    const std::size_t length = way.visited.size();
    for (std::size_t step = 0; step < length; ++step) {
        const std::size_t place = (way.next + step) % length;
        if (way.route->points[place] == entry.subject) {
            if (!way.visited[place]) {
                // A time that was put right leaves the round in order, or out of it, as it was recorded.
                round.in_doubt = round.in_doubt || deeds_.is_in_doubt(entry);
                round.last = std::max({round.last, entry.told_at(), entry.told_before.value_or(entry.told_at())});
                if (entry.late && !entry.told_before) {
                    round.claimed = std::max(round.claimed, entry.claimed());
                    round.claimed_again = std::max(round.claimed_again, entry.claimed_again);
                    round.claimed_by = std::max({round.claimed_by, entry.number, entry.claimed_by});
                    round.before.reset();
                }
            }
            way.visited[place] = true;
            way.next = place + 1;
            break;
        }
    }
}

std::uint32_t PatrolReading::place_of(const std::string& point) {
    const auto [place, is_new] = places_.try_emplace(point, static_cast<std::uint32_t>(codes_.size()));
    if (is_new) {
        codes_.push_back(point);
        sums_.emplace_back();
    }
    return place->second;
}

const std::vector<int>& PatrolReading::passes_of(const Route& route) {
    std::vector<int>& passes = passes_[&route];
    if (passes.empty()) {
        for (const std::string& point : route.points) {
            const std::uint32_t place = place_of(point);
            passes.resize(std::max<std::size_t>(passes.size(), place + 1));
            ++passes[place];
        }
    }
    passes.resize(codes_.size());
    return passes;
}

void PatrolReading::mark_points(const Walk& walk, const Round& round) {
    std::vector<Round::Visit> visits = round.visits;
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Round::Visit& one, const Round::Visit& other) { return one.at < other.at; });
    const std::vector<int>& passes = passes_of(*walk.route);
    before_.assign(codes_.size(), 0);
    Instant last = round.start;
    Instant typed = round.begun;
    for (const Round::Visit& visit : visits) {
        const bool again = before_[visit.point]++ >= std::max(1, passes[visit.point]);
        SinceLast since{visit.at - last};
        since.typed = visit.is_claimed ? std::optional{visit.recorded - typed} : std::nullopt;
        const std::string_view flag = visit_flag(again, walk_(codes_[visit.point], visit.at), since);
        PointSums& sums = sums_[visit.point];
        sums.too_fast += flag == flag::kTooFast ? 1 : 0;
        sums.repeated += flag == flag::kRepeated ? 1 : 0;
        sums.typed_together += flag == flag::kTypedTogether ? 1 : 0;
        last = visit.at;
        typed = visit.recorded;
    }
}

void PatrolReading::finish_points() {
    std::map<Date, std::vector<const Round*>> of_dates;
    for (const Round& round : facts_.rounds) {
        if (dates_.contains(round.business_date)) {
            of_dates[round.business_date].push_back(&round);
        }
    }
    for (const auto& [date, rounds] : of_dates) {
        std::vector<std::vector<Instant>> told(codes_.size());
        for (const Round* round : rounds) {
            for (const Round::Visit& visit : round->visits) {
                told[visit.point].push_back(visit.at);
            }
        }
        for (std::size_t point = 0; point < told.size(); ++point) {
            sums_[point].add_gaps(std::move(told[point]));
        }
    }
    for (std::size_t point = 0; point < codes_.size(); ++point) {
        if (sums_[point].visits > 0) {
            facts_.points[codes_[point]] = sums_[point];
        }
    }
}

void PatrolReading::end(Walk& walk, Round& round) {
    if (dates_.contains(round.business_date)) {
        mark_points(walk, round);
    }
    round.visits.shrink_to_fit();
    if (std::find(walk.visited.begin(), walk.visited.end(), false) == walk.visited.end()) {
        return;
    }
    std::set<std::string_view> visited;  // a route may pass a point twice
    for (std::size_t place = 0; place < walk.visited.size(); ++place) {
        if (walk.visited[place]) {
            visited.insert(walk.route->points[place]);
        }
    }
    for (std::size_t place = 0; place < walk.visited.size(); ++place) {
        if (!walk.visited[place] && visited.count(walk.route->points[place]) == 0) {
            round.missing.push_back(walk.route->points[place]);
        }
    }
}

void PatrolReading::add(const Entry& entry) {
    deeds_.add(entry);
    if (entry.kind == kind::kPoint) {
        add_point(entry);
    } else if (entry.kind == kind::kRoundStart) {
        rounds_[entry.number] = facts_.rounds.size();
        facts_.rounds.push_back({entry.number,
                                 entry.subject,
                                 entry.actor,
                                 entry.business_date,
                                 entry.told_at(),
                                 entry.recorded_at,
                                 false,
                                 {},
                                 0,
                                 {},
                                 {},
                                 entry.claimed(),
                                 entry.recorded_apart(),
                                 entry.told_before,
                                 deeds_.is_in_doubt(entry),
                                 entry.claimed_again,
                                 std::max(entry.number, entry.claimed_by),
                                 entry.shift});
        if (const Route* route = routes_(entry.subject, entry.told_at())) {
            walks_[entry.number] = {route, std::vector<bool>(route->points.size())};
        }
    } else if (entry.kind == kind::kRoundEnd) {
        const auto round = rounds_.find(entry.about);
        if (round != rounds_.end()) {
            facts_.rounds[round->second].ended = true;  // a point may still be told that was forgotten in it
        }
    } else if (entry.kind == kind::kCheck) {
        checks_[entry.number] = facts_.checks.size();
        facts_.checks.push_back({entry.number,
                                 entry.subject,
                                 entry.actor,
                                 entry.business_date,
                                 entry.about,
                                 entry.told_at(),
                                 entry.result == result::kComplete,
                                 {},
                                 entry.plan,
                                 entry.claimed(),
                                 entry.recorded_apart(),
                                 entry.told_before,
                                 deeds_.is_in_doubt(entry),
                                 entry.claimed_again,
                                 std::max(entry.number, entry.claimed_by),
                                 entry.shift});
    } else if (entry.kind == kind::kCheckItem) {
        const auto check = checks_.find(entry.about);
        if (check != checks_.end()) {
            facts_.checks[check->second].items.add(entry.result);
        }
    }
}

void PatrolReading::undo(const Entry& entry, Instant told, EntryNumber by) {
    if (entry.kind == kind::kRoundStart) {
        deeds_.undo({{"route", entry.subject}, entry.number, told, by});
    } else if (entry.kind == kind::kCheck) {
        deeds_.undo({{"checklist", entry.subject}, entry.number, told, by});
    } else {
        deeds_.undo(entry, told, by);
    }
}

PatrolFacts PatrolReading::finish() {
    for (auto& [number, walk] : walks_) {
        end(walk, facts_.rounds[rounds_.at(number)]);
    }
    finish_points();
    for (const Round& round : facts_.rounds) {
        deeds_.add({{"route", round.route},
                    {round.start, round.complete(), round.number, round.business_date, round.last, round.claimed,
                     round.recorded, round.before, round.in_doubt, round.claimed_again, round.claimed_by},
                    round.person,
                    {},
                    {},
                    round.shift});
    }
    for (const Check& check : facts_.checks) {
        deeds_.add({{"checklist", check.checklist},
                    {check.at, check.complete, check.number, check.business_date, Instant::min(), check.claimed,
                     check.recorded, check.before, check.in_doubt, check.claimed_again, check.claimed_by},
                    check.person,
                    {},
                    {},
                    check.of_shift});
    }
    facts_.deeds = deeds_.finish();
    return std::move(facts_);
}

std::string PatrolFacts::left_out(EntryNumber entry) const {
    std::string codes;
    if (const Round* round = with_number(rounds, entry, [](const Round& one) { return one.number; })) {
        for (const std::string& point : round->missing) {
            codes += (codes.empty() ? "" : " ") + point;
        }
    }
    return codes;
}

std::vector<std::string> left_after(const std::string& last, const std::vector<std::string>& route,
                                    const std::vector<std::string>& left) {
    const auto place = [&](const std::string& point) { return std::find(route.begin(), route.end(), point); };
    const auto here = place(last);
    std::vector<std::string> order = left;
    std::stable_partition(order.begin(), order.end(),
                          [&](const std::string& point) { return here == route.end() || place(point) > here; });
    return order;
}

const char* visit_flag(bool again, std::chrono::seconds walk, const SinceLast& since) {
    return again               ? flag::kRepeated
           : since.told < walk ? flag::kTooFast
           // Nobody walks while he types; what lies between two recordings may go either way.
           : since.typed && std::chrono::abs(*since.typed) < walk ? flag::kTypedTogether
                                                                  : "";
}

}  // namespace onduty
