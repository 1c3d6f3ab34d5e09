// SPDX-License-Identifier: MIT
// How is it told what an entry about a visit says?
#pragma once

#include <string>

#include "book/subject.hpp"
#include "log/entry.hpp"

namespace onduty {

class Teller;

// "V12", of an entry that is about a visit or begins one.
std::string visit_told(Teller& teller, const Entry& entry);

// "V12 first visit, people 3", of who comes.
std::string arrival_told(Teller& teller, const Entry& entry);
// What they come for.
std::string purpose_of(Teller& teller, const Entry& entry);
// "V12 Tea 2, Water 1".
std::string order_told(Teller& teller, const Entry& entry);
// "V12 Zhou Kai".
std::string host_told(Teller& teller, const Entry& entry);
// "V12 Table A3".
std::string seat_told(Teller& teller, const Entry& entry);
// "V12, ladder 1, drill 1 of 2", of who left with what he had brought in.
std::string departure_told(Teller& teller, const Entry& entry);
// "V12 Reception hall", "R57 Reception hall" of a request without a visit.
std::string clean_up_told(Teller& teller, const Entry& entry);
// "turned away, told Li Na".
std::string refusal_told(Teller& teller, const Entry& entry);
// "first call, passed on to Zhou Kai".
std::string caller_told(Teller& teller, const Entry& entry);

// Who came as they are now: the seat where they sit, who of the staff took them on.
void stand_visits(Book& book, MattersNow& matters);

}  // namespace onduty
