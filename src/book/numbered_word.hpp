// SPDX-License-Identifier: MIT
// Is what was typed the number of something (V1, L4, 7), or what the plan calls by a code of that look?
#pragma once

#include <string>

#include "book/book.hpp"

namespace onduty {

// Where a number or one of these words may be typed: whether the number is meant. `is_there` says whether something
// has it. What the plan calls exactly so goes before a number that nothing has; one without it, or written with a zero
// more (V01), is a number unless only the word fits. Throws UsageError where both fit.
bool means_number(const NameList& names, const std::string& typed, bool is_there);

// How a number of the log is written in a hint for a place where words of this family may stand, too: "V1", or "V01"
// where the plan calls one of them V1.
std::string number_typed(Book& book, const char* family, const std::string& number);

// How somebody of the staff is written in a hint for a place where numbers may stand: the code, or the name of one
// whose code looks like a number.
std::string person_typed(Book& book, const std::string& code);

}  // namespace onduty
