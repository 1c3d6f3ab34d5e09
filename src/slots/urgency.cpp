// SPDX-License-Identifier: MIT
#include "slots/urgency.hpp"

namespace onduty {

Urgency urgency_of(Instant now, const Slot& slot) {
    if (now > slot.on_time_until) {
        return Urgency::overdue;
    }
    const bool runs =
        slot.rule != nullptr && (slot.rule->kind == RuleKind::deadline || slot.rule->kind == RuleKind::timer);
    return now >= (runs ? slot.due - slot.rule->early : slot.opens) ? Urgency::now : Urgency::soon;
}

bool is_listed(const Outlook& outlook, const Slot& slot) {
    return slot.due <= outlook.horizon || (slot.date <= outlook.today && slot.opens <= outlook.now);
}

Slot lone_slot(Instant opens, Instant due) {
    return lone_slot(opens, due, due);
}

Slot lone_slot(Instant opens, Instant due, Instant on_time_until) {
    Slot slot;
    slot.early_from = opens;
    slot.opens = opens;
    slot.due = due;
    slot.on_time_until = on_time_until;
    slot.expires = kNever;
    return slot;
}

Slot last_date_slot(const Zone& zone, const Calendar& calendar, Date last) {
    const Instant end = to_instant(zone, LocalTime{last + std::chrono::days{1}} + calendar.day_start);
    return lone_slot(kNever, end, end - std::chrono::milliseconds{1});
}

}  // namespace onduty
