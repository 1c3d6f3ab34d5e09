// SPDX-License-Identifier: MIT
// What is corrected of what is noted, and under which words?
#pragma once

#include "book/corrected_fields.hpp"
#include "text/translate.hpp"

namespace onduty {

// For Kind::lacks: a drill that went wrong, and what was promised until a time.
std::string lacks_what_went_wrong(Book& book, const Entry& entry);
std::string lacks_promise(Book& book, const Entry& entry);

void read_owner(Correcting& correcting, const std::string& typed);
void read_people(Correcting& correcting, const std::string& typed);
void read_place_of_note(Correcting& correcting, const std::string& typed);
void read_begin(Correcting& correcting, const std::string& typed);
void read_next(Correcting& correcting, const std::string& typed);
void read_trainer(Correcting& correcting, const std::string& typed);
void read_whose(Correcting& correcting, const std::string& typed);
void read_addressee(Correcting& correcting, const std::string& typed);
void read_approved_by(Correcting& correcting, const std::string& typed);
void read_goods(Correcting& correcting, const std::string& typed);
void read_note_of_task(Correcting& correcting, const std::string& typed);
void read_meeting(Correcting& correcting, const std::string& typed);
void read_firm(Correcting& correcting, const std::string& typed);
void read_topic(Correcting& correcting, const std::string& typed);
void read_promise(Correcting& correcting, const std::string& typed);
void read_until_of_promise(Correcting& correcting, const std::string& typed);

inline constexpr Corrected kTaskCorrections[]{
    {kItems, "goods", read_goods},
    {"--owner", "owner", read_owner},
    {"--until", "until", read_until},
    {"--for", "contact name", read_whose},
    {"--approved-by", "owner", read_approved_by},
    {"--note", "note", read_note_of_task},
};

inline constexpr Corrected kDrillCorrections[]{
    {"--kind", "sort", read_subject<"emergency", N_("drill")>},
    {"--people", "people", read_people},
    {"--party", "people", read_people},
    {"--place", "place", read_place_of_note},
    {"--next", "next", read_next},
    {"--result", "result", read_result},
    {"--note", "note", read_note},
};

inline constexpr Corrected kTrainingCorrections[]{
    {"--people", "people", read_people},       {"--party", "people", read_people},
    {"--place", "place", read_place_of_note},  {"--next", "next", read_next},
    {"--by-whom", "owner name", read_trainer}, {"--note", "note", read_note},
};

inline constexpr Corrected kMinutesCorrections[]{
    {"--meeting", "meeting", read_meeting},   {"--people", "people", read_people}, {"--party", "people", read_people},
    {"--place", "place", read_place_of_note}, {"--note", "note", read_note},
};

inline constexpr Corrected kEventCorrections[]{
    {"--begin", "begin", read_begin},         {"--people", "people", read_people}, {"--party", "people", read_people},
    {"--place", "place", read_place_of_note}, {"--owner", "owner", read_owner},    {"--note", "note", read_note},
};

inline constexpr Corrected kSupplierCorrections[]{
    {"--firm", "contact", read_firm},          {"--subject", "topic", read_topic},
    {"--promise", "note", read_promise},       {"--until", "until", read_until_of_promise},
    {"--name", "name", read_personal<"name">}, {"--note", "note", read_promise},
};

inline constexpr Corrected kMailCorrections[]{
    {"--for", "owner contact name", read_addressee},
    {"--place", "place", read_place_of_note},
    {"--note", "note", read_note},
};

}  // namespace onduty
