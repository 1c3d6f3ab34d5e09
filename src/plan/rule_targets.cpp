// SPDX-License-Identifier: MIT
#include "plan/rule_targets.hpp"

#include <algorithm>

#include "plan/sections.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

bool is_timer(RuleKind kind) {
    return kind == RuleKind::timer;
}

bool is_deadline(RuleKind kind) {
    return kind == RuleKind::deadline;
}

constexpr EventTarget kEvents[]{
    {event::kRefill, is_timer},
    {event::kAccept, is_deadline},
    {event::kHost, is_deadline},
    {event::kDelivery, is_deadline},
    {event::kCount, is_deadline},
    {event::kCleanUp, is_deadline},
    {event::kApproval, is_deadline},
    {event::kLinen, is_deadline},
    {event::kHandover, is_deadline},
    {event::kCountersign, is_deadline},
    {event::kMail, is_deadline},
    {event::kStocktake, is_scheduled, "onduty serve stock count ..."},
    {event::kDisinfection, is_scheduled, "onduty serve disinfect ..."},
    {event::kCheckCall, is_scheduled, "onduty patrol call NAME", false},
    {event::kMinutes, is_scheduled, "onduty note minutes \"...\" --people N"},
    {event::kFirstContact, is_deadline},
    {event::kRequest, is_deadline},
    {event::kLitter, is_deadline},
};

}  // namespace

std::span<const EventTarget> events() {
    return kEvents;
}

const EventTarget* event_named(const std::string& name) {
    const auto found = std::find_if(std::begin(kEvents), std::end(kEvents),
                                    [&](const EventTarget& event) { return name == event.name; });
    return found == std::end(kEvents) ? nullptr : found;
}

bool is_scheduled(RuleKind kind) {
    return kind == RuleKind::every || kind == RuleKind::at || kind == RuleKind::period;
}

std::vector<const char*> target_families() {
    std::vector<const char*> families;
    for (const Section& section : sections()) {
        if (section.command != nullptr) {
            families.push_back(section.family);
        }
    }
    return families;
}

std::string command_for(const RuleTarget& target) {
    if (target.family == "event") {
        const EventTarget* event = event_named(target.code);
        return event == nullptr || event->command == nullptr ? "" : event->command;
    }
    for (const Section& section : sections()) {
        if (section.command != nullptr && target.family == section.family) {
            return say(section.command, target.code);
        }
    }
    return {};
}

}  // namespace onduty
