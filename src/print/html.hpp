// SPDX-License-Identifier: MIT
// How does text get into HTML without becoming HTML?
#pragma once

#include <string>
#include <string_view>

namespace onduty {

// & < > " ' as references; bytes that are no UTF-8 and control characters as U+FFFD.
std::string html_text(std::string_view text);

// "<p class=\"note\">text</p>", the text escaped; `attributes` as they are, may be empty.
std::string html_element(std::string_view name, std::string_view attributes, std::string_view text);

}  // namespace onduty
