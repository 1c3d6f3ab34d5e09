// SPDX-License-Identifier: MIT
// Who sits at this terminal? Its environment may name a person (ONDUTY_BY) and a post (ONDUTY_POST).
#pragma once

#include <optional>
#include <string>

#include "book/book.hpp"

namespace onduty {

// The person, while he is on duty, at the post if one is named; of a post alone the only one who is on duty there.
// Nothing otherwise: the morning's person is not the evening's. It is enough for what he does, never for a right: who
// signs, accepts or changes the plan is named by the command line.
std::optional<Presence> person_of_terminal(Book& book);

// " --by A01": what a command that he types needs so that nobody is asked who does it; "" where it needs nothing.
std::string by_words(Book& book, const std::string& person);
// The same of who types now, as he was named; "" where nobody was.
std::string by_typed(Book& book);

}  // namespace onduty
