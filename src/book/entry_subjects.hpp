// SPDX-License-Identifier: MIT
// What are entries of one part of the house about, in words? For the columns of the log.
#pragma once

#include <functional>
#include <string>

#include "book/book.hpp"

namespace onduty {

// The name of a code of a family.
using NameLookUp = std::function<std::string(const char* family, const std::string& code)>;

// Whether the entry is of the cleaning; tidying up after a visit is not.
bool is_of_cleaning(Book& book, const Entry& entry);
// "Pool washed and treated, chlorine 200 g", "R57 Reception hall", "L58 Car park".
std::string cleaning_subject(Book& book, const Entry& entry, const NameLookUp& name);

// Cards of customers and what is about them, surveys and their answers.
bool is_of_customers(const std::string& kind);

}  // namespace onduty
