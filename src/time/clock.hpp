// SPDX-License-Identifier: MIT
// Did the machine's clock jump between two entries, and is a claimed time late? (reliability section 3)
#pragma once

#include <optional>

#include "time/time.hpp"

namespace onduty {

// How far the wall clock jumped, when more than 2 s: back behind the previous entry, or, within one boot,
// away from the boot clock by more than 2 s + 500 ppm of the time between.
std::optional<std::chrono::milliseconds> clock_step(const Moment& previous, const Moment& now);

// Whether a claim is further back than the plan's grace allows.
bool is_late(Instant recorded, std::optional<Instant> happened, Minutes grace);

}  // namespace onduty
