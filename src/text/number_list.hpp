// SPDX-License-Identifier: MIT
// How does a person type numbers? "12", "#12", "C7"; "1-3,5" for several, "P01-P03" for labels with numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onduty {

// The number, from 1 to 15 digits, that "12", "#12" or, with the mark C, "C12" or "c12" says; nullopt for anything
// else.
std::optional<std::int64_t> read_number(std::string_view typed, char mark = '#');

// Appends the numbers, from 1 to 15 digits, that `typed` names to `numbers`; false when it names none, more than 9999
// by one "1-3", or is anything else. 1-3, 1..3, 1~3 and 1至3 are the same.
bool read_number_list(std::string_view typed, std::vector<std::size_t>& numbers);

// A label with the last number in it: "P03" is P and 3, "B2-3" is B2- and 3; 0 for none.
struct NumberedLabel {
    std::string prefix;
    std::size_t number = 0;
};
NumberedLabel numbered_label(std::string_view label);

// From one label to another with the same prefix, which the second may leave out: "P01-P03", "P01至03", "1..3".
struct LabelRange {
    std::string prefix;
    std::size_t first = 0;
    std::size_t last = 0;
};
std::optional<LabelRange> read_label_range(std::string_view typed);

// Whether the word is nothing but what stands between the ends of a range.
bool is_range_mark(std::string_view word);
// What stands on both sides of each such mark in what was typed.
std::vector<std::pair<std::string, std::string>> range_sides(std::string_view typed);

// "1-6, 8".
std::string number_list_text(const std::set<std::int64_t>& numbers);

}  // namespace onduty
