// SPDX-License-Identifier: MIT
// What may a rule ask for, and what does somebody type who does it? Parts of the plan, and events.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "slots/rule.hpp"

namespace onduty {

struct EventTarget {
    const char* name;
    bool (*fits)(RuleKind kind);    // which rules may ask for it
    const char* command = nullptr;  // of those with slots
    bool counts_extras = true;      // whether there can be too many of it
};
std::span<const EventTarget> events();
// nullptr for none of this name.
const EventTarget* event_named(const std::string& name);

// Every, at, period: the rules of which the slots are known beforehand.
bool is_scheduled(RuleKind kind);

// The families of parts that a rule may ask for by its key of the same name.
std::vector<const char*> target_families();

// "onduty serve fridge ... bar"
std::string command_for(const RuleTarget& target);

}  // namespace onduty
