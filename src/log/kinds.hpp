// SPDX-License-Identifier: MIT
// Which kinds of entry are the book's own, and which words may stand in the columns of all? As they are in the file.
#pragma once

#include <array>
#include <string_view>

namespace onduty {

// Those of a subject stand in its kinds.hpp.
namespace kind {
inline constexpr const char* kPlan = "plan";                // subject: version; note: the whole TOML text
inline constexpr const char* kExplanation = "explanation";  // rule, slot_at; result skipped|na or none; note: the words
// What was missed over a stretch: rule, or none for all; fields first and last, dates, or from and until, times; result
// na or none; note: the words
inline constexpr const char* kMissesExplained = "misses-explained";
inline constexpr const char* kDone = "done";              // about: what was open, of any kind; result; note
inline constexpr const char* kCorrection = "correction";  // about: entry; subject: field; note: new value
inline constexpr const char* kVoid = "void";              // about: entry
// Begins a batch: subject: what is imported; note: the file. Ends it: about: its beginning; result complete; field rows
inline constexpr const char* kImport = "import";
inline constexpr const char* kAlarm = "alarm";  // the log did not match its watermark

// The machine's clock was wrong while entries first to last were recorded; field add: minutes to add to what it said.
inline constexpr const char* kClock = "clock";

// Somebody accepts what another claimed, as it stood then; about: that entry
inline constexpr const char* kAccept = "accept";

// Somebody saw what is masked; subject: what; about: of which entry, 0 for several.
inline constexpr const char* kReveal = "reveal";

// Business dates are over, up to the one in the subject; field first: the first of them
inline constexpr const char* kDayClosed = "day-closed";

// What is to come; nothing else may take these names.
inline constexpr std::array kKept{"own-word", "day-rows", "sign",   "receipt", "key",     "pin", "pin-failed",
                                  "purge",    "hold",     "backup", "moved",   "restore", "file"};
}  // namespace kind

// What an entry of any kind says, by itself, of how it was recorded: it came before the one in front of it, by so many
// milliseconds. Sought, so that the few of a long log are found.
inline constexpr const char* kSteppedBack = "stepped_back";

// The same of a time that was told ahead of the clock by more than the grace: one of the two is wrong. The number 1,
// sought.
inline constexpr const char* kToldAhead = "told_ahead";

// What an entry of any kind says, by itself, of the right by which it was recorded. Fields with the number 1, sought.
namespace mark {
inline constexpr const char* kAlone = "alone";       // nobody else had the right to it
inline constexpr const char* kOwnWord = "own_word";  // what somebody says about himself, until another accepts it
inline constexpr std::array kAll{kAlone, kOwnWord};
}  // namespace mark

// Whether the field is such a mark.
constexpr bool is_mark(std::string_view field) {
    return field == mark::kAlone || field == mark::kOwnWord;
}
// Whether every entry may say it of how it was recorded.
constexpr bool is_of_recording(std::string_view field) {
    return field == kSteppedBack || field == kToldAhead || is_mark(field);
}

// What an entry of kind reveal names in its subject.
// Of an alarm: what this machine had acknowledged, where the log was found otherwise.
namespace alarm {
inline constexpr const char* kAcknowledged = "acknowledged";
inline constexpr const char* kSeal = "seal";  // as it is printed
}  // namespace alarm

namespace reveal {
inline constexpr const char* kCustomer = "customer";  // name and telephone of a card
inline constexpr const char* kPersonal = "personal";  // what stands apart of an entry: a witness, a finding
}  // namespace reveal

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
inline constexpr const char* kLeft = "left";            // a post that its person gave up
}  // namespace result

namespace flag {
inline constexpr const char* kTooFast = "too-fast";     // sooner than the walking time from the point before
inline constexpr const char* kOpening = "opening";      // a count before opening
inline constexpr const char* kClosing = "closing";      // a count after closing
inline constexpr const char* kUncounted = "uncounted";  // a tour of a room that was not counted after the last one
inline constexpr const char* kImported = "imported";    // from another register, with its own time
inline constexpr const char* kRepeated = "repeated";    // this point again in the same round
// Told to be further from the point before than it was typed after it, and than the walk is long.
inline constexpr const char* kTypedTogether = "typed-together";
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
