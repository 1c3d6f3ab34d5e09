// SPDX-License-Identifier: MIT
// Does what an entry tells of lie so far back that it is late and needs a reason?
#pragma once

#include "book/book.hpp"

namespace onduty {

// It tells of then, under whatever option that was typed: further back than the grace it is late. Throws UsageError
// where it gives no reason for that.
void claim(Book& book, Entry& draft, Instant then);

}  // namespace onduty
