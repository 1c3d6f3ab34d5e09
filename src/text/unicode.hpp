// SPDX-License-Identifier: MIT
// What text may come in, how wide is it on a screen, and how is it shown safely? UTF-8 throughout.
#pragma once

#include <string>
#include <string_view>

namespace onduty {

enum class TextFault { none, not_utf8, control, direction, too_long };

// Longest field that is accepted, in bytes.
inline constexpr std::size_t kLongestText = 4096;

// Looks for what an argument must not hold: bytes that are no UTF-8, control characters, characters that
// change the direction of writing or are invisible (reliability 4.1).
TextFault find_fault(std::string_view text);

// Where the letter that begins at `at` ends, by its bytes; and where the last one of a text that is not empty begins.
std::size_t letter_end(std::string_view text, std::size_t at);
std::size_t last_letter(std::string_view text);

// Columns on a terminal. Text that is no UTF-8 counts one column a byte.
std::size_t display_width(std::string_view text);

// `text` padded with blanks to `width` columns, never cut.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

// Every control, direction and invisible character as \u{XXXX}; a line feed as " / ".
std::string shown_safely(std::string_view text);

// For names, codes, numbers and times only: full-width and other compatibility forms become plain ones
// (NFKC), so do the signs that a Chinese keyboard gives for : . , -. Trimmed.
std::string plain_form(std::string_view text);

// The same where a number is expected: the ideographic zero, which names may hold, is one.
std::string number_form(std::string_view text);

// What a name is compared by: the plain form of either side without the case of letters, one blank for several, and
// one sign for each of the dots and apostrophes that names are typed with.
std::string folded_name(std::string_view text);

// NFC and trimmed: for notes, whose characters stay as typed otherwise.
std::string tidy_note(std::string_view text);

// Whether the words say enough to be a reason: four letters or two Chinese characters.
bool is_reason(std::string_view words);

// ASCII letters in lower case; other characters unchanged.
std::string lower_case(std::string_view text);

}  // namespace onduty
