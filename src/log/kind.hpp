// SPDX-License-Identifier: MIT
// What is a kind of entry? What its subject declares of it once, so that the rest of the house can iterate. Pure.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

class Book;        // book/book.hpp
class Teller;      // book/teller.hpp: puts entries into words
class Correcting;  // book/corrected_fields.hpp: an entry that gets another value

// What holds of every entry of a kind for those who know no kinds: which partial index finds it however old it is, and
// what it does to who is on duty. What stands in the file: never renumbered.
namespace trait {
inline constexpr unsigned kNone = 0;
inline constexpr unsigned kSeldom = 1;  // few of them; looked for by their kind
inline constexpr unsigned kThread = 2;  // looked for by what they are about
inline constexpr unsigned kOfRule = 4;  // looked for by the rule that they satisfy or excuse
inline constexpr unsigned kBeginsShift = 8;
inline constexpr unsigned kEndsShift = 16;
inline constexpr unsigned kBeginsRound = 32;  // its subject is the route
inline constexpr unsigned kReachesPoint = 64;
inline constexpr unsigned kEndsRound = 128;
// The shift goes on, and its person takes or leaves a post; by the bits of both, so that one index finds all of them.
inline constexpr unsigned kChangesPosts = kBeginsShift | kEndsShift;
inline constexpr unsigned kOfShift = kChangesPosts;
// All that change who is on duty.
inline constexpr unsigned kPresence = kBeginsShift | kEndsShift | kBeginsRound | kReachesPoint | kEndsRound;
}  // namespace trait

inline bool is_of_shift(const Entry& entry) {
    return (entry.traits & trait::kOfShift) != 0;
}
inline bool begins_shift(const Entry& entry) {
    return (entry.traits & trait::kOfShift) == trait::kBeginsShift;
}
inline bool ends_shift(const Entry& entry) {
    return (entry.traits & trait::kOfShift) == trait::kEndsShift;
}
// Of one that one command recorded as a whole: it was over when it came into the log, and changes not who is there.
inline bool ends_whole_shift(const Entry& entry) {
    return ends_shift(entry) && entry.batch != 0 && entry.batch == entry.shift;
}
inline bool changes_posts(const Entry& entry) {
    return (entry.traits & trait::kOfShift) == trait::kChangesPosts;
}

// pieces are things and how many of each. words and personal are typed by a person; personal is about people from
// outside, stands apart from the chain and may be purged.
enum class FieldType { code, number, time, flag, pieces, words, personal };

// A machine name in a column of an entry (a result, a flag, a sort) and how people say it.
struct MachineWord {
    std::string_view name;
    const char* word;        // N_("...")
    const char* typed = "";  // by which people type it, too, parted by blanks
};

// What an entry says besides its time and its note.
struct Field {
    const char* name;
    FieldType type;
    const char* unit = "";    // of a number; of codes and pieces the family of words that they are of
    const char* values = "";  // of a code of no family: "ok fault"
};

// How `correct` takes another value of what an entry says: under the word under which the command that records it takes
// it, and with the same reader.
struct Corrected {
    const char* option;  // "--host"; kItems: words behind the number
    const char* fields;  // that it says, parted by blanks; the first one names the correction
    // Reads what was typed into the entry as it stands; for an option that was typed more often once each. nullptr:
    // refused.
    void (*read)(Correcting& correcting, const std::string& typed) = nullptr;
    // N_("..."): what works instead where it is refused, with {0} for the number and {1} for how it is withdrawn;
    // without one it is withdrawn and typed again.
    const char* instead = nullptr;
    // Options, parted by blanks, of the entry that it is about: when one of these is corrected and this says the same
    // still, it goes along. "": it is a fact of its own.
    const char* follows = "";
};
inline constexpr const char* kItems = "items";

// What an entry does to open matters; a matter goes by the number of the entry that it is known by. One entry may close
// one and open another: a drill closes the wait for it and opens the wait for the next. Whoever records puts it into
// the entry (Recording does when the action said nothing), and the table open_matter goes by what stands there alone:
// a withdrawal and a correction say themselves what they open again or close.
struct MatterStep {
    EntryNumber opens = 0;  // kItself, or the number of a matter that is opened later or again
    EntryNumber closes = 0;
};

// Which rules an entry is a deed for.
struct DeedFor {
    const char* family = nullptr;                // of what the rule asks for: "fridge"; nullptr: of no rule
    const char* code = nullptr;                  // of it; nullptr: what the subject of the entry names
    bool (*fits)(const Entry& entry) = nullptr;  // only of those
    bool at_post = false;                        // of the rule that it names, else of those of its post only
    // The kind of entry about it whose result says that it is complete; until then it is not. nullptr: its own says so.
    const char* completed_by = nullptr;
};

