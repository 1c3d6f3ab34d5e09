// SPDX-License-Identifier: MIT
// What is corrected of the rooms that are shown, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "stock/corrections.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: why a room was shown that was not counted.
std::string lacks_why_uncounted(Book& book, const Entry& entry);

void read_party_of_tour(Correcting& correcting, const std::string& typed);
void read_host_of_tour(Correcting& correcting, const std::string& typed);
void read_why_uncounted(Correcting& correcting, const std::string& typed);
void read_room_counted(Correcting& correcting, const std::string& typed);
void read_why_of_room(Correcting& correcting, const std::string& typed);
void read_misplaced(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kTourCorrections[]{
    {"--room", "room", nullptr},
    {"--party", "party", read_party_of_tour, nullptr, "--party --people"},  // the whole group
    {"--people", "party", read_party_of_tour},
    {"--host", "host", read_host_of_tour},
    {"--uncounted", "note", read_why_uncounted},
    {"--visit", "about", nullptr},
};

inline constexpr Corrected kTourEndCorrections[]{
    {"--room", "room left_with", nullptr, N_("Entry {0} ends a tour. If that was another one: {1}")},
    {"--visit", "about", nullptr, N_("Entry {0} ends a tour. If that was another one: {1}")},
};

inline constexpr Corrected kRoomCountCorrections[]{
    {kItems, "items result", read_room_counted}, {"--why", "items", read_why_of_room},
    {"--misplaced", "items", read_misplaced},    {"--opening", "flag", read_opening},
    {"--closing", "flag", read_closing},         {"--room", "room", nullptr},
};

}  // namespace onduty
