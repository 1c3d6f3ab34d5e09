// SPDX-License-Identifier: MIT
// Which kinds of entry are there, and which words may stand in their columns? As they are in the file.
#pragma once

#include <array>

namespace onduty {

// The kinds of entry, as they stand in the file.
namespace kind {
inline constexpr const char* kPlan = "plan";       // subject: version; note: the whole TOML text
inline constexpr const char* kDutyOn = "duty-on";  // post
inline constexpr const char* kDutyOff = "duty-off";
inline constexpr const char* kRoundStart = "round-start";  // subject: route
inline constexpr const char* kPoint = "point";             // about: round; subject: point; result ok|fault
inline constexpr const char* kRoundEnd = "round-end";      // about: round; result complete|incomplete
inline constexpr const char* kCheck =
    "check";  // subject: checklist; result complete|incomplete; about: duty-on of who is inspected
inline constexpr const char* kCheckItem = "check-item";     // about: check; subject: item; result ok|fixed|fault|na
inline constexpr const char* kExplanation = "explanation";  // rule, slot_at; result skipped|na or none; note: the words
inline constexpr const char* kIncident = "incident";        // details in the table incident
inline constexpr const char* kCompanion = "companion";      // about: round; subject: staff code of the second person
inline constexpr const char* kCountersign = "countersign";  // about: what is signed; result ok|refused; note
inline constexpr const char* kConduct = "conduct";          // subject: what; who it is and the words stand in personal
// subject: who is asked; result ok|fault, complete for how it ended; about: the first call without an answer; rule;
// slot_at: when there was no answer
inline constexpr const char* kCheckCall = "check-call";
// An alarm of the house; subject: checkpoint; rule: category; result real|false; slot_at: while it is not known; note
inline constexpr const char* kSignal = "signal";
inline constexpr const char* kHandoverOffer = "handover-offer";    // about: last entry; result: seal
inline constexpr const char* kHandoverAccept = "handover-accept";  // about: the offer; flag uncounted; note
inline constexpr const char* kHandoverRefuse = "handover-refuse";  // about: the offer; note: why
inline constexpr const char* kHandoverCount = "handover-count";  // about: the offer, if any; subject: post; table line
// A visit is known by its first entry, announcement or arrival; everything later is about that entry.
inline constexpr const char* kNotice = "notice";      // announced by the guard: table visit
inline constexpr const char* kMeeting = "meeting";    // a visit to come: subject: seat; slot_at; note; table visit
inline constexpr const char* kReady = "ready";        // about: meeting; subject: seat
inline constexpr const char* kAccept = "accept";      // about: visit; post: who takes the announcement over
inline constexpr const char* kVisit = "visit";        // about: the notice, if any; subject: type; table visit
inline constexpr const char* kHost = "host";          // about: visit; subject: staff code
inline constexpr const char* kProgress = "progress";  // about: visit of a contractor; note
inline constexpr const char* kLeave = "leave";        // about: visit; result: forgotten, or nothing
inline constexpr const char* kCall = "call";          // a telephone call; note: what about; table visit
inline constexpr const char* kRefusal = "refusal";    // turned away or questioned; subject: outcome; note; table visit
inline constexpr const char* kOrder = "order";        // about: visit; table line: drinks
inline constexpr const char* kDelivery = "delivery";  // about: visit; table line: drinks
inline constexpr const char* kSeating = "seating";    // about: visit; subject: seat
inline constexpr const char* kRefill = "refill";      // about: visit
inline constexpr const char* kTour = "tour";          // about: visit; subject: room; table visit: party, host
inline constexpr const char* kTourEnd = "tour-end";   // about: visit; subject: room
inline constexpr const char* kCount = "count";        // about: visit of the last tour; subject: room; table line
inline constexpr const char* kStocktake = "stocktake";  // result complete|incomplete; table line
inline constexpr const char* kStock = "stock";          // subject: movement; table line; note
inline constexpr const char* kApproval = "approval";    // about: movement; result ok|refused; note
inline constexpr const char* kReading = "reading";  // subject: fridge; result ok|fault; note; table line: tenths of 1 C
inline constexpr const char* kDisinfection = "disinfection";         // subject: method; table line
inline constexpr const char* kDisinfectionEnd = "disinfection-end";  // about: its beginning; result
inline constexpr const char* kLinen = "linen";  // subject: sent|back; about: what it was sent with; table line
// Tidying up: about: visit, or 0 when somebody asks for it without one; subject: checkpoint; note: seat or words.
inline constexpr const char* kCleanRequest = "clean-request";
inline constexpr const char* kCleanDone = "clean-done";  // about: visit, or the request without one
// Something of the plan's cleaning is done. subject and rule: its code; result ok; note; table line: agent and dose.
inline constexpr const char* kCleanItem = "clean-item";
inline constexpr const char* kLitter = "litter";                 // found; subject: checkpoint; note
inline constexpr const char* kLitterRemoved = "litter-removed";  // about: litter
// Of a place. subject: checkpoint; result: score 1-5; note. A finding: about: the inspection; result fault; note.
inline constexpr const char* kInspection = "inspection";
// A thing is lent and comes back. about: visit that has it, if a visit; subject: code; slot_at: due back; table line.
inline constexpr const char* kLoan = "loan";
inline constexpr const char* kReturn =
    "loan-return";  // about: loan; subject: code; result fault|lost; note; table line
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
// What is noted for later, table agenda: owner, people, place, contact; slot_at: due or when it takes place.
inline constexpr const char* kTask = "task";  // about: what it came from, or 0; subject: release, or none; note
inline constexpr const char* kDrill =
    "drill";  // about: the drill before; subject: sort; result ok|fault; slot_at: next
inline constexpr const char* kTraining = "training";  // about: the training before; note; slot_at: next
inline constexpr const char* kMinutes = "minutes";    // of a meeting; subject: which; note
inline constexpr const char* kEvent = "event";        // note
inline constexpr const char* kSupplier = "supplier";  // subject: what about; note: what was promised; slot_at: until
inline constexpr const char* kMail = "mail";          // note: what it is
inline constexpr const char* kDone = "done";  // about: what was open, of any kind; result; note
inline constexpr const char* kCustomer = "customer";               // a card; about: the visit or call; subject: class
inline constexpr const char* kCustomerUpdate = "customer-update";  // about: card; subject: class; note
inline constexpr const char* kCustomerAssign = "customer-assign";  // about: card; subject: staff code of the keeper
inline constexpr const char* kContact =
    "contact";  // about: card; subject: channel; result ok|missed; flag: why; note; slot_at: missed, next try
inline constexpr const char* kSurvey = "survey";  // note; slot_at: until when; table line: how many were sent
inline constexpr const char* kSurveyAnswer = "survey-answer";  // about: survey; note; table line: topic and 1-5
inline constexpr const char* kCorrection = "correction";       // about: entry; subject: field; note: new value
inline constexpr const char* kVoid = "void";                   // about: entry
inline constexpr const char* kAlarm = "alarm";                 // the log did not match its watermark

// What is to come; nothing else may take these names. An own word is accepted, a claim too, by `accept` with amends.
inline constexpr std::array kKept{"clock",   "own-word", "import", "day-closed", "day-rows", "sign",
                                  "receipt", "key",      "pin",    "pin-failed", "purge",    "hold",
                                  "reveal",  "backup",   "moved",  "restore",    "file"};

inline constexpr std::array kAll{
    kPlan,       kDutyOn,        kDutyOff,        kRoundStart,     kPoint,         kRoundEnd,       kCheck,
    kCheckItem,  kExplanation,   kIncident,       kCompanion,      kCountersign,   kConduct,        kCheckCall,
    kSignal,     kHandoverOffer, kHandoverAccept, kHandoverRefuse, kHandoverCount, kNotice,         kMeeting,
    kReady,      kAccept,        kVisit,          kHost,           kProgress,      kLeave,          kCall,
    kRefusal,    kOrder,         kDelivery,       kSeating,        kRefill,        kTour,           kTourEnd,
    kCount,      kStocktake,     kStock,          kApproval,       kReading,       kDisinfection,   kDisinfectionEnd,
    kLinen,      kCleanRequest,  kCleanDone,      kCleanItem,      kLitter,        kLitterRemoved,  kInspection,
    kLoan,       kReturn,        kCase,           kCaseAssess,     kCaseAssign,    kCaseAct,        kCaseWait,
    kCaseResume, kCaseEscalate,  kCaseDispatch,   kCaseArrive,     kCaseResolve,   kCaseSign,       kCaseFollowUp,
    kCaseCause,  kCaseArchive,   kCaseReopen,     kTask,           kDrill,         kTraining,       kMinutes,
    kEvent,      kSupplier,      kMail,           kDone,           kCustomer,      kCustomerUpdate, kCustomerAssign,
    kContact,    kSurvey,        kSurveyAnswer,   kCorrection,     kVoid,          kAlarm};
}  // namespace kind

namespace result {
inline constexpr const char* kOk = "ok";
inline constexpr const char* kFixed = "fixed";
inline constexpr const char* kFault = "fault";
inline constexpr const char* kNotApplicable = "na";
inline constexpr const char* kComplete = "complete";
inline constexpr const char* kIncomplete = "incomplete";
inline constexpr const char* kRefused = "refused";
inline constexpr const char* kSkipped = "skipped";      // not done this time
inline constexpr const char* kLost = "lost";            // lent and not given back
inline constexpr const char* kMissed = "missed";        // somebody was not reached
inline constexpr const char* kForgotten = "forgotten";  // a departure that nobody logged in time
inline constexpr const char* kReal = "real";            // an alarm of the house
inline constexpr const char* kFalse = "false";          // the same, a false one
}  // namespace result

namespace flag {
inline constexpr const char* kTooFast = "too-fast";     // sooner than the walking time from the point before
inline constexpr const char* kOpening = "opening";      // a count before opening
inline constexpr const char* kClosing = "closing";      // a count after closing
inline constexpr const char* kUncounted = "uncounted";  // a tour of a room that was not counted after the last one
inline constexpr const char* kRepeated = "repeated";    // this point again in the same round
}  // namespace flag

// What is to be said of a line besides its number.
namespace condition {
inline constexpr const char* kMisplaced = "misplaced";  // there, but not in its place (K7)
// Of what is handed over (D7); in order is "".
inline constexpr const char* kWorn = "worn";
inline constexpr const char* kDamaged = "damaged";
inline constexpr const char* kMissing = "missing";
}  // namespace condition

// The two ways of linen, the subject of its entries.
namespace linen {
inline constexpr const char* kSent = "sent";
inline constexpr const char* kReturned = "back";
}  // namespace linen

}  // namespace onduty
