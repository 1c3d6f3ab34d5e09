// SPDX-License-Identifier: MIT
// Which kind is it that an entry names?
#pragma once

#include <string_view>

#include "book/subject.hpp"

namespace onduty {

// nullptr for a kind that this program does not know; a newer one may have written it.
const Kind* kind_named(std::string_view name);

// What the entry does to open matters by its kind alone.
MatterStep step_of(const Entry& entry);

}  // namespace onduty
