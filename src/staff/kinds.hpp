// SPDX-License-Identifier: MIT
// Which kinds of entry are there of shifts? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kDutyOn = "duty-on";      // post
inline constexpr const char* kDutyPost = "duty-post";  // post and subject: that is taken; result left: that is left
inline constexpr const char* kDutyOff = "duty-off";

}  // namespace onduty::kind

namespace onduty {

// Of who takes a post for once that the plan does not give him: the remark, and the field with who agreed.
namespace flag {
inline constexpr const char* kCover = "cover";
}  // namespace flag
inline constexpr const char* kAgreed = "agreed";

}  // namespace onduty
