// SPDX-License-Identifier: MIT
#include "visits/acceptances.hpp"

#include <algorithm>

namespace onduty {

namespace {

using ByPost = std::map<std::string, TakeOver>;

ByPost::const_iterator first_of(const ByPost& accepted) {
    return std::min_element(accepted.begin(), accepted.end(), [](const auto& one, const auto& other) {
        return one.second.done.at < other.second.done.at;
    });
}

}  // namespace

std::vector<NoticeAcceptance> acceptances_of(const Visit& visit, const PlanHistory& history, const Zone& zone) {
    std::vector<NoticeAcceptance> all;
    if (!visit.announced) {
        return all;
    }
    const Duties& plan = in_force(history, *visit.announced);
    ByPost unasked = visit.accepted;
    const auto add = [&](const std::string& post, std::optional<Slot> slot) {
        const auto by = post.empty() ? first_of(visit.accepted) : visit.accepted.find(post);
        NoticeAcceptance one{post, std::move(slot)};
        if (by != visit.accepted.end()) {
            one.by = by->second;
            one.post = by->first;
            unasked.erase(by->first);
        }
        all.push_back(std::move(one));
    };
    for (const Rule& rule : plan.rules) {
        if (rule.target == RuleTarget{"event", event::kAccept} && plan.is_staffed(rule.post)) {
            add(rule.post, deadline_slot(rule, plan.calendar, zone, *visit.announced, {}));
        }
    }
    if (all.empty()) {
        add("", slot_of_event(history, zone, event::kAccept, *visit.announced));
    }
    for (const auto& [post, by] : unasked) {
        all.push_back({post, std::nullopt, by});
    }
    return all;
}

State state_of(const NoticeAcceptance& acceptance, Instant now) {
    const Instant limit = acceptance.slot ? acceptance.slot->on_time_until : kNever;
    return acceptance.by  ? state_of_deadline(limit, acceptance.by->done)
           : now <= limit ? State::pending
                          : State::missed;
}

}  // namespace onduty
