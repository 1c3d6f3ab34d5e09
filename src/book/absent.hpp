// SPDX-License-Identifier: MIT
// Who has to be on duty for what is said of him, and what is said where he is not?
#pragma once

#include <optional>

#include "book/book.hpp"

namespace onduty {

// Throws Refusal when the person is not on duty, or was not then.
void refuse_absent(Book& book, const Word& person, std::optional<Instant> then);

}  // namespace onduty
