// SPDX-License-Identifier: MIT
// Who is meant by a name that may be of the staff or from outside?
#pragma once

#include <string>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// Somebody of the staff, or somebody from outside, whose name is personal.
struct Somebody {
    std::string person;       // staff code; "" for somebody from outside
    std::string name;         // of somebody from outside
    std::string shown;        // the name of the staff, the other one masked
    std::vector<Word> alike;  // people of the staff whose names begin like the one from outside
};

// A whole name, code or alias of the staff means that person; anything else is a name from outside, because a
// customer may be called as a name of the staff begins. Throws UsageError for no name at all.
Somebody somebody_named(Book& book, const std::string& typed);

// For whom something is: somebody, or a unit of the house, which is no personal data by itself.
struct Addressee {
    Somebody somebody;
    std::string unit;
    std::string shown;

    // Staff become the owner unless there is one, a unit the contact, and a name from outside is kept apart.
    void put_into(Details& details) const;
};

// What holds a digit and is no name of the staff is a unit: 2-1-301, 3号楼502.
Addressee addressee_named(Book& book, const std::string& typed);

// Remarks who of the staff may have been meant by the name in entry `number`, typed after `option`.
void remark_alike(Book& book, const Somebody& somebody, EntryNumber number, const std::string& option);

}  // namespace onduty
