// SPDX-License-Identifier: MIT
// Is he on duty, or was he then, of whom another tells a deed of that time?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/book.hpp"
#include "log/presence.hpp"
#include "text/error.hpp"

namespace onduty {

// What brings somebody of the plan on duty: "onduty checkin staff A02", with one of his posts where he has several.
std::string coming_command(Book& book, const std::string& person);

// What is said of who is not.
Refusal not_on_duty(Book& book, const Word& person);
// The same of whom --by names: who types it is one of `present` and names himself.
Refusal types_from_home(Book& book, const Word& person, const std::vector<Presence>& present);

// The shift that he is in, or was in then; of then without its round. Throws Refusal for who is not there, with how it
// is said that he was.
Presence presence_needed(Book& book, const Word& person, std::optional<Instant> then);

}  // namespace onduty
