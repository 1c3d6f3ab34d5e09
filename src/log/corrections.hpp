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
}  // namespace field

// What later entries did to earlier ones.
struct Amendments {
    struct Correction {
        EntryNumber number = 0;
        std::string field;
        std::string value;
        bool late = false;
    };
    std::map<EntryNumber, std::vector<Correction>> corrections;  // of each original entry, in order
    std::map<EntryNumber, EntryNumber> voids;                    // original entry -> the void

    void add(const Entry& entry);
    // Changes `entry` to what it says now. Does not look at voids.
    void amend(Entry& entry) const;
    bool corrects(EntryNumber number) const { return corrections.count(number) > 0; }
    // Whether the entry does not count: withdrawn, or itself a correction or void.
    bool leaves_out(const Entry& entry) const;
    const char* status(EntryNumber number) const;  // "", "corrected", "void"
};

}  // namespace onduty
