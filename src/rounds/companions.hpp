// SPDX-License-Identifier: MIT
// On whose round does somebody walk along?
#pragma once

#include <optional>
#include <string>

#include "book/book.hpp"

namespace onduty {

// The begin of the round on which somebody is the second person at this time, nullopt for none. One that nobody ended
// goes on as long as its leader is on it.
std::optional<Entry> round_along(Book& book, const std::string& person, Instant at);

}  // namespace onduty
