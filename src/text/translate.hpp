// SPDX-License-Identifier: MIT
// How does an English sentence become one in the user's language? By the catalogue inside the program.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>

// Marks a text for translation where tr() cannot be called yet.
#define N_(text) text

namespace onduty {

enum class Language { english, chinese };

// The language that `wanted` ("zh", "en", "zh_CN.UTF-8", empty) or else the environment asks for.
// `environment` looks a variable up and answers "" when it is not set.
// Order: ONDUTY_LANG, LANGUAGE (unless the locale is C), LC_ALL, LC_MESSAGES, LANG.
Language choose_language(std::string_view wanted, const std::function<std::string(const char*)>& environment);

void use_language(Language language);
Language current_language();

// The sentence in the current language. The result lives as long as the program.
const char* tr(const char* english);

// What the system says of this `errno`, in the current language.
const char* why_failed(int error);

// The arguments put into the sentence. Words that end with a full stop of their own get no second one.
std::string put_together(const char* sentence, fmt::format_args arguments);

// tr() with arguments: say("{0} of {1}", a, b).
template <typename... Args>
std::string say(const char* english, const Args&... args) {
    return put_together(tr(english), fmt::make_format_args(args...));
}

}  // namespace onduty
