// SPDX-License-Identifier: MIT
// Which kinds of entry are there of cases? As they stand in the file.
#pragma once

namespace onduty::kind {

// A case is known by its first entry; every later step is about that entry.
inline constexpr const char* kCase = "case";               // about: what it came from; subject: sort; table case_file
inline constexpr const char* kCaseAssess = "case-assess";  // table case_step: severity and what it rests on
inline constexpr const char* kCaseAssign = "case-assign";  // table case_step: owner
inline constexpr const char* kCaseAct = "case-act";        // note; table case_step: cost
inline constexpr const char* kCaseWait = "case-wait";      // subject: for whom
inline constexpr const char* kCaseResume = "case-resume";  // the waiting is over
inline constexpr const char* kCaseEscalate = "case-escalate";  // subject: to whom; note
inline constexpr const char* kCaseDispatch = "case-dispatch";  // a repair; subject: post or contractor
inline constexpr const char* kCaseArrive = "case-arrive";      // who was dispatched is there
inline constexpr const char* kCaseResolve = "case-resolve";    // note; table case_step: remedy, cost
inline constexpr const char* kCaseSign = "case-sign";  // a repair is accepted; subject: staff code; result ok|refused
inline constexpr const char* kCaseFollowUp = "case-follow-up";  // subject: channel; result A|B|C|missed; note
inline constexpr const char* kCaseCause = "case-cause";         // subject: cause; note
inline constexpr const char* kCaseArchive = "case-archive";
inline constexpr const char* kCaseReopen = "case-reopen";

}  // namespace onduty::kind

namespace onduty {

// Of what an old register tells by its date alone: the time that stands for it.
inline constexpr const char* kDayOnly = "day_only";
// The same of a case that was closed there at a time that nobody wrote down: it is archived, and counts on no day.
inline constexpr const char* kTimeUnknown = "time_unknown";

}  // namespace onduty
