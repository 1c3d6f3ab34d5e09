// SPDX-License-Identifier: MIT
// How does a person write a time that is still to come?
#pragma once

#include <optional>
#include <string_view>

#include "time/time.hpp"

namespace onduty {

// What read_time accepts, but a bare clock time, a weekday or a month with a day is the next such one after `now`.
// Besides: tomorrow, 明天, 明早, 明晚, 后天 before a clock time. Throws UsageError for what is no time or is past.
// With `closes` a day may stand alone, but for a morning: it means this time of the next such day on which it is still
// to come.
Instant read_coming_time(std::string_view text, const Zone& zone, Instant now, std::optional<Minutes> closes = {});

}  // namespace onduty
