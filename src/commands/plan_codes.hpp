// SPDX-License-Identifier: MIT
// May a plan give these codes to these things? (Design 2.7: codes are for ever.)
#pragma once

#include "book/book.hpp"

namespace onduty {

// Throws Refusal where the plan gives a code that another thing had before it went: that one would be taken for it.
void refuse_used_codes(Book& book, const Plan& before, const Plan& plan);

// Throws Refusal where the plan leaves out somebody who was in it.
void refuse_to_drop_staff(const Plan& before, const Plan& plan);

}  // namespace onduty
