// SPDX-License-Identifier: MIT
#include "log/presence.hpp"

#include "log/kind.hpp"

namespace onduty {

void apply(OnDuty& on_duty, const Entry& entry) {
    if (entry.traits & trait::kBeginsShift) {
        on_duty[entry.actor] = {entry.actor, entry.post, entry.number, entry.told_at(), entry.business_date,
                                0,           {},         {},           std::nullopt};
        return;
    }
    const auto found = on_duty.find(entry.actor);
    if (found == on_duty.end()) {
        return;
    }
    Presence& presence = found->second;
    if (entry.traits & trait::kEndsShift) {
        if (entry.shift == 0 || entry.shift == presence.shift) {
            on_duty.erase(found);
        }
    } else if (entry.traits & trait::kBeginsRound) {
        presence.round = entry.number;
        presence.route = entry.subject;
        presence.last_point.clear();
        presence.last_at = entry.told_at();
    } else if ((entry.traits & trait::kReachesPoint) && presence.round == entry.about && presence.round != 0) {
        if (!entry.claims_before(presence.last_at.value_or(entry.told_at()))) {
            presence.last_point = entry.subject;
            presence.last_at = entry.told_at();
        }
    } else if ((entry.traits & trait::kEndsRound) && presence.round == entry.about) {
        presence.round = 0;
        presence.route.clear();
        presence.last_point.clear();
        presence.last_at.reset();
    }
}

}  // namespace onduty
