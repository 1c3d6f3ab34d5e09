// SPDX-License-Identifier: MIT
// What do the actions of note share? How what is typed becomes a time, a place, a number.
#pragma once

#include "book/recording.hpp"

namespace onduty {

// A checkpoint or a seat; "" for nothing typed.
std::string place_named(Book& book, const std::string& typed);

// Throws UsageError for less than 1 or more than anybody counts.
std::int64_t checked_people(std::int64_t people);

// The number of an entry as it is typed; throws UsageError for anything else.
EntryNumber entry_number(const std::string& typed);

// The words, tidied; throws UsageError when nothing is left of them.
std::string needed_words(const std::string& typed);

}  // namespace onduty
