// SPDX-License-Identifier: MIT
// Which kinds of entry are there of the rooms that are shown? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kTour = "tour";         // about: visit; subject: room; table visit: party, host
inline constexpr const char* kTourEnd = "tour-end";  // about: visit; subject: room
inline constexpr const char* kCount = "count";       // about: visit of the last tour; subject: room; table line

}  // namespace onduty::kind
