// SPDX-License-Identifier: MIT
// How much of a personal value does a list show? Enough to tell two people apart as a rule, never all of it, and not
// how long it is.
#pragma once

#include <string>
#include <string_view>

namespace onduty {

// A name by the first letters of its first and its last word: "A* S*", "买*·阿*"; of one word in a script whose letters
// are words, by the first and, from three on, the last: "王*", "王*芳". What holds a digit, such as a telephone number,
// a plate or a unit, by two letters at either end, of fewer than six by the first: "粤A***45", "3***". An e-mail
// address by the first letters of its sides: "a***@e***". A value of one letter is hidden.
std::string masked(std::string_view value);

}  // namespace onduty
