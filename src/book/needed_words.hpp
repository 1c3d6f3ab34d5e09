// SPDX-License-Identifier: MIT
// Which entries need words, and what is said where they have too few?
#pragma once

#include <string>

#include "book/book.hpp"

namespace onduty {

// What is typed, tidy; throws UsageError for no words.
std::string needed_words(const std::string& typed);

// For Kind::lacks: of kinds that need words, that need a reason, and that need them for a refusal.
std::string lacks_words(Book& book, const Entry& entry);
std::string lacks_reason(Book& book, const Entry& entry);
std::string lacks_why_refused(Book& book, const Entry& entry);

// What the kind of the entry says of it, "" where it has all that its command wants to know.
std::string lack_of(Book& book, const Entry& entry);
// Throws UsageError with that.
void refuse_lack(Book& book, const Entry& entry);

}  // namespace onduty
