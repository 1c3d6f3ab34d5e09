// SPDX-License-Identifier: MIT
// What is corrected of handovers and what is counted for them, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

void read_item_counted(Correcting& correcting, const std::string& typed);
void read_why_of_item(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kItemCountCorrections[]{
    {kItems, "items result", read_item_counted},
    {"--why", "items", read_why_of_item},
    {"--post", "post", nullptr},
};

inline constexpr Corrected kRefusalCorrections[]{
    {"--note", "note", read_note},
};

}  // namespace onduty
