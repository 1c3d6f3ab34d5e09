// SPDX-License-Identifier: MIT
// Which person, point or route did the user mean? Exact name > code > alias > unique beginning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// What can be named: code, name and aliases (separated by blanks).
struct NameChoice {
    std::string code;
    std::string name;
    std::string aliases;
};

// The aliases as they stand in a choice.
std::string joined_aliases(const std::vector<std::string>& aliases);

// "P001" is P1, and never P10: zeros before a number are not looked at.
std::string without_zeros(const std::string& code);

// Indexes of the choices that `typed` can mean: one when it is clear, several when it is a beginning of
// several or a name shared by several, none. Either side is compared as folded_name has it.
std::vector<std::size_t> match_name(std::string_view typed, const std::vector<NameChoice>& choices);

// The same, but beginnings do not count.
std::vector<std::size_t> match_whole_name(std::string_view typed, const std::vector<NameChoice>& choices);

}  // namespace onduty
