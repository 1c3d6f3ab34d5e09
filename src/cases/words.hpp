// SPDX-License-Identifier: MIT
// How are the stages, ways and waits of a case typed and shown?
#pragma once

#include <string>

#include "cases/rules.hpp"

namespace onduty {

// "assessed", as in CSV and JSON, and in the user's language.
const char* machine_name(Stage stage);
const char* shown_stage(Stage stage);

// A way of getting in touch, or for whom a case waits, in the user's language; the code itself when it is none of ours.
const char* shown_channel(const std::string& channel);
const char* shown_wait(const std::string& subject);

// What was typed, in English or Chinese, as it stands in the file. Throw UsageError that names the choices.
std::string typed_sort(const std::string& typed);
std::string typed_channel(const char* option, const std::string& typed);
std::string typed_wait(const std::string& typed);
std::string typed_verdict(const std::string& typed);
// 1 to 4; throws UsageError for anything else. `option` names it in the message.
std::int64_t checked_level(const char* option, std::int64_t typed);

// Whether it is the name of a sort, or of a way; nothing is thrown.
bool is_sort(const std::string& typed);
bool is_channel(const std::string& typed);

// A sum of money in hundredths: "50", "50.5", "1234.50". Throws UsageError.
std::int64_t typed_money(const std::string& typed);
std::string money_text(std::int64_t hundredths);

}  // namespace onduty
