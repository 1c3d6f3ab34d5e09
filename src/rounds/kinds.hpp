// SPDX-License-Identifier: MIT
// Which kinds of entry are there of rounds and checks? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kRoundStart = "round-start";  // subject: route
inline constexpr const char* kPoint = "point";             // about: round; subject: point; result ok|fault
inline constexpr const char* kRoundEnd = "round-end";      // about: round; result complete|incomplete
inline constexpr const char* kCheck =
    "check";  // subject: checklist; result complete|incomplete; about: duty-on of who is inspected
inline constexpr const char* kCheckItem = "check-item";  // about: check; subject: item; result ok|fixed|fault|na
inline constexpr const char* kCompanion = "companion";   // about: round; subject: staff code of the second person

}  // namespace onduty::kind
