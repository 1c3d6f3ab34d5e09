// SPDX-License-Identifier: MIT
// How are the words that stand in the columns of the log called for people?
#pragma once

#include <string>

#include "log/kind.hpp"

namespace onduty {

// The word for a kind, subject, result, flag or status of an entry in the user's language; the word itself when it is
// none of ours.
const char* shown_word(const std::string& machine_name);

// The word for the result of an entry, which some kinds call otherwise.
const char* shown_result(const std::string& kind, const std::string& result);

// Which of the results of a field a person means, who types the machine name or the word for it; "" for none.
std::string typed_result(const std::string& kind, const Field& field, const std::string& typed);
// What he can type, in his language.
std::string results_to_type(const std::string& kind, const Field& field);

}  // namespace onduty
