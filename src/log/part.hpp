// SPDX-License-Identifier: MIT
// What is kept of the plan beside the log, so that no command need read the whole of it? Derived rows: what has a
// name can be looked up, and each table of the plan can be read by itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace onduty {

// Something that people name. Families: those of the sections of the plan (plan/sections.cpp), former (staff that
// left), item (of a checklist: closing/lamps), thing (of a room), setting (zone, site, grace and day-start in minutes,
// rehearsal, version).
struct Word {
    std::string code;
    std::string name{};
    std::string aliases{};  // separated by blanks
    std::string detail{};   // what a short command needs of it

    bool operator==(const Word&) const = default;
};

// A word with what the plan says of it, and the versions of the plan that said it.
struct Part {
    std::string family;
    Word word;
    std::int64_t place = 0;  // smaller ones stand further up in the plan
    std::string body{};      // the table of the plan as JSON; "" for what is only a name
    int since = 0;           // the first version that holds it
    int until = 0;           // the first that does not; 0: the newest holds it

    bool holds_in(int version) const { return since <= version && (until == 0 || version < until); }
    bool operator==(const Part&) const = default;
};

using PartList = std::vector<Part>;

}  // namespace onduty