struct Kind {
    std::string_view name;  // as in the file: "task"
    const char* word;       // N_("task")
    unsigned traits = trait::kNone;
    // Without one the entry opens and closes nothing, but for what its action says.
    MatterStep (*step)(const Entry& entry) = nullptr;
    // Of a matter that is closed in parts: whether parts were still missing after entry `last`, as corrected since.
    bool (*still_open)(Book& book, EntryNumber matter, EntryNumber last) = nullptr;
    // By when it is to be done where nobody said so: that goes along when its time is corrected.
    std::optional<Instant> (*due_by_itself)(Book& book, const Entry& entry) = nullptr;
    // Whether the slip of a handover tells an open one among what is to be done. Those of other kinds have a section of
    // their own there, or are no business of a shift.
    bool (*is_item)(const Entry& entry) = nullptr;
    // Whether an open one stands among all that is open; what is open of the others has a list of its own.
    bool is_listed = true;
    // What an entry is about, in words: "Bar fridge 4.5 C".
    std::string (*told)(Teller& teller, const Entry& entry) = nullptr;
    // What is shown of one entry besides the columns that all have: headings and values.
    std::vector<std::pair<std::string, std::string>> (*details)(Teller& teller, const Entry& entry) = nullptr;
    // Its note as it is shown, where that is not the note itself.
    std::string (*note)(Teller& teller, const Entry& entry) = nullptr;
    bool names_about = false;  // a line of it says which entry it is about
    bool upon_about = true;    // it was recorded upon that entry, which is not withdrawn without it
    bool repeats = false;      // a second one of the same words may stand beside it: spoken to again, complained again
    bool outlasts = false;     // it may come after the end of what it is about: a count, a table that is tidied
    // Whether it may follow on `before`: the entry that it is about, with the steps of its thread until then, as they
    // count. What fitted and does no longer presupposes what was withdrawn, or stands in the place of what comes back.
    bool (*fits)(Book& book, std::span<const Entry> before, const Entry& entry) = nullptr;
    // What it is called when a supervisor countersigns it; without one nobody does.
    std::string (*signed_as)(Teller& teller, const Entry& entry) = nullptr;
    // Whether the entry may lead to another subject's, such as a case; asked before that is looked for.
    bool (*leads)(const Entry& entry) = nullptr;
    // Of what has a life of its own once it is there: what is said of it when the entry that it came from is withdrawn
    // and it stays.
    std::string (*stays)(Book& book, const Entry& entry) = nullptr;
    // Whether it says something of the person that he does not touch himself: a finding, a complaint.
    bool (*concerns)(Book& book, const Entry& entry, const std::string& person) = nullptr;
    bool hidden = false;  // whom it is about and its words are told only where that is recorded
    // When a withdrawal changed how it stands, before that is committed: what is to be asked now, "" for nothing.
    // Throws Refusal for what cannot be.
    std::string (*doubt)(Book& book, const Entry& entry) = nullptr;
    DeedFor deed{};
    std::span<const Field> fields{};
    std::span<const MachineWord> results{};    // how those are said that are said otherwise than of all
    std::span<const Corrected> corrections{};  // besides its time, and its note where none of them says that
    // What is said of one that has too few words for its command to record it, "" for enough. Commands ask it before
    // they record one, and a correction before it makes one of it: book/needed_words.
    std::string (*lacks)(Book& book, const Entry& entry) = nullptr;
    bool done_in_words = false;                // whoever says that it is done says how it went
    bool walks_along = false;                  // its subject is on the round that it is about, which another leads
    bool own_act = false;                      // of who types it; he does not type it for another
    bool takes_steps = false;  // what is recorded upon it, whenever that is, changes what is said of its own date
    bool answers = false;  // what it is about, and the steps of that before it, are their doers' own words no more
    bool corrected = true;
    bool withdrawn = true;
};

// Of kinds whose open ones a slip tells elsewhere or not at all.
inline bool is_told_elsewhere(const Entry&) {
    return false;
}

inline bool leads_always(const Entry&) {
    return true;
}
inline bool leads_with_fault(const Entry& entry) {
    return entry.result == result::kFault;
}

// Of kinds of which a thread has one.
inline bool fits_once(Book&, std::span<const Entry> before, const Entry& entry) {
    return std::none_of(before.begin(), before.end(), [&](const Entry& one) { return one.kind == entry.kind; });
}

// The steps that many kinds share.
inline MatterStep opens_itself(const Entry&) {
    return {kItself, 0};
}
inline MatterStep opens_with_time(const Entry& entry) {
    return {entry.slot_at ? kItself : 0, 0};
}
inline MatterStep opens_again(const Entry& entry) {
    return {entry.about, 0};
}
inline MatterStep closes_about(const Entry& entry) {
    return {0, entry.about};
}
// The wait for it is over, the one for the next begins.
inline MatterStep closes_and_opens(const Entry& entry) {
    return {entry.slot_at ? kItself : 0, entry.about};
}

}  // namespace onduty
