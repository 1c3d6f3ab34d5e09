// SPDX-License-Identifier: MIT
// To whom is a case handed up or sent?
#pragma once

#include "book/somebody.hpp"

namespace onduty {

// "company", or the code of a post. Throws UsageError for anything else.
std::string post_or_company(Book& book, const std::string& typed);
// Who is sent, as it stands in the entry in Somebody::in_words: the code of a post, or somebody.
Somebody post_or_contractor(Book& book, const std::string& typed);
// The same for people.
std::string addressee_words(Book& book, const std::string& subject);

}  // namespace onduty
