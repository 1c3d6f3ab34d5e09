// SPDX-License-Identifier: MIT
#include "cases/rules.hpp"

#include <algorithm>

#include "cases/kinds.hpp"
#include "plan/deeds.hpp"

namespace onduty {

namespace {

using FollowUpNeed = SortRules::FollowUp;

struct Step {
    CaseAction action;
    const char* kind;
};

constexpr std::array kSteps{
    Step{CaseAction::assess, kind::kCaseAssess},
    Step{CaseAction::assign, kind::kCaseAssign},
    Step{CaseAction::act, kind::kCaseAct},
    Step{CaseAction::wait, kind::kCaseWait},
    Step{CaseAction::resume, kind::kCaseResume},
    Step{CaseAction::escalate, kind::kCaseEscalate},
    Step{CaseAction::dispatch, kind::kCaseDispatch},
    Step{CaseAction::arrive, kind::kCaseArrive},
    Step{CaseAction::resolve, kind::kCaseResolve},
    Step{CaseAction::sign, kind::kCaseSign},
    Step{CaseAction::follow_up, kind::kCaseFollowUp},
    Step{CaseAction::cause, kind::kCaseCause},
    Step{CaseAction::archive, kind::kCaseArchive},
    Step{CaseAction::reopen, kind::kCaseReopen},
};

// The resolution is out of force, and with it what was built on it.
void undo_resolution(Case& one, StepTime at) {
    if (!one.resolutions.empty() && !one.resolutions.back().undone) {
        one.resolutions.back().undone = at;
    }
    one.signed_at.reset();
    one.signed_on.reset();
    one.cause.clear();
    one.cause_words.clear();
    one.cause_on.reset();
}

void open_again(Case& one, const Entry& entry) {
    undo_resolution(one, time_of(entry));
    one.turned = entry.told_at();
    one.reopened_on.push_back(entry.business_date);
}

void end_all(std::vector<CaseStretch>& stretches, StepTime at) {
    for (CaseStretch& stretch : stretches) {
        stretch.until = stretch.until ? stretch.until : std::optional{at};
    }
}

void take_assessment(Case& one, const CaseStep& step) {
    one.assessed = true;
    one.severity = step.severity != 0 ? step.severity : one.severity;
    const auto said = [](std::int64_t& value, std::int64_t typed) { value = typed != 0 ? typed : value; };
    said(one.assessment.safety, step.safety);
    said(one.assessment.complexity, step.complexity);
    said(one.assessment.impact, step.impact);
    one.assessment.immediate = one.assessment.immediate || step.immediate;
}

template <typename T>
void add_as_told(std::vector<std::pair<ToldTime, T>>& all, const Entry& entry, const T& said) {
    all.emplace(place_as_told(all, told_time(entry), [](const auto& one) { return one.first; }), told_time(entry),
                said);
}

int changes_of(const std::vector<std::pair<ToldTime, std::string>>& owners) {
    int changes = 0;
    for (std::size_t i = 1; i < owners.size(); ++i) {
        changes += owners[i].second != owners[i - 1].second ? 1 : 0;
    }
    return changes;
}

// What a resolution ends, or what was done before it: none is told sooner.
bool is_work(CaseAction action) {
    return action == CaseAction::wait || action == CaseAction::resume || action == CaseAction::escalate ||
           action == CaseAction::dispatch || action == CaseAction::arrive;
}

// An old register that has no time of acceptance tells who has it since it came, or that it was resolved.
bool tells_acceptance(const Case& one, const Entry& step, CaseAction action) {
    return step.flag != flag::kImported || action == CaseAction::act ||
           (action == CaseAction::assign && step.told_at() > one.start);
}

}  // namespace

const SortRules& rules_of(const std::string& name) {
    static constexpr std::array kRules{
        //        sort               assess assign hands  resolve sign   follow-up              cause
        SortRules{sort::kComplaint, true, true, false, true, false, FollowUpNeed::all, true},
        SortRules{sort::kRepair, false, false, true, true, true, FollowUpNeed::sampled, false},
        SortRules{sort::kEnquiry, false, false, false, true, false, FollowUpNeed::none, false},
        SortRules{sort::kOpinion, false, false, false, false, false, FollowUpNeed::none, false},
        SortRules{sort::kSuggestion, false, false, false, true, false, FollowUpNeed::all, false},
        SortRules{sort::kLostProperty, false, false, false, true, false, FollowUpNeed::none, false},
        SortRules{sort::kFinding, false, false, false, true, false, FollowUpNeed::none, false},
    };
    const auto found =
        std::find_if(kRules.begin(), kRules.end(), [&](const SortRules& one) { return name == one.sort; });
    return found == kRules.end() ? kRules.back() : *found;
}

const char* kind_of(CaseAction action) {
    return std::find_if(kSteps.begin(), kSteps.end(), [&](const Step& step) { return step.action == action; })->kind;
}

std::optional<CaseAction> action_of(const std::string& kind) {
    const auto found = std::find_if(kSteps.begin(), kSteps.end(), [&](const Step& step) { return kind == step.kind; });
    return found == kSteps.end() ? std::nullopt : std::optional{found->action};
}

StepTime time_of(const Entry& entry) {
    const bool has_clock = entry.fields.find(kDayOnly) == nullptr;
    if (entry.flag == flag::kImported) {
        return {entry.told_at(), entry.told_at(), Mark{entry.told_at()}, has_clock};
    }
    return {entry.told_at(), entry.effective_at(), mark_by(entry), has_clock};
}

std::chrono::milliseconds lasted(const CaseStretch& stretch, Instant now) {
    return (stretch.until ? stretch.until->told : now) - stretch.from.told;
}

const Resolution* Case::resolution() const {
    return resolutions.empty() || resolutions.back().undone ? nullptr : &resolutions.back();
}

const CaseStretch* Case::wait() const {
    return waits.empty() || waits.back().until ? nullptr : &waits.back();
}

Case begin_case(const Entry& first, const CaseFile& file) {
    Case one;
    one.entry = first.number;
    one.from = first.about;
    one.sort = first.subject;
    one.words = first.note;
    one.by = first.actor;
    one.file = file;
    one.plan = first.plan;
    one.date = first.business_date;
    one.start = first.told_at();
    one.has_clock = time_of(first).has_clock;
    one.touched = first.told_at();
    one.turned = first.told_at();
    one.imported = first.flag == flag::kImported;
    one.severity = file.severity;
    if (first.flag.empty()) {
        one.accepted = time_of(first);
        one.accepted_told = told_time(first);
        one.accepted_on = first.business_date;
    }
    return one;
}

void add_step(Case& one, const Entry& entry, const CaseStep& step) {
    const auto action = action_of(entry.kind);
    if (!action) {
        return;
    }
    const StepTime at = time_of(entry);
    const bool takes_up = *action != CaseAction::wait && *action != CaseAction::escalate;
    if (takes_up) {
        const bool first = !one.accepted || is_told_before(told_time(entry), one.accepted_told);
        // In time is what was done first.
        const bool sooner = !one.accepted || when_done(at.done) < when_done(one.accepted->done);
        one.accepted = StepTime{first ? at.told : one.accepted->told, first ? at.counted : one.accepted->counted,
                                sooner ? at.done : one.accepted->done, first ? at.has_clock : one.accepted->has_clock};
        one.accepted_on = first ? entry.business_date : one.accepted_on;
        one.is_accept_told = first ? tells_acceptance(one, entry, *action) : one.is_accept_told;
        one.accepted_told = first ? told_time(entry) : one.accepted_told;
    }
    one.touched = std::max(one.touched, entry.told_at());
    one.worked = is_work(*action) ? std::max(one.worked, entry.told_at()) : one.worked;
    one.cost += step.cost;
    switch (*action) {
        case CaseAction::assess:
            add_as_told(one.assessments, entry, step);
            one.severity = one.file.severity;
            one.assessment = {};
            for (const auto& [when, said] : one.assessments) {
                take_assessment(one, said);
            }
            break;
        case CaseAction::assign:
            one.hand_offs -= changes_of(one.owners);
            add_as_told(one.owners, entry, step.owner);
            one.hand_offs += changes_of(one.owners);
            one.owner = one.owners.back().second;
            break;
        case CaseAction::act:
            one.acted = true;
            break;
        case CaseAction::wait:
            end_all(one.waits, at);
            one.waits.push_back({entry.number, entry.subject, at, {}, entry.business_date, {}});
            break;
        case CaseAction::resume:
            end_all(one.waits, at);
            one.waited = entry.told_at();
            break;
        case CaseAction::escalate:
            one.escalations.push_back({entry.number, entry.subject, at, {}, entry.business_date, {}});
            ++one.hand_offs;
            break;
        case CaseAction::dispatch:
            one.acted = true;
            one.dispatches.push_back({entry.number, entry.subject, at, {}, entry.business_date, {}});
            ++one.hand_offs;
            break;
        case CaseAction::arrive:
            if (!one.dispatches.empty() && !one.dispatches.back().until) {
                one.dispatches.back().until = at;
                one.dispatches.back().ended = entry.business_date;
            }
            break;
        case CaseAction::resolve:
            end_all(one.waits, at);
            end_all(one.escalations, at);
            undo_resolution(one, at);
            one.resolutions.push_back({entry.number, at, entry.business_date, entry.actor, entry.note,
                                       one.dispatches.empty() ? "" : one.dispatches.back().subject,
                                       one.dispatches.empty() ? one.began() : one.dispatches.back().from});
            one.turned = entry.told_at();
            one.remedy = step.remedy.empty() ? one.remedy : step.remedy;
            break;
        case CaseAction::sign:
            if (entry.result == result::kRefused) {
                one.refused_on.emplace_back(entry.business_date,
                                            one.resolutions.empty() ? "" : one.resolutions.back().sent);
                open_again(one, entry);
            } else {
                one.signed_at = at;
                one.signed_on = entry.business_date;
                one.signed_for = one.resolutions.empty() ? "" : one.resolutions.back().sent;
            }
            break;
        case CaseAction::follow_up:
            one.follow_ups.push_back({entry.number, at, entry.business_date, entry.subject, entry.result});
            if (entry.result == verdict::kNot) {
                open_again(one, entry);
            }
            break;
        case CaseAction::cause:
            one.cause = entry.subject;
            one.cause_words = entry.note;
            one.cause_on = entry.business_date;
            break;
        case CaseAction::archive:
            one.archived = at;
            if (entry.fields.find(kTimeUnknown) == nullptr) {
                one.filed_on.push_back(entry.business_date);
            }
            one.turned = entry.told_at();
            break;
        case CaseAction::reopen:
            open_again(one, entry);
            one.archived.reset();
            break;
    }
}

bool needs_follow_up(const Case& one, const CasePlan& plan) {
    const FollowUpNeed need = rules_of(one.sort).follow_up;
    // 61 has no divisor in common with 100, so 100 numbers in a row give every remainder once, far from its neighbours.
    return need == FollowUpNeed::all ||
           (need == FollowUpNeed::sampled && one.file.sequence * 61 % 100 < plan.repair_sample);
}

std::optional<FollowUp> followed_up(const Case& one, const CasePlan& plan) {
    const Resolution* resolution = one.resolution();
    if (resolution == nullptr) {
        return std::nullopt;
    }
    std::int64_t missed = 0;
    for (const FollowUp& follow_up : one.follow_ups) {
        if (follow_up.entry < resolution->entry) {
            continue;
        }
        missed += follow_up.verdict == verdict::kMissed ? 1 : 0;
        if (follow_up.verdict != verdict::kMissed || missed >= plan.attempts) {
            return follow_up;
        }
    }
    return std::nullopt;
}

Stage stage_of(const Case& one, const CasePlan& plan) {
    if (one.archived) {
        return Stage::archived;
    }
    if (one.resolution() != nullptr) {
        const bool followed = followed_up(one, plan).has_value();
        return !one.cause.empty() && (followed || !needs_follow_up(one, plan)) ? Stage::cause_known
               : followed                                                      ? Stage::followed_up
                                                                               : Stage::resolved;
    }
    return one.acted            ? Stage::acting
           : !one.owner.empty() ? Stage::assigned
           : one.assessed       ? Stage::assessed
           : one.accepted       ? Stage::accepted
                                : Stage::noted;
}

std::optional<CaseAction> next_action(const Case& one, const CasePlan& plan) {
    const SortRules& rules = rules_of(one.sort);
    if (one.archived) {
        return std::nullopt;
    }
    if (one.resolution() == nullptr) {
        return rules.assess && !one.assessed                                ? CaseAction::assess
               : rules.assign && one.owner.empty()                          ? CaseAction::assign
               : rules.hands && one.owner.empty() && one.dispatches.empty() ? CaseAction::dispatch
               : one.wait() != nullptr                                      ? CaseAction::resume
               : rules.resolve                                              ? CaseAction::resolve
                                                                            : CaseAction::archive;
    }
    return rules.sign && !one.signed_at                            ? CaseAction::sign
           : needs_follow_up(one, plan) && !followed_up(one, plan) ? CaseAction::follow_up
           : rules.cause && one.cause.empty()                      ? CaseAction::cause
                                                                   : CaseAction::archive;
}

}  // namespace onduty
