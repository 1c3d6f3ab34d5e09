// SPDX-License-Identifier: MIT
#include "rounds/rules.hpp"

#include <algorithm>
#include <string_view>

#include "notes/rules.hpp"

namespace onduty {

namespace {

// What the entry does for a rule, nullopt when it does nothing by itself.
std::optional<RuleTarget> target_of(const Entry& entry) {
    if (entry.kind == kind::kStocktake) {
        return RuleTarget{"event", event::kStocktake};
    }
    if (entry.kind == kind::kDisinfection) {
        return RuleTarget{"event", event::kDisinfection};
    }
    if (entry.kind == kind::kMinutes && entry.subject == meeting::kDepartment) {
        return RuleTarget{"event", event::kMinutes};
    }
    if (entry.kind == kind::kReading) {
        return RuleTarget{"fridge", entry.subject};
    }
    if (entry.kind == kind::kCount) {
        return RuleTarget{"room", entry.subject};
    }
    if (entry.kind == kind::kCleanItem) {
        return RuleTarget{"cleaning", entry.subject};
    }
    return std::nullopt;
}

// A guard alone gives a sign of life when he answers a call, reaches a point or begins a round.
bool is_sign_of_life(const Entry& entry) {
    return entry.kind == kind::kPoint || entry.kind == kind::kRoundStart ||
           (entry.kind == kind::kCheckCall && entry.result == result::kOk && !entry.rule.empty());
}

bool satisfies(const Deed& deed, const Rule& rule) {
    if (deed.target.family != rule.target.family || deed.target.code != rule.target.code) {
        return false;
    }
    return deed.rule.empty() ? deed.post.empty() || rule.post.empty() || deed.post == rule.post
                             : deed.rule == rule.code;
}

}  // namespace

void PointSums::add(const Entry& entry, Date date) {
    const Instant at = entry.told_at();
    faults += entry.result == result::kFault ? 1 : 0;
    too_fast += entry.flag == flag::kTooFast ? 1 : 0;
    repeated += entry.flag == flag::kRepeated ? 1 : 0;
    if (visits > 0 && last_date == date) {
        const std::int64_t gap = std::chrono::floor<Minutes>(at - last_at).count();
        shortest = gaps == 0 ? gap : std::min(shortest, gap);
        longest = std::max(longest, gap);
        total += gap;
        ++gaps;
    }
    ++visits;
    last_date = date;
    last_at = at;
}

PatrolReading::PatrolReading(const PlanHistory& history, RouteAt routes, DateRange dates)
    : routes_{std::move(routes)}, dates_{dates} {
    for (const PlanVersion& version : history) {
        for (const Rule& rule : version.plan.rules) {
            asked_.insert({rule.target.family, rule.target.code});
        }
    }
    signs_of_life_ = asked_.count({"event", event::kCheckCall}) > 0;
}

const std::vector<const char*>& PatrolReading::kinds() {
    static const std::vector<const char*> kKinds{
        kind::kPoint,       kind::kRoundStart, kind::kRoundEnd,  kind::kCheck,        kind::kCheckItem,
        kind::kExplanation, kind::kCheckCall,  kind::kStocktake, kind::kDisinfection, kind::kMinutes,
        kind::kReading,     kind::kCount,      kind::kCleanItem};
    return kKinds;
}

void PatrolReading::add_deed(RuleTarget target, const Entry& entry) {
    if (asked_.count({target.family, target.code}) > 0) {
        facts_.deeds.push_back({std::move(target),
                                {entry.effective_at(), entry.result != result::kIncomplete, entry.number},
                                entry.actor});
    }
}

void PatrolReading::add_point(const Entry& entry) {
    const auto found = rounds_.find(entry.about);
    if (found == rounds_.end()) {
        return;
    }
    Round& round = facts_.rounds[found->second];
    round.visits.push_back(entry.told_at());
    round.faults += entry.result == result::kFault ? 1 : 0;
    if (dates_.contains(round.business_date)) {
        facts_.points[entry.subject].add(entry, round.business_date);
    }
    const auto walk = walks_.find(entry.about);
    if (walk == walks_.end()) {
        std::erase(round.missing, entry.subject);
        return;
    }
    Walk& way = walk->second;
    const std::size_t length = way.visited.size();
    for (std::size_t step = 0; step < length; ++step) {
        const std::size_t place = (way.next + step) % length;
        if (way.route->points[place] == entry.subject) {
            way.visited[place] = true;
            way.next = place + 1;
            break;
        }
    }
}

void PatrolReading::end(Walk& walk, Round& round) {
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
    if (signs_of_life_ && is_sign_of_life(entry)) {
        facts_.deeds.push_back({{"event", event::kCheckCall},
                                {entry.effective_at(), true, entry.number},
                                entry.actor,
                                entry.post,
                                entry.rule});
    }
    if (entry.kind == kind::kPoint) {
        add_point(entry);
    } else if (entry.kind == kind::kRoundStart) {
        rounds_[entry.number] = facts_.rounds.size();
        facts_.rounds.push_back(
            {entry.number, entry.subject, entry.actor, entry.business_date, entry.effective_at(), false, {}, 0, {}});
        if (const Route* route = routes_(entry.subject, entry.effective_at())) {
            walks_[entry.number] = {route, std::vector<bool>(route->points.size())};
        }
    } else if (entry.kind == kind::kRoundEnd) {
        const auto round = rounds_.find(entry.about);
        if (round != rounds_.end()) {
            facts_.rounds[round->second].ended = true;
            if (const auto walk = walks_.find(entry.about); walk != walks_.end()) {
                end(walk->second, facts_.rounds[round->second]);
                walks_.erase(walk);
            }
        }
    } else if (entry.kind == kind::kCheck) {
        checks_[entry.number] = facts_.checks.size();
        facts_.checks.push_back({entry.number,
                                 entry.subject,
                                 entry.actor,
                                 entry.business_date,
                                 entry.about,
                                 entry.effective_at(),
                                 entry.result == result::kComplete,
                                 {}});
    } else if (entry.kind == kind::kCheckItem) {
        const auto check = checks_.find(entry.about);
        if (check != checks_.end()) {
            facts_.checks[check->second].items.add(entry.result);
        }
    } else if (entry.kind == kind::kExplanation && entry.slot_at) {
        const Excuse excuse = entry.result == result::kSkipped         ? Excuse::skipped
                              : entry.result == result::kNotApplicable ? Excuse::not_applicable
                                                                       : Excuse::explained;
        facts_.explanations.push_back(
            {entry.number, entry.rule, *entry.slot_at, entry.actor, entry.note, excuse, entry.effective_at()});
    } else if (auto target = target_of(entry)) {
        add_deed(std::move(*target), entry);
    }
}

PatrolFacts PatrolReading::finish() {
    for (auto& [number, walk] : walks_) {
        end(walk, facts_.rounds[rounds_.at(number)]);
    }
    // Those of the cleaning may have been read after the others.
    std::stable_sort(facts_.deeds.begin(), facts_.deeds.end(),
                     [](const Deed& a, const Deed& b) { return a.mark.entry < b.mark.entry; });
    std::stable_sort(facts_.explanations.begin(), facts_.explanations.end(),
                     [](const auto& a, const auto& b) { return a.number < b.number; });
    return std::move(facts_);
}

namespace {

// The element with this number; those that were read in order are looked up quickly.
template <typename Element, typename Number>
const Element* with_number(const std::vector<Element>& elements, EntryNumber number, Number number_of) {
    const auto found =
        std::lower_bound(elements.begin(), elements.end(), number,
                         [&](const Element& one, EntryNumber wanted) { return number_of(one) < wanted; });
    return found == elements.end() || number_of(*found) != number ? nullptr : &*found;
}

}  // namespace

std::string PatrolFacts::person_of(EntryNumber entry) const {
    if (const Round* round = with_number(rounds, entry, [](const Round& one) { return one.number; })) {
        return round->person;
    }
    if (const Check* check = with_number(checks, entry, [](const Check& one) { return one.number; })) {
        return check->person;
    }
    const Deed* deed = with_number(deeds, entry, [](const Deed& one) { return one.mark.entry; });
    return deed == nullptr ? std::string{} : deed->person;
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

const WrittenExplanation* PatrolFacts::explanation(EntryNumber entry) const {
    return with_number(explanations, entry, [](const WrittenExplanation& one) { return one.number; });
}

std::vector<Mark> marks_for(const Rule& rule, const PatrolFacts& facts) {
    std::vector<Mark> marks;
    if (rule.target.family == "route") {
        for (const Round& round : facts.rounds) {
            if (round.route == rule.target.code) {
                marks.push_back({round.start, round.complete(), round.number});
            }
        }
    } else if (rule.target.family == "checklist") {
        for (const Check& check : facts.checks) {
            if (check.checklist == rule.target.code) {
                marks.push_back({check.at, check.complete, check.number});
            }
        }
    } else {
        for (const Deed& deed : facts.deeds) {
            if (satisfies(deed, rule)) {
                marks.push_back(deed.mark);
            }
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
    return marks;
}

std::vector<Explanation> explanations_for(const std::string& rule, const PatrolFacts& facts) {
    std::vector<Explanation> found;
    for (const WrittenExplanation& explanation : facts.explanations) {
        if (explanation.rule == rule) {
            found.push_back({explanation.due, explanation.number, explanation.excuse, explanation.at});
        }
    }
    return found;
}

const char* visit_flag(const std::string& point, const std::vector<std::string>& visited_points,
                       std::chrono::seconds walk, std::chrono::milliseconds since_last) {
    if (std::find(visited_points.begin(), visited_points.end(), point) != visited_points.end()) {
        return flag::kRepeated;
    }
    return since_last < walk ? flag::kTooFast : "";
}

}  // namespace onduty
