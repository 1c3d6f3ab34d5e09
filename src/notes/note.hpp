// SPDX-License-Identifier: MIT
// What do the actions of note share? How what is typed becomes a time, a place, a number.
#pragma once

#include "book/needed_words.hpp"
#include "book/recording.hpp"

namespace onduty {

// A checkpoint or a seat; "" for nothing typed.
std::string place_named(Book& book, const std::string& typed);

// Throws UsageError for less than 1 or more than anybody counts.
std::int64_t checked_people(std::int64_t people);

// The number of an entry as it is typed; throws UsageError for anything else.
EntryNumber entry_number(const std::string& typed);

// "department" of a meeting, in either language; throws UsageError.
std::string meeting_named(const std::string& typed);

// "sofa 1, chair 4": the goods of a release, which are its words.
std::string goods_words(const std::vector<Line>& lines);

}  // namespace onduty
