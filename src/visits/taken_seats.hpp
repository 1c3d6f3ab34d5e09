// SPDX-License-Identifier: MIT
// Is a seat free for a visit? As it is told of all who sat there, also of those that have left since.
#pragma once

#include <optional>
#include <string>

#include "book/book.hpp"

namespace onduty {

// Throws Refusal when a visit other than `visit` sits at `seat`, now or in the time that is told; "" is no seat. What a
// wrong clock recorded stands in nobody's way then.
void refuse_taken_seat(Book& book, const std::string& seat, EntryNumber visit,
                       const std::optional<Period>& told = std::nullopt);

}  // namespace onduty
