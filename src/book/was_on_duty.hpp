// SPDX-License-Identifier: MIT
// Was he on duty then, of whom another tells a deed of that time?
#pragma once

#include <optional>

#include "book/book.hpp"
#include "log/presence.hpp"

namespace onduty {

// The shift that he was in; without its round. Throws Refusal for who was not there, with how it is said that he was.
Presence presence_needed(Book& book, const Word& person, Instant then);

// Throws Refusal when the person is not on duty, or was not then.
void refuse_absent(Book& book, const Word& person, std::optional<Instant> then);

}  // namespace onduty
