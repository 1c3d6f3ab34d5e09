// SPDX-License-Identifier: MIT
#include "guard/rules.hpp"

#include <algorithm>

#include "guard/kinds.hpp"
#include "rounds/kinds.hpp"

namespace onduty {

namespace {

bool wants_signature(const Duties& plan, const RuleTarget& target) {
    return plan.is_staffed(kSupervisorPost) && std::any_of(plan.rules.begin(), plan.rules.end(), [&](const Rule& rule) {
               return rule.countersign && rule.target.family == target.family && rule.target.code == target.code;
           });
}

}  // namespace

std::vector<CheckCall> GuardFacts::unanswered() const {
    std::vector<CheckCall> open;
    for (const CheckCall& call : calls) {
        const bool ended = std::any_of(calls.begin(), calls.end(), [&](const CheckCall& later) {
            return later.about == call.number && (later.answered || later.outcome);
        });
        if (!call.answered && !call.outcome && call.about == 0 && !ended) {
            open.push_back(call);
        }
    }
    return open;
}

const std::vector<const char*>& GuardReading::kinds() {
    static const std::vector<const char*> kKinds{kind::kCompanion, kind::kCountersign, kind::kCheckCall, kind::kSignal,
                                                 kind::kDone};
    return kKinds;
}

void GuardReading::add(const Entry& entry) {
    if (entry.kind == kind::kCompanion) {
        facts_.companions[entry.about] = entry.subject;
    } else if (entry.kind == kind::kCountersign) {
        facts_.countersignings[entry.about] = entry.number;
    } else if (entry.kind == kind::kCheckCall) {
        facts_.calls.push_back({entry.number, entry.about, entry.subject, entry.business_date, entry.told_at(),
                                entry.result == result::kOk, entry.result == result::kComplete, entry.note});
    } else if (entry.kind == kind::kSignal) {
        facts_.alarms.push_back(
            {entry.number, entry.subject, entry.rule, entry.business_date, entry.told_at(), entry.result});
    } else if (entry.kind == kind::kDone) {
        for (HouseAlarm& alarm : facts_.alarms) {
            alarm.result = alarm.number == entry.about ? entry.result : alarm.result;
        }
    }
}

std::vector<Unsigned> unsigned_work(const PatrolFacts& patrol, const GuardFacts& guard, const PlanHistory& history) {
    std::vector<Unsigned> work;
    const auto add = [&](EntryNumber number, const char* family, const std::string& code, const std::string& person,
                         Date date, Instant at) {
        const RuleTarget target{family, code};
        if (guard.countersignings.count(number) == 0 && wants_signature(in_force(history, at), target)) {
            work.push_back({number, target, person, date, at});
        }
    };
    for (const Round& round : patrol.rounds) {
        if (round.ended) {
            add(round.number, "route", round.route, round.person, round.business_date, round.start);
        }
    }
    for (const Check& check : patrol.checks) {
        add(check.number, "checklist", check.checklist, check.person, check.business_date, check.at);
    }
    std::sort(work.begin(), work.end(), [](const Unsigned& a, const Unsigned& b) { return a.number < b.number; });
    return work;
}

std::chrono::milliseconds longest_gap(std::vector<Instant> moments) {
    std::sort(moments.begin(), moments.end());
    std::chrono::milliseconds longest{0};
    for (std::size_t i = 1; i < moments.size(); ++i) {
        longest = std::max(longest, std::chrono::milliseconds{moments[i] - moments[i - 1]});
    }
    return longest;
}

}  // namespace onduty
