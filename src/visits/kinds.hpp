// SPDX-License-Identifier: MIT
// Which kinds of entry are there of visits? As they stand in the file.
#pragma once

namespace onduty::kind {

// A visit is known by its first entry, announcement or arrival; everything later is about that entry.
inline constexpr const char* kNotice = "notice";       // announced by the guard: table visit
inline constexpr const char* kMeeting = "meeting";     // a visit to come: subject: seat; slot_at; note; table visit
inline constexpr const char* kReady = "ready";         // about: meeting; subject: seat
inline constexpr const char* kTakeOver = "take-over";  // about: visit; post: who takes the announcement over
inline constexpr const char* kVisit = "visit";         // about: the notice, if any; subject: type; table visit
inline constexpr const char* kHost = "host";           // about: visit; subject: staff code
inline constexpr const char* kProgress = "progress";   // about: visit of a contractor; note
inline constexpr const char* kLeave = "leave";         // about: visit; result: forgotten, or nothing
inline constexpr const char* kCall = "call";           // a telephone call; note: what about; table visit
inline constexpr const char* kRefusal = "refusal";     // turned away or questioned; subject: outcome; note; table visit
inline constexpr const char* kOrder = "order";         // about: visit; table line: drinks
inline constexpr const char* kDelivery = "delivery";   // about: visit; table line: drinks
inline constexpr const char* kSeating = "seating";     // about: visit; subject: seat
inline constexpr const char* kRefill = "refill";       // about: visit
// Tidying up: about: visit, or 0 when somebody asks for it without one; subject: checkpoint; note: seat or words.
inline constexpr const char* kCleanRequest = "clean-request";
inline constexpr const char* kCleanDone = "clean-done";  // about: visit, or the request without one

}  // namespace onduty::kind
