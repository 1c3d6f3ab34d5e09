// SPDX-License-Identifier: MIT
// What else is booked where a meeting is, and was the room made ready for what the meeting is now?
#pragma once

#include <string>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// What is said of those who come to the same room at the same time, before somebody is booked into it twice unseen;
// `elsewhen`: also of the others of that day.
std::vector<std::string> booked_there(Book& book, const Entry& meeting, bool elsewhen);

// What is to be asked when a meeting has another room, or another begin. See Kind::doubt.
std::string doubt_of_meeting(Book& book, const Entry& meeting);

}  // namespace onduty
