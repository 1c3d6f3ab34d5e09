// SPDX-License-Identifier: MIT
// How is a time typed that is still to come?
#pragma once

#include <string_view>

#include "duty/time.hpp"

namespace onduty {

// "14:00" (the next such time), "tomorrow 14:00", "明天 14:00", "11-28 14:00" (of this year or the next),
// "2026-11-28 14:00"; local times of the zone. Throws UsageError for anything else, for a time that is not after `now`,
// and for one that the clock never shows.
Instant read_coming_time(std::string_view text, const Zone& zone, Instant now);

}  // namespace onduty
