// SPDX-License-Identifier: MIT
// May this be done with a case now? The guards of every step.
#include <algorithm>

#include "cases/kinds.hpp"
#include "cases/rules.hpp"

namespace onduty {

namespace {

int rank(const std::string& way) {
    const auto found = std::find(channel::kAll.begin(), channel::kAll.end(), way);
    return static_cast<int>(std::min<std::ptrdiff_t>(found - channel::kAll.begin(), 2));  // message, mail and web alike
}

Hindrance before_resolution(const Case& one, const CaseMove& move) {
    const SortRules& rules = rules_of(one.sort);
    switch (move.action) {
        case CaseAction::assign:
            return rules.assess && !one.assessed ? Hindrance::not_assessed : Hindrance::none;
        case CaseAction::wait:
            return one.wait() != nullptr                                ? Hindrance::waits_already
                   : move.before(one.waited) || move.before(one.turned) ? Hindrance::before_what_it_ends
                                                                        : Hindrance::none;
        case CaseAction::resume:
            return one.wait() == nullptr                ? Hindrance::does_not_wait
                   : move.before(one.wait()->from.told) ? Hindrance::before_what_it_ends
                                                        : Hindrance::none;
        case CaseAction::arrive:
            return one.dispatches.empty() || one.dispatches.back().until ? Hindrance::not_dispatched
                   : move.before(one.dispatches.back().from.told)        ? Hindrance::before_what_it_ends
                                                                         : Hindrance::none;
        case CaseAction::resolve:
            return rules.assess && !one.assessed                                ? Hindrance::not_assessed
                   : rules.assign && one.owner.empty()                          ? Hindrance::not_assigned
                   : rules.hands && one.owner.empty() && one.dispatches.empty() ? Hindrance::no_hands
                   : move.before(one.turned) || move.before(one.worked)         ? Hindrance::before_what_it_ends
                                                                                : Hindrance::none;
        default:
            return Hindrance::none;
    }
}

Hindrance follow_up_hindrance(const Case& one, const CaseMove& move, const CasePlan& plan) {
    const Severity& severity = plan.severity(one.severity);
    if (!severity.follow_up_by.empty() && move.post != severity.follow_up_by && !move.nobody_else) {
        return Hindrance::other_post;
    }
    const bool spoken = move.verdict != verdict::kMissed;
    return spoken && rank(move.channel) > rank(severity.follow_up_channel) ? Hindrance::too_impersonal
                                                                           : Hindrance::none;
}

Hindrance archive_hindrance(const Case& one, const CaseMove& move, const CasePlan& plan) {
    const SortRules& rules = rules_of(one.sort);
    return rules.sign && !one.signed_at                            ? Hindrance::not_signed
           : needs_follow_up(one, plan) && !followed_up(one, plan) ? Hindrance::not_followed_up
           : rules.cause && one.cause.empty()                      ? Hindrance::no_cause
           : move.before(one.touched)                              ? Hindrance::before_what_it_ends
                                                                   : Hindrance::none;
}

Hindrance reopen_hindrance(const Case& one, const CaseMove& move, const CasePlan& plan) {
    if (!one.archived) {
        return one.resolution() == nullptr ? Hindrance::open_anyway : Hindrance::none;
    }
    return move.at.counted > one.archived->counted + plan.reopen_within ? Hindrance::too_late_to_reopen
           : move.before(one.turned)                                    ? Hindrance::before_what_it_ends
                                                                        : Hindrance::none;
}

bool needs_resolution(CaseAction action) {
    return action == CaseAction::sign || action == CaseAction::follow_up || action == CaseAction::cause ||
           action == CaseAction::archive || action == CaseAction::reopen;
}

}  // namespace

Hindrance hindrance(const Case& one, const CaseMove& move, const CasePlan& plan) {
    if (!one.file.against.empty() && move.person == one.file.against && !move.alone) {
        return Hindrance::accused;
    }
    if (move.before(one.start)) {
        return Hindrance::before_the_case;
    }
    if (move.action == CaseAction::reopen) {
        return reopen_hindrance(one, move, plan);
    }
    if (one.archived) {
        return Hindrance::archived;
    }
    const Resolution* resolution = one.resolution();
    if (!needs_resolution(move.action)) {
        // What was done before it is typed afterwards, too.
        const bool was_before = resolution != nullptr && move.before(resolution->at.told) &&
                                (move.action == CaseAction::act || move.action == CaseAction::arrive);
        return resolution != nullptr && !was_before ? Hindrance::resolved : before_resolution(one, move);
    }
    if (resolution == nullptr) {
        return move.action == CaseAction::archive && !rules_of(one.sort).resolve ? Hindrance::none
                                                                                 : Hindrance::not_resolved;
    }
    if (move.before(resolution->at.told)) {
        return Hindrance::before_what_it_ends;
    }
    switch (move.action) {
        case CaseAction::sign:
            return !rules_of(one.sort).sign ? Hindrance::no_repair
                   : one.signed_at          ? Hindrance::signed_already
                                            : Hindrance::none;
        case CaseAction::follow_up:
            return follow_up_hindrance(one, move, plan);
        case CaseAction::archive:
            return archive_hindrance(one, move, plan);
        default:
            return Hindrance::none;
    }
}

}  // namespace onduty
