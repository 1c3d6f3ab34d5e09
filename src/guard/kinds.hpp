// SPDX-License-Identifier: MIT
// Which kinds of entry are there of guarding? As they stand in the file.
#pragma once

namespace onduty::kind {

inline constexpr const char* kIncident = "incident";  // details in the table incident
// about: the incident; phoned, phoned_at, action_taken, action_needed: what came later
inline constexpr const char* kIncidentStep = "incident-step";
inline constexpr const char* kCountersign = "countersign";  // about: what is signed; result ok|refused; note
inline constexpr const char* kConduct = "conduct";          // subject: what; who it is and the words stand in personal
// subject: who is asked; result ok|fault, complete for how it ended; about: the first call without an answer; rule;
// slot_at: when there was no answer
inline constexpr const char* kCheckCall = "check-call";
// An alarm of the house; subject: checkpoint; rule: category; result real|false; slot_at: while it is not known; note
inline constexpr const char* kSignal = "signal";

}  // namespace onduty::kind
