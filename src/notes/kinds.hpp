// SPDX-License-Identifier: MIT
// Which kinds of entry are there of what is noted? As they stand in the file.
#pragma once

namespace onduty::kind {

// What is noted for later, table agenda: owner, people, place, contact; slot_at: due or when it takes place.
inline constexpr const char* kTask = "task";  // about: what it came from, or 0; subject: release, or none; note
inline constexpr const char* kDrill =
    "drill";  // about: the drill before; subject: sort; result ok|fault; slot_at: next
inline constexpr const char* kTraining = "training";  // about: the training before; note; slot_at: next
inline constexpr const char* kMinutes = "minutes";    // of a meeting; subject: which; note
inline constexpr const char* kEvent = "event";        // note
inline constexpr const char* kSupplier = "supplier";  // subject: what about; note: what was promised; slot_at: until
inline constexpr const char* kMail = "mail";          // note: what it is

}  // namespace onduty::kind
