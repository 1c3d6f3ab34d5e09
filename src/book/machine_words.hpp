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

// Which result of such an entry a person means, who types the machine name, the word for it or another of the words of
// MachineWord; "" for none.
std::string typed_result(const std::string& kind, const std::string& typed);
// What he can type, in his language.
std::string results_to_type(const std::string& kind);

}  // namespace onduty
