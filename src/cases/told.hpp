// SPDX-License-Identifier: MIT
// What is an entry of a case about, in words?
#pragma once

#include <string>

#include "book/book.hpp"
#include "book/subject.hpp"

namespace onduty {

class Teller;

// "C7 repair, severity 3, Main gate", "C7 to Li Na", "C7 by phone", "C7 parts".
std::string case_told(Teller& teller, const Entry& entry);
// Severity and owner in force, and the deadline that runs out first, as `complain list` has them.
void stand_cases(Book& book, MattersNow& matters);
// "C7" of the case that the entry began or is a step of.
std::string code_of_case(Book& book, const Entry& entry);
// "C7" when this entry led to a case.
std::string case_led_to(Book& book, const Entry& entry);
// How the repair of a fault is opened that was none when it was recorded; "" where there is one.
std::string case_to_lead(Book& book, const Entry& fault);
// What is said of a case when what it came from is withdrawn.
std::string case_stays(Book& book, const Entry& entry);

}  // namespace onduty
