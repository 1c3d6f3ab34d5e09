// SPDX-License-Identifier: MIT
// Which sections does a plan have, how is each read, and how are its parts called? One table for all who ask.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace onduty {

// Under which name a part of the plan, or a thing inside it, is looked up.
struct PartName {
    std::string family;  // "": that of the section
    std::string code;
    std::string name{};
    std::string aliases{};  // separated by blanks
    std::string detail{};   // what a short command needs of it
};

using PartNames = std::vector<PartName>;

struct Section {
    const char* key;                               // in the file: [[route]], or [site]
    bool many;                                     // [[route]]
    void (*read)(TableReader& table, Plan& plan);  // one table; the site's was read before
    const char* family;                            // as names and `plan show` call its parts
    const char* heading = nullptr;                 // above them in `plan show`; nullptr: not shown
    const char* names_with = "";                   // the section that it shares its names with, mostly itself
    const char* code_key = nullptr;                // the key that tells parts apart which have no names
    // How many parts with names the plan has of it, and their names: each one's own first, then those of what is in it.
    std::size_t (*size)(const Plan& plan) = nullptr;
    PartNames (*names)(const Plan& plan, std::size_t place) = nullptr;
    // Whether reading it fills this member of the plan.
    bool (*fills)(const Plan& plan, const void* member) = nullptr;
    // What is typed by who does what a rule wants of a part, {0} being its code; nullptr: no rule asks for one.
    const char* command = nullptr;
};

// In the order in which they are read and shown; the first is the site's.
std::span<const Section> sections();

// The code under which an item of a checklist or a thing of a room stands in the log: "closing/lamps".
std::string item_word(const std::string& whole, const std::string& item);

}  // namespace onduty
