// SPDX-License-Identifier: MIT
// What is corrected of what is lent and comes back, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

void read_thing(Correcting& correcting, const std::string& typed);
void read_piece(Correcting& correcting, const std::string& typed);
void read_pieces_out(Correcting& correcting, const std::string& typed);
void read_holder(Correcting& correcting, const std::string& typed);
void read_phone_of_holder(Correcting& correcting, const std::string& typed);
void read_pieces_back(Correcting& correcting, const std::string& typed);
void read_damaged(Correcting& correcting, const std::string& typed);
void read_lost(Correcting& correcting, const std::string& typed);
void read_back_in_order(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kLoanCorrections[]{
    {"--thing", "thing", read_thing},        {"--number", "pieces", read_piece},
    {"--pieces", "pieces", read_pieces_out}, {"--to", "name holder", read_holder},
    {"--until", "due", read_until},          {"--phone", "phone", read_phone_of_holder},
};

inline constexpr Corrected kReturnCorrections[]{
    {"--pieces", "pieces", read_pieces_back},
    {"--damaged", "result note", read_damaged},
    {"--lost", "result note", read_lost},
    {"--note", "note result", read_back_in_order},
    {"--thing", "thing", nullptr, N_("Entry {0} is the end of a loan. If that was another one: {1}")},
};

}  // namespace onduty
