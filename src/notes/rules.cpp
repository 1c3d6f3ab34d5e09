// SPDX-License-Identifier: MIT
#include "notes/rules.hpp"

#include "log/kinds.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kSpokenOf{30};
constexpr std::chrono::days kNear{1};
constexpr std::chrono::days kLookBackOn{1};

}  // namespace

Standing standing_of(const std::string& kind, Instant due, Instant now) {
    const bool takes_place = kind == kind::kEvent || kind == kind::kDrill || kind == kind::kTraining;
    const Instant last = kind == kind::kEvent ? due + kLookBackOn : due;
    if (now > last) {
        return Standing::overdue;
    }
    if (now >= due - kNear) {
        return Standing::now;
    }
    return takes_place && now < due - kSpokenOf ? Standing::hidden : Standing::coming;
}

bool in_time(const std::optional<Instant>& due, Instant done) {
    return !due || done <= *due;
}

}  // namespace onduty
