// SPDX-License-Identifier: MIT
// How are the words that stand in the columns of the log called for people?
#pragma once

#include <string>

namespace onduty {

// The word for a kind, subject, result, flag or status of an entry in the user's language; the word itself when it is
// none of ours.
const char* shown_word(const std::string& machine_name);

}  // namespace onduty
