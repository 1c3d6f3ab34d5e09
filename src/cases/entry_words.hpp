// SPDX-License-Identifier: MIT
// What is an entry of a case about, in words?
#pragma once

#include <string>

#include "book/book.hpp"

namespace onduty {

bool is_of_case(const std::string& kind);
// "C7 repair, severity 3, Main gate", "C7 to Li Na", "C7 by phone", "C7 parts".
std::string case_subject(Book& book, const Entry& entry);
// "C7" when this entry led to a case; only faults, counts, calls and the like are asked.
std::string case_led_to(Book& book, const Entry& entry);

}  // namespace onduty
