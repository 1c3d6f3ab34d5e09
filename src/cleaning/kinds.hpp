// SPDX-License-Identifier: MIT
// Which kinds of entry are there of cleaning? As they stand in the file.
#pragma once

namespace onduty::kind {

// Something of the plan's cleaning is done. subject and rule: its code; result ok; note; table line: agent and dose.
inline constexpr const char* kCleanItem = "clean-item";
inline constexpr const char* kLitter = "litter";                 // found; subject: checkpoint; note
inline constexpr const char* kLitterRemoved = "litter-removed";  // about: litter
// Of a place. subject: checkpoint; result: score 1-5; note. A finding: about: the inspection; result fault; note.
inline constexpr const char* kInspection = "inspection";

}  // namespace onduty::kind
