// SPDX-License-Identifier: MIT
#include "notes/rules.hpp"

#include "log/kinds.hpp"
#include "notes/kinds.hpp"
#include "slots/urgency.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kSpokenOf{30};
constexpr std::chrono::days kNear{1};
constexpr std::chrono::days kLookBackOn{1};

}  // namespace

Slot note_slot(const std::string& kind, Instant due) {
    const bool takes_place = kind == kind::kEvent || kind == kind::kDrill || kind == kind::kTraining;
    Slot slot = lone_slot(due - kNear, due, kind == kind::kEvent ? due + kLookBackOn : due);
    slot.early_from = takes_place ? due - kSpokenOf : Instant{};
    return slot;
}

bool in_time(const std::optional<Instant>& due, const Mark& done) {
    return !due || state_of_deadline(*due, done) == State::on_time;
}

}  // namespace onduty
