// SPDX-License-Identifier: MIT
#include "rounds/rules.hpp"

#include <algorithm>

#include "notes/rules.hpp"

namespace onduty {

namespace {

bool visited(const Round& round, const std::string& point) {
    return std::any_of(round.visits.begin(), round.visits.end(),
                       [&](const PointVisit& visit) { return visit.point == point; });
}

void find_missing(Round& round, const PlanHistory& history) {
    const Route* route = in_force(history, round.start).route(round.route);
    if (route == nullptr) {
        return;
    }
    for (const std::string& point : route->points) {
        if (!visited(round, point)) {
            round.missing.push_back(point);
        }
    }
}

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

void PatrolReading::add(const Entry& entry) {
    if (is_sign_of_life(entry)) {
        facts_.deeds.push_back({{"event", event::kCheckCall},
                                {entry.effective_at(), true, entry.number},
                                entry.actor,
                                entry.post,
                                entry.rule});
    }
    if (entry.kind == kind::kPoint) {
        const auto round = rounds_.find(entry.about);
        if (round != rounds_.end()) {
            facts_.rounds[round->second].visits.push_back(
                {entry.subject, entry.told_at(), entry.result == result::kFault, entry.flag, entry.number});
        }
    } else if (entry.kind == kind::kRoundStart) {
        rounds_[entry.number] = facts_.rounds.size();
        facts_.rounds.push_back(
            {entry.number, entry.subject, entry.actor, entry.business_date, entry.effective_at(), false, {}, {}});
    } else if (entry.kind == kind::kRoundEnd) {
        const auto round = rounds_.find(entry.about);
        if (round != rounds_.end()) {
            facts_.rounds[round->second].ended = true;
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
        facts_.deeds.push_back({std::move(*target),
                                {entry.effective_at(), entry.result != result::kIncomplete, entry.number},
                                entry.actor});
    }
}

PatrolFacts PatrolReading::finish(const PlanHistory& history) {
    for (Round& round : facts_.rounds) {
        find_missing(round, history);
    }
    return std::move(facts_);
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
