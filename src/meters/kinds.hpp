// SPDX-License-Identifier: MIT
// Which kinds of entry are there of meters, and what is said of a reading? As they stand in the file.
#pragma once

namespace onduty {

namespace kind {
inline constexpr const char* kMeter = "meter";  // subject: meter; flag; note; field reading: tenths of its unit
}  // namespace kind

namespace flag {
inline constexpr const char* kBelow = "below";  // less than the meter showed before
}  // namespace flag

}  // namespace onduty
