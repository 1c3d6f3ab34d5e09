// SPDX-License-Identifier: MIT
// Who is meant by a name that may be of the staff or from outside?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// Somebody of the staff, or somebody from outside, whose name is personal.
struct Somebody {
    std::string person;          // staff code; "" for somebody from outside
    std::string name;            // of somebody from outside
    std::string shown;           // the name of the staff, the other one as shown_outside has it
    std::string in_words;        // among free words: "Li Na (A02)" for the staff, the other one as it was typed
    std::vector<Word> alike;     // people of the staff whose names begin like the one from outside
    std::optional<Word> former;  // who had left by then and was called like the one from outside
};

// A whole name, an earlier one, code or alias of the staff means that person, of who has left while the time that is
// told lies before; anything else is a name from outside, because a customer may be called as a name of the staff
// begins. Throws UsageError for no name at all.
Somebody somebody_named(Book& book, const std::string& typed);

// Whether this is a unit of the house, 2-1-301 or 3号楼502, which is no personal data by itself.
bool is_unit(const std::string& typed);

// How a name from outside stands in answers and lists: masked, a unit as it is.
std::string shown_outside(const std::string& name);

// For whom something is: somebody, or a unit of the house.
struct Addressee {
    Somebody somebody;
    std::string unit;
    std::string shown;

    // Staff become the owner unless there is one, a unit the contact, and a name from outside is kept apart.
    void put_into(Details& details) const;
};

// What is no name of the staff may be a unit.
Addressee addressee_named(Book& book, const std::string& typed);

// Remarks who of the staff may have been meant by the name in entry `number`, typed after `option`.
void remark_alike(Book& book, const Somebody& somebody, EntryNumber number, const std::string& option);

}  // namespace onduty
