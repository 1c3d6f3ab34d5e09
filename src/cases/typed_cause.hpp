// SPDX-License-Identifier: MIT
// Which cause of the plan was typed?
#pragma once

#include "book/book.hpp"

namespace onduty {

// Its code; a plan without causes takes any word. Throws UsageError.
std::string typed_cause(Book& book, const std::string& typed);

}  // namespace onduty
