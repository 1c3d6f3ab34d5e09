// SPDX-License-Identifier: MIT
// Is he on duty, or was he then, of whom another tells a deed of that time?
#pragma once

#include <optional>

#include "book/book.hpp"
#include "log/presence.hpp"
#include "text/error.hpp"

namespace onduty {

// What is said of who is not.
Refusal not_on_duty(const Word& person);

// The shift that he is in, or was in then; of then without its round. Throws Refusal for who is not there, with how it
// is said that he was.
Presence presence_needed(Book& book, const Word& person, std::optional<Instant> then);

}  // namespace onduty
