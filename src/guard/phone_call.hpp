// SPDX-License-Identifier: MIT
// Who was told of an incident by phone, and when?
#pragma once

#include "book/somebody.hpp"

namespace onduty {

class Recording;

// Somebody, or a number: 119, whoever of the staff has that code.
Somebody told_by_phone(Book& book, const std::string& typed);

// When that was, as it is typed then; throws UsageError for what was to come.
Instant call_time(Book& book, const std::string& typed, Instant then);

// Throws Refusal for a call before the incident that it is about.
void refuse_call_before(Book& book, Instant call, Instant incident);

// "left-post" of what a supervisor found, in either language; throws UsageError.
std::string conduct_named(const std::string& typed);
// Throws Refusal where this cannot be noted of him: he was not on duty when it was found, or found it himself.
void check_conduct_of(Recording& recording, const Word& person, const Entry& finding);

}  // namespace onduty
