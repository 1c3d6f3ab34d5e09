// SPDX-License-Identifier: MIT
#include "plan/plan.hpp"

#include <algorithm>

namespace onduty {

std::vector<ChecklistItem> Checklist::items_in(unsigned month) const {
    std::vector<ChecklistItem> held;
    std::copy_if(items.begin(), items.end(), std::back_inserter(held),
                 [&](const ChecklistItem& item) { return item.months.empty() || item.months.count(month) > 0; });
    return held;
}

const Route* Plan::route(const std::string& code) const {
    return find_code(routes, code);
}

const Checklist* Plan::checklist(const std::string& code) const {
    return find_code(checklists, code);
}

const Rule* Plan::rule_for_event(const std::string& event) const {
    for (const Rule& rule : rules) {
        if (rule.target.family == "event" && rule.target.code == event) {
            return &rule;
        }
    }
    return nullptr;
}

const Rule* Plan::rule(const std::string& code) const {
    return find_code(rules, code);
}

const Rota* Plan::rota(const std::string& post) const {
    const auto found = std::find_if(rotas.begin(), rotas.end(), [&](const Rota& rota) { return rota.post == post; });
    return found == rotas.end() ? nullptr : &*found;
}

const Lendable* Plan::lendable(const std::string& code) const {
    return find_code(lendables, code);
}

bool Plan::is_staffed(const std::string& post) const {
    return post.empty() || std::any_of(staff.begin(), staff.end(), [&](const Person& person) {
               const auto& known = person.posts;
               return person.active && (known.empty() || std::find(known.begin(), known.end(), post) != known.end());
           });
}

bool Plan::needs_certificate(const Person& person) const {
    return std::any_of(person.posts.begin(), person.posts.end(), [&](const std::string& code) {
        const Post* post = find_code(posts, code);
        return post != nullptr && post->certificate;
    });
}

const Plan& in_force(const PlanHistory& history, Instant at) {
    const Plan* plan = &history.front().plan;
    for (const PlanVersion& version : history) {
        if (version.since <= at) {
            plan = &version.plan;
        }
    }
    return *plan;
}

std::vector<Slot> slots_in_force(const PlanHistory& history, const std::string& code, const Zone& zone,
                                 DateRange dates) {
    std::vector<Slot> slots;
    for (std::size_t v = 0; v < history.size(); ++v) {
        const Rule* rule = history[v].plan.rule(code);
        if (rule == nullptr || !history[v].plan.is_staffed(rule->post)) {
            continue;
        }
        // Before the first version there was no plan, so nothing was due.
        const Instant since = history[v].since;
        const Instant until = v + 1 < history.size() ? history[v + 1].since : kNever;
        for (Slot& slot : scheduled_slots(*rule, history[v].plan.calendar, zone, dates)) {
            if (slot.due >= since && slot.due < until) {
                slots.push_back(slot);
            }
        }
    }
    return slots;
}

std::vector<std::string> scheduled_rules(const PlanHistory& history) {
    std::vector<std::string> codes;
    for (const PlanVersion& version : history) {
        for (const Rule& rule : version.plan.rules) {
            const bool scheduled =
                rule.kind == RuleKind::every || rule.kind == RuleKind::at || rule.kind == RuleKind::period;
            if (scheduled && std::find(codes.begin(), codes.end(), rule.code) == codes.end()) {
                codes.push_back(rule.code);
            }
        }
    }
    return codes;
}

}  // namespace onduty
