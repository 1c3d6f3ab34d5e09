// SPDX-License-Identifier: MIT
// What do entries say after their corrections? Corrections and voids are entries themselves; the original
// stays in the log as it was written.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

// Fields that `correct` may change, as they stand in the subject of a correction.
namespace field {
inline constexpr const char* kNote = "note";
inline constexpr const char* kPoint = "point";
inline constexpr const char* kResult = "result";
inline constexpr const char* kTime = "time";  // new value: milliseconds UTC, as a number
inline constexpr const char* kDay = "day";    // the date that it counts for
inline constexpr const char* kDue = "due";    // new value as of a time; along with a time that it hangs on
inline constexpr const char* kDoer = "doer";  // staff code of whose deed it was
// When it was recorded by a clock that somebody declared, as of a time; in `told` what moves along with it.
inline constexpr const char* kClock = "clock";
inline constexpr const char* kTold = "told";
inline constexpr const char* kShift = "shift";  // that it belongs to by such a clock, 0 for none; sought
}  // namespace field

// What later entries did to earlier ones.
struct Amendments {
    struct Correction {
        EntryNumber number = 0;
        std::string field;
        std::string value;
        bool late = false;
        int plan = 0;                   // in force at a new time; 0: that of the entry stays
        std::optional<Instant> told{};  // of a declared clock: when it happened by it, where somebody told that
        Instant at{};                   // when it was made
        Fields fields{};                // what it gives the entry, where that is more than one value of the header
    };
    std::map<EntryNumber, std::vector<Correction>> corrections;  // of each original entry, in order
    std::map<EntryNumber, EntryNumber> voids;                    // entry -> the newest that withdrew it

    void add(const Entry& entry);
    // Changes `entry` to what it says now. Does not look at whether it was withdrawn.
    void amend(Entry& entry) const;
    // Without what was recorded from this entry on.
    void leave_out_since(EntryNumber number);
    // When a correction was made, and whether that was late, by the clock that was declared for it since.
    struct Made {
        Instant at;
        bool late;
    };
    Made made(const Correction& correction) const;
    bool corrects(EntryNumber number) const { return corrections.count(number) > 0; }
    // Whether it was withdrawn; a withdrawal that was withdrawn itself gives back what was.
    bool withdrawn(EntryNumber number) const;
    // Whether the entry does not count: withdrawn, or itself a correction or void.
    bool leaves_out(const Entry& entry) const;
    const char* status(EntryNumber number) const;  // "", "corrected", "void"
};

// The value that a correction gives: words, or what stands plain in its field `value`.
std::string new_value(const Entry& correction);

// The time that a correction of one gives.
Instant time_given(const Entry& correction);

// How an entry stands after all that amends it: on which day it counts, when, and whose deed it was.
struct CountedAs {
    Date day{};
    Instant told_at{};
    std::string doer;
    bool withdrawn = false;

    bool operator==(const CountedAs&) const = default;
};
// `amending` are the corrections and withdrawals of the entry that are in force, in order.
CountedAs counted_as(const Entry& entry, const std::vector<Entry>& amending);

}  // namespace onduty
